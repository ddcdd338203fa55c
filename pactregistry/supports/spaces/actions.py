"""A municipal space: asked for, granted, declined, taken back, called off. Art. 21."""

from dataclasses import dataclass
from datetime import date, datetime, time

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act, expect, next_number, record
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, act, today
from pactregistry.people.addressees import Addressee
from pactregistry.people.models import represents
from pactregistry.supports.spaces.models import Booking, Use
from pactregistry.supports.spaces.reading import clash, hold
from pactregistry.workflow.facts_supports import BookingFacts
from pactregistry.workflow.lifecycle import BOOKING
from pactregistry.workflow.states import BookingState, Role

SERIES = "S"


@dataclass(frozen=True)
class Wanted:
    """A space for some hours, and what for."""

    space: str
    day: date
    begins: time
    ends: time
    use: Use
    purpose: str
    people: int
    group_id: int | None = None
    pact_id: int | None = None


def ask(actor: Actor, wanted: Wanted) -> Booking:
    """Ask for a space; a clash with what is granted is said at once.

    Raises:
        Unlawful: the space is taken then, or the time is over.
    """
    here = settings()
    facts = _facts(wanted.space, wanted.day, wanted.begins, wanted.ends)
    step = BOOKING.take("ask", None, actor.role, facts)
    booking = Booking(
        number=next_number(SERIES, here.today().year),
        pack_id=here.pack.id,
        pack_version=here.pack.version,
        account_id=None if wanted.group_id else actor.account_id,
        created_at=here.now(),
        **vars(wanted),
    )
    record(booking, step, act(actor, today()))
    _write(addressees.desk(), "booking_asked", booking)
    db.session.commit()
    return booking


def grant(booking: Booking, actor: Actor, seen: int) -> None:
    """Grant the space at the rate of the City's own activities. Art. 21(2)."""
    hold(booking)
    expect(booking, BOOKING.name, seen)
    facts = facts_on(booking, actor)
    step = BOOKING.take("grant", BookingState(booking.state), actor.role, facts)
    record(booking, step, act(actor, today()))
    _write(askers(booking), "booking_granted", booking)
    db.session.commit()


def decline(booking: Booking, actor: Actor, seen: int, reason: str) -> None:
    """Decline with reasons and remedies. Art. 11(8)."""
    expect(booking, BOOKING.name, seen)
    facts = facts_on(booking, actor, reason)
    step = BOOKING.take("decline", BookingState(booking.state), actor.role, facts)
    record(booking, step, act(actor, today(), reason=reason.strip()))
    _write(askers(booking), "booking_declined", booking, reason=reason.strip())
    db.session.commit()


def take_away(booking: Booking, actor: Actor, seen: int, reason: str) -> None:
    """Take a granted space back, with reasons and remedies. Art. 11(8)."""
    expect(booking, BOOKING.name, seen)
    facts = facts_on(booking, actor, reason)
    step = BOOKING.take("take_away", BookingState(booking.state), actor.role, facts)
    record(booking, step, act(actor, today(), reason=reason.strip()))
    _write(askers(booking), "booking_declined", booking, reason=reason.strip())
    db.session.commit()


def cancel(booking: Booking, actor: Actor, seen: int) -> None:
    """Call the use off: the space is free for others."""
    expect(booking, BOOKING.name, seen)
    facts = facts_on(booking, actor)
    step = BOOKING.take("cancel", BookingState(booking.state), actor.role, facts)
    record(booking, step, act(actor, today()))
    _write(addressees.desk(), "booking_called_off", booking)
    db.session.commit()


def lapse(booking: Booking, day: date) -> None:
    """Record that the day passed before the office answered; does not commit."""
    facts = BookingFacts(term_over=booking.day < day)
    step = BOOKING.take("lapse", BookingState(booking.state), Role.CLOCK, facts)
    record(booking, step, Act(None, day, settings().now()))
    _write([*askers(booking), *addressees.desk()], "booking_lapsed", booking)


def facts_on(booking: Booking, actor: Actor, reason: str = "") -> BookingFacts:
    """The facts of a booking for who acts."""
    here = settings()
    own = booking.account_id == actor.account_id or (
        booking.group_id is not None
        and represents(actor.account_id, booking.group_id, here.today())
    )
    found = _facts(booking.space, booking.day, booking.begins, booking.ends, booking.id)
    return BookingFacts(
        reasons=(reason,) if reason else (),
        reason_minimum=here.city.reason_minimum,
        formulas=here.city.formulas,
        taken=found.taken,
        still_ahead=found.still_ahead,
        actor_is_proposer=own,
    )


def askers(booking: Booking) -> list[Addressee]:
    """Who asked: a person, or who represents the group."""
    if booking.group_id is not None:
        return addressees.of_group(booking.group_id)
    return addressees.of_account(booking.account_id)


def _facts(
    space: str, day: date, begins: time, ends: time, own_id: int | None = None
) -> BookingFacts:
    here = settings()
    other = clash(space, day, begins, ends, apart_from=own_id)
    start = datetime.combine(day, begins, here.city.zone)
    # Of the other only the time is told, never who.
    return BookingFacts(taken=other.hours if other else "", still_ahead=start > here.now())


def _write(to: list[Addressee], template: str, booking: Booking, **context: object) -> None:
    here = settings()
    space = here.city.supports.spaces.get(booking.space)
    addressees.write(
        to,
        template,
        booking=booking,
        space=space,
        address=f"{here.base_url}/bookings/{booking.number}",
        **context,
    )
