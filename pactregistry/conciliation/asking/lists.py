"""The disputes that somebody has to do with, and those of the office. Art. 33."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, or_, select

from pactregistry.conciliation.access import NOWHERE, SPEAKING, Place, is_of
from pactregistry.conciliation.ahead import is_awaited_of
from pactregistry.conciliation.committee.awaited import Awaited, awaited
from pactregistry.conciliation.models import Dispute, Member
from pactregistry.conciliation.queries import OPEN, with_all
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.access import CITY_SIDE, seats_on
from pactregistry.pacts.in_hand import InHand, own_pacts
from pactregistry.pacts.models import Pact
from pactregistry.paging import Page, paged
from pactregistry.people.current import account, holds, signed_in
from pactregistry.people.models import Account
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Chair, Side


@dataclass(frozen=True)
class Line:
    """A dispute with what is awaited in it: of the person at the page, of others."""

    dispute: Dispute
    own: Sequence[Awaited]
    awaited: Sequence[Awaited]


def own_disputes(pacts: Iterable[InHand] | None = None) -> list[Line]:
    """Those of the person at the page: for the citizens' side, as third party, as a member."""
    person = account()
    if person is None:
        return []
    seats = seats_on([line.pact for line in (own_pacts() if pacts is None else pacts)], person)
    speaking = [pact_id for pact_id, seat in seats.items() if seat.roles & SPEAKING]
    settled = or_(Member.chair != Chair.JOINT, Member.agreed_on.is_not(None))
    sits = select(Member.dispute_id).where(Member.current.is_(True), settled, _by(person))
    invited = and_(Dispute.third_account_id.is_(None), Dispute.third_email == person.email.lower())
    third = and_(
        Dispute.third_left_on.is_(None), or_(Dispute.third_account_id == person.id, invited)
    )
    mine = or_(Dispute.pact_id.in_(speaking), Dispute.id.in_(sits), third)
    query = with_all(select(Dispute).where(mine)).order_by(*_OPEN_FIRST)
    return [
        _line(dispute, _place(dispute, person, speaks=dispute.pact_id in speaking))
        for dispute in db.session.scalars(query)
    ]


def disputes_on_desk(number: int, *, also_closed: bool) -> Page:
    """Those of all pacts, the one whose days end first before the others."""
    query = with_all(select(Dispute).join(Dispute.pact))
    person, desk = signed_in(), settings().city.desk.key
    if not (holds(person, Role.DESK) or holds(person, Role.MANAGER, desk)):
        # A managing officer of another office: the pacts of that office alone.
        query = query.where(Dispute.pact_id.in_(_competent(person)))
    if not also_closed:
        query = query.where(Dispute.state.in_(OPEN))
    page = paged(query.order_by(*_OPEN_FIRST), number)
    decides = holds(person, Role.MANAGER, desk) or not holds(person, Role.DESK)
    place = Place(frozenset(), Side.CITY) if decides else NOWHERE
    return Page([_line(dispute, place) for dispute in page.items], page.total, page.number)


def _competent(person: Account) -> list[int]:
    pacts = db.session.scalars(select(Pact).where(Pact.id.in_(select(Dispute.pact_id)))).all()
    return [pact_id for pact_id, seat in seats_on(pacts, person).items() if seat.roles & CITY_SIDE]


def _by(person: Account) -> ColumnElement[bool]:
    return or_(
        Member.account_id == person.id,
        and_(Member.account_id.is_(None), Member.email == person.email.lower()),
    )


def _place(dispute: Dispute, person: Account, *, speaks: bool) -> Place:
    """The place of who is known to have one; `speaks` for the citizens' side."""
    member = next((m for m in dispute.members if m.designated and is_of(m, person)), None)
    return Place(frozenset(), Side.CITIZENS if speaks else Side.THIRD, member)


def _line(dispute: Dispute, place: Place) -> Line:
    waits = awaited(dispute)
    sides = {place.side} if place.side is not None and place.member is None else set()
    own = [wait for wait in waits if is_awaited_of(wait, sides, place)]
    return Line(dispute, own, [wait for wait in waits if wait not in own])


_OPEN_FIRST = (Dispute.state.not_in(OPEN), Dispute.propose_by, Dispute.id)
