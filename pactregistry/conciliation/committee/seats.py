"""The three seats: who names for which, who is on it, what is still open. Art. 33(1)."""

from flask_babel import gettext as _

from pactregistry.conciliation.committee import words
from pactregistry.conciliation.models import Dispute, Member
from pactregistry.conciliation.voices import BOTH_SIDES, has_third
from pactregistry.people.models import Account
from pactregistry.workflow.states_disputes import Chair, Side

OWN = {Chair.CITIZENS: (Side.CITIZENS,), Chair.CITY: (Side.CITY,)}


def namers(dispute: Dispute, chair: Chair) -> tuple[Side, ...]:
    """Who names for a seat: each side for its own, the third party or both for the third."""
    joint = (Side.THIRD,) if has_third(dispute) else BOTH_SIDES
    return OWN.get(chair, joint)


def naming_verb(dispute: Dispute, chair: Chair) -> str:
    """The button that names somebody for a seat: whom it names, for who may name several."""
    shared = len(namers(dispute, chair)) > 1
    return str(_(words.PUT_FORWARD if shared else words.NAMING[chair]))


def member_on(dispute: Dispute, chair: Chair) -> Member | None:
    """Who is named for a seat, agreed to or not."""
    return next((m for m in dispute.members if m.current and m.chair == chair), None)


def awaits_agreement(member: Member | None) -> bool:
    """Whether one side put somebody forward, and the other has not answered."""
    return member is not None and bool(member.current) and not member.designated


def answers_on(member: Member | None, side: Side | None) -> bool:
    """Whether it is this side that answers on the third member."""
    if member is None or not awaits_agreement(member) or side not in BOTH_SIDES:
        return False
    return member.named_by != side


def may_replace(dispute: Dispute, chair: Chair, side: Side | None) -> bool:
    """Whether a side may name somebody else: while nobody agreed, only who put the name forward."""
    member = member_on(dispute, chair)
    if member is not None and awaits_agreement(member):
        return member.named_by == side
    return side in namers(dispute, chair)


def chairs_open(dispute: Dispute) -> tuple[str, ...]:
    """What is missing to a complete committee, in the reader's words; empty where three sit."""
    found = []
    for chair in Chair:
        member = member_on(dispute, chair)
        if member is None:
            found.append(words.NOBODY_NAMED[chair])
        elif not member.designated:
            found.append(words.NOT_AGREED)
        elif member.seated_on is None:
            found.append(words.NOT_SEATED[chair])
    return tuple(_(missing) for missing in found)


def named_elsewhere(
    dispute: Dispute, chair: Chair, email: str, person: Account | None = None
) -> bool:
    """Whether somebody is named for another seat of the same committee."""
    others = [m for m in dispute.members if m.current and m.chair != chair]
    return any(
        m.email == email or (person is not None and m.account_id == person.id) for m in others
    )
