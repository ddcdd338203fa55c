"""The reads of spaces and their use. Art. 21."""

from collections.abc import Sequence
from datetime import date, time

from sqlalchemy import ColumnElement, or_, select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.paging import Page, paged
from pactregistry.people.models import Account, Group, represented_by
from pactregistry.supports.spaces.models import Booking
from pactregistry.workflow.states import BookingState


def booking(number: str) -> Booking:
    """One use of a space; raises NoResultFound."""
    return db.session.scalars(select(Booking).where(Booking.number == number)).one()


def calendar(space: str = "") -> Sequence[Booking]:
    """What is granted from today on, of one space or of all."""
    query = select(Booking).where(
        Booking.state == BookingState.GRANTED, Booking.day >= settings().today()
    )
    if space:
        query = query.where(Booking.space == space)
    return db.session.scalars(query.order_by(Booking.day, Booking.begins, Booking.id)).all()


def clash(
    space: str, day: date, begins: time, ends: time, *, apart_from: int | None = None
) -> Booking | None:
    """A granted use of the space at that time."""
    query = (
        select(Booking)
        .where(Booking.state == BookingState.GRANTED, *_meets(space, day, begins, ends))
        .order_by(Booking.begins)
    )
    if apart_from is not None:
        query = query.where(Booking.id != apart_from)
    return db.session.scalars(query).first()


def hold(booking: Booking) -> None:
    """Keep all that is wanted of a space at one time from other writers until the act ends.

    In one order, and before anything else is locked: who grants one of two waits for the other.
    """
    query = select(Booking.id).where(
        *_meets(booking.space, booking.day, booking.begins, booking.ends)
    )
    db.session.execute(query.order_by(Booking.id).with_for_update()).all()


def _meets(space: str, day: date, begins: time, ends: time) -> tuple[ColumnElement[bool], ...]:
    same_day = (Booking.space == space, Booking.day == day)
    return (*same_day, Booking.begins < ends, Booking.ends > begins)


def bookings_of(account_id: int) -> Sequence[Booking]:
    """What a person, or a group that the person represents, asked for; the latest first."""
    led = represented_by(account_id, settings().today())
    mine = or_(Booking.account_id == account_id, Booking.group_id.in_(led))
    return db.session.scalars(select(Booking).where(mine).order_by(Booking.id.desc())).all()


def bookings_for(pact_id: int) -> Sequence[Booking]:
    """The uses granted for a pact, by day."""
    query = select(Booking).filter_by(pact_id=pact_id, state=BookingState.GRANTED)
    return db.session.scalars(query.order_by(Booking.day, Booking.begins)).all()


def at_desk(state: BookingState, number: int) -> Page:
    """One page of the desk's list, the next day first."""
    query = select(Booking).where(Booking.state == state)
    if state in {BookingState.ASKED, BookingState.GRANTED}:
        query = query.where(Booking.day >= settings().today())
        return paged(query.order_by(Booking.day, Booking.begins, Booking.id), number)
    return paged(query.order_by(Booking.day.desc(), Booking.id.desc()), number)


def unanswered_before(day: date) -> Sequence[Booking]:
    """What was asked for a day that has passed."""
    query = select(Booking).where(Booking.state == BookingState.ASKED, Booking.day < day)
    return db.session.scalars(query.order_by(Booking.id)).all()


def asker(found: Booking) -> str:
    """The private name of who asked."""
    if found.group_id is not None:
        return db.session.get_one(Group, found.group_id).name
    return db.session.get_one(Account, found.account_id).name
