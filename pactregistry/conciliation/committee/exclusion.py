"""Who cannot sit: a party, its people, the officers of the file, its secretary. Art. 33(1), 11(8).

Asked when somebody is named, as far as the address tells who it is, and again when the person takes
the seat.
"""

from flask_babel import gettext as _
from sqlalchemy import or_, select

from pactregistry.conciliation.committee import words
from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.queries import took_part_in_file
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.joining.queries import adherents_of
from pactregistry.pacts.models import Pact
from pactregistry.people.abstaining import abstained
from pactregistry.people.models import Account, Membership, holdings_on
from pactregistry.workflow.states import Role

OF_THE_OFFICE = frozenset({Role.DESK, Role.EXECUTIVE})


def excluded_as(dispute: Dispute, email: str, person: Account | None) -> str:
    """Why a person cannot sit in this committee, in the reader's words; empty who can."""
    why = _by_address(dispute, email) or (_by_account(dispute, person) if person else "")
    return _(why) if why else ""


def _by_address(dispute: Dispute, email: str) -> str:
    if email and email == dispute.third_email:
        return words.IS_THIRD
    named = select(Membership.id).where(
        Membership.group_id.in_(_groups(dispute.pact)), Membership.asked_email == email
    )
    if email and db.session.scalar(named.limit(1)) is not None:
        return words.OF_THE_CITIZENS
    return ""


def _by_account(dispute: Dispute, person: Account) -> str:
    pact = dispute.pact
    if person.id == dispute.third_account_id:
        return words.IS_THIRD
    if person.id == dispute.author_id:
        return words.ASKED_FOR_IT
    if _is_of_citizens(pact, person):
        return words.OF_THE_CITIZENS
    return _as_officer(dispute, person)


def _is_of_citizens(pact: Pact, person: Account) -> bool:
    """Whether somebody ever signed, joined, proposed, or belonged to a group that did."""
    signed = [s for v in pact.versions for s in v.signatories if s.side == "citizens"]
    there = {s.account_id for s in signed} | {a.account_id for a in adherents_of(pact)}
    if pact.origin is not None:
        there.add(pact.origin.author_id)
    if person.id in there:
        return True
    belongs = select(Membership.id).where(
        Membership.group_id.in_(_groups(pact)),
        or_(
            Membership.account_id == person.id,
            Membership.asked_email == person.email.lower(),
        ),
    )
    return db.session.scalar(belongs.limit(1)) is not None


def _as_officer(dispute: Dispute, person: Account) -> str:
    pact = dispute.pact
    signed = {s.account_id for v in pact.versions for s in v.signatories}
    if person.id in signed or took_part_in_file(pact, person.id):
        return words.OF_THE_FILE
    # Not what this session may do, but what the person holds: a code is not asked of a member.
    held = holdings_on(person.id, settings().today())
    opinions = pact.origin.opinions if pact.origin is not None else []
    offices = {settings().city.desk.key, *(o.office for o in opinions if not o.is_district)}
    if any(
        h.role in OF_THE_OFFICE or (h.role is Role.MANAGER and h.office in offices) for h in held
    ):
        return words.OF_THE_OFFICE
    files = [("pact", pact.id)] + ([("proposal", pact.origin.id)] if pact.origin else [])
    if abstained(person.id, *files):
        return words.STEPPED_ASIDE
    if person.id == dispute.secretary_id or any(h.role is Role.SECRETARY for h in held):
        return words.IS_SECRETARY
    return ""


def _groups(pact: Pact) -> set[int]:
    """The groups of the citizens' side: the one that proposed, and those that joined."""
    joined = {a.group_id for a in adherents_of(pact) if a.group_id is not None}
    own = pact.origin.group_id if pact.origin is not None else None
    return joined | ({own} if own is not None else set())
