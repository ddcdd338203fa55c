"""The pacts somebody has in hand: where an accepted proposal goes on. Art. 3(1)b, 10(2), 11(10).

The lists and files of proposals show them, so that nobody needs a mail to find the way to a pact.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for
from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import selectinload

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.access import is_public, seat_on, seats_on
from pactregistry.pacts.around import with_origins
from pactregistry.pacts.joining.models import JoinRequest, Outcome
from pactregistry.pacts.joining.queries import own_requests, pacts_joined
from pactregistry.pacts.models import Pact, PactVersion, Signatory
from pactregistry.pacts.next_steps import Waiting, to_answer, waiting
from pactregistry.pacts.queries import OPEN_VERSION, open_version, signature_of
from pactregistry.people.current import account
from pactregistry.people.models import Membership
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import VersionState


@dataclass(frozen=True)
class InHand:
    """A pact with the page on which it goes on, what it waits for, and whether the reader signs.

    The state is that of the text that is written or signed, where there is one.
    """

    pact: Pact
    state: str
    url: str
    waiting: Waiting | None
    may_sign: bool


def own_pacts() -> list[InHand]:
    """The pacts of the person at the page: as author, signatory or member of the group."""
    person = account()
    if person is None:
        return []
    today = settings().today()
    groups = select(Membership.group_id).where(
        Membership.account_id == person.id,
        Membership.since <= today,
        or_(Membership.until.is_(None), Membership.until >= today),
    )
    signed = select(PactVersion.pact_id).join(Signatory).where(Signatory.account_id == person.id)
    # A renewal has no proposal of its own: it is found through the pact that it renews. Art. 30(8)
    proposed = or_(Proposal.author_id == person.id, Proposal.group_id.in_(groups))
    line = select(Pact.id).join(Proposal).where(proposed).cte("line", recursive=True)
    line = line.union(select(Pact.id).join(line, Pact.predecessor_id == line.c.id))
    joined = Pact.id.in_(pacts_joined(person.id, today))
    found = _found(or_(Pact.id.in_(signed), Pact.id.in_(select(line.c.id)), joined))
    seats = seats_on(found, person)
    # Who no longer represents the group, or has left, has nothing in hand any more; of a breach
    # knows who speaks for a side.
    return [
        _line(pact, speaks=bool(seats[pact.id].roles)) for pact in found if seats[pact.id].reads
    ]


def join_requests() -> list[JoinRequest]:
    """What the person at the page asked to join, as long as it waits for an answer."""
    person = account()
    asked = own_requests(person.id) if person is not None else ()
    return [request for request in asked if request.outcome is Outcome.WAITING]


def open_pacts() -> list[InHand]:
    """The pacts whose text is written or signed now, for the office that answers for them."""
    states = select(PactVersion.pact_id).where(PactVersion.state.in_(OPEN_VERSION))
    found = _found(Pact.id.in_(states))
    kept = with_origins(found)
    return [_line(pact, speaks=True) for pact in found if pact in kept]


def pact_after(number: str) -> Pact | None:
    """The pact that a proposal became, where the person at the page may read it."""
    found = db.session.scalar(select(Pact).join(Proposal).where(Proposal.number == number))
    if found is None or not (is_public(found) or seat_on(found, account()).reads):
        return None
    return found


def _found(condition: ColumnElement[bool]) -> Sequence[Pact]:
    query = select(Pact).outerjoin(Proposal).where(condition).order_by(Pact.number.desc())
    texts = selectinload(Pact.versions)
    return db.session.scalars(
        query.options(
            texts.selectinload(PactVersion.sections),
            texts.selectinload(PactVersion.signatories).selectinload(Signatory.signatures),
        )
    ).all()


def _line(pact: Pact, *, speaks: bool) -> InHand:
    version = open_version(pact)
    person = account()
    writes = version is not None and version.state == VersionState.CODESIGN
    may_sign = (
        person is not None
        and version is not None
        and version.state == VersionState.READY
        and any(s.account_id == person.id and not signature_of(s) for s in version.signatories)
    )
    page = "pacts.codesign" if writes else "pacts.duties" if may_sign else "pacts.show"
    state = version.state if version else pact.state
    waits = to_answer(pact) if speaks else None
    url = url_for(page, number=pact.number)
    return InHand(pact, state, url, waits or waiting(pact), may_sign)
