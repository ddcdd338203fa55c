"""The disputes that somebody has to do with, and those of the office. Art. 33."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import selectinload

from pactregistry.conciliation.access import (
    NOWHERE,
    SPEAKING,
    Place,
    is_of,
    is_third,
    place_at_pact,
)
from pactregistry.conciliation.ahead import Task, tasks_in
from pactregistry.conciliation.committee.awaited import Awaited
from pactregistry.conciliation.models import Dispute, Member
from pactregistry.conciliation.queries import OPEN, with_all
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.access import CITY_SIDE, seat_on, seats_on
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
    own: Sequence[Task]
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
    query = with_all(select(Dispute).where(mine)).options(selectinload(Dispute.draft))
    return [
        _line(dispute, _place(dispute, person, speaks=dispute.pact_id in speaking))
        for dispute in db.session.scalars(query.order_by(*_OPEN_FIRST))
    ]


def disputes_on_desk(number: int, *, also_closed: bool) -> Page:
    """Those of all pacts, the one whose days end first before the others."""
    person = signed_in()
    query = _of_office(person)
    if not also_closed:
        query = query.where(Dispute.state.in_(OPEN))
    page = paged(query.order_by(*_OPEN_FIRST), number)
    place = Place(frozenset(), Side.CITY) if _decides(person) else NOWHERE
    return Page([_line(dispute, place) for dispute in page.items], page.total, page.number)


def disputes_to_answer() -> list[Line]:
    """The open ones in which the person at the page is awaited to speak for the City."""
    person = signed_in()
    if not (holds(person, Role.MANAGER) and _decides(person)):
        return []
    query = _of_office(person).where(Dispute.state.in_(OPEN)).order_by(*_OPEN_FIRST)
    place = Place(frozenset(), Side.CITY)
    lines = (_line(dispute, place) for dispute in db.session.scalars(query))
    return [line for line in lines if line.own]


def own_open_on(pact: Pact) -> list[Dispute]:
    """The open ones on a pact in which the person at the page speaks for a party or is named."""
    person = account()
    if person is None:
        return []
    seat = seat_on(pact, person)
    speaks = place_at_pact(seat).side is not None
    query = select(Dispute).where(Dispute.pact_id == pact.id, Dispute.state.in_(OPEN))
    query = query.options(selectinload(Dispute.members)).order_by(Dispute.id)
    return [
        dispute
        for dispute in db.session.scalars(query)
        if speaks or is_third(dispute, person, seat) or _member(dispute, person)
    ]


def _of_office(person: Account) -> Select[Dispute]:
    query = with_all(select(Dispute).join(Dispute.pact))
    if not (holds(person, Role.DESK) or holds(person, Role.MANAGER, settings().city.desk.key)):
        # A managing officer of another office: the pacts of that office alone.
        query = query.where(Dispute.pact_id.in_(_competent(person)))
    return query


def _decides(person: Account) -> bool:
    desk = settings().city.desk.key
    return holds(person, Role.MANAGER, desk) or not holds(person, Role.DESK)


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
    side = Side.CITIZENS if speaks else Side.THIRD
    return Place(frozenset(), side, _member(dispute, person))


def _member(dispute: Dispute, person: Account) -> Member | None:
    return next((m for m in dispute.members if m.designated and is_of(m, person)), None)


def _line(dispute: Dispute, place: Place) -> Line:
    sides = {place.side} if place.side is not None and place.member is None else set()
    return Line(dispute, *tasks_in(dispute, place, sides))


_OPEN_FIRST = (Dispute.state.not_in(OPEN), Dispute.propose_by, Dispute.id)
