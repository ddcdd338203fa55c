"""One use of a space with its steps, for who asked and the desk. Art. 21."""

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import NoResultFound

from pactregistry.config import settings
from pactregistry.journal import history
from pactregistry.people.acting import Actor
from pactregistry.people.current import holds, signed_in
from pactregistry.people.forms_day import SeenForm
from pactregistry.people.models import represents
from pactregistry.people.step_page import StepPage
from pactregistry.supports.spaces import actions, reading
from pactregistry.supports.spaces.blueprint import spaces
from pactregistry.supports.spaces.forms import WhyForm
from pactregistry.supports.spaces.models import Booking
from pactregistry.workflow.facts_supports import BookingFacts
from pactregistry.workflow.lifecycle import BOOKING
from pactregistry.workflow.states import BookingState, Role

BOTH = ["GET", "POST"]


@spaces.get("/bookings/<number>")
def show(number: str) -> str:
    """One use of a space."""
    booking, roles = _here(number)
    steps = {row.step for role in roles for row in BOOKING.open_to(_state(booking), role)}
    return render_template(
        "spaces/show.html",
        booking=booking,
        space=settings().city.supports.spaces.get(booking.space),
        roles=roles,
        asker=reading.asker(booking),
        steps=steps,
        entries=history(BOOKING.name, booking.id),
    )


@spaces.route("/bookings/<number>/grant", methods=BOTH)
def grant(number: str) -> ResponseReturnValue:
    """Grant the space."""
    page, booking = _open("grant", number)
    form = SeenForm()
    return page.answer(form, lambda: actions.grant(booking, page.actor, form.seen))


@spaces.route("/bookings/<number>/refusal", methods=BOTH)
def decline(number: str) -> ResponseReturnValue:
    """Decline with reasons."""
    page, booking = _open("decline", number)
    form = WhyForm()
    return page.answer(
        form, lambda: actions.decline(booking, page.actor, form.seen, form.reason.data or "")
    )


@spaces.route("/bookings/<number>/taking-back", methods=BOTH)
def take_away(number: str) -> ResponseReturnValue:
    """Take a granted space back with reasons."""
    page, booking = _open("take_away", number)
    form = WhyForm()
    return page.answer(
        form, lambda: actions.take_away(booking, page.actor, form.seen, form.reason.data or "")
    )


@spaces.route("/bookings/<number>/calling-off", methods=BOTH)
def cancel(number: str) -> ResponseReturnValue:
    """Call the use off."""
    page, booking = _open("cancel", number)
    form = SeenForm()
    return page.answer(form, lambda: actions.cancel(booking, page.actor, form.seen))


def _here(number: str) -> tuple[Booking, tuple[Role, ...]]:
    booking = reading.booking(number)
    person = signed_in()
    roles = []
    if booking.group_id is not None:
        if represents(person.id, booking.group_id, settings().today()):
            roles.append(Role.LEAD)
    elif booking.account_id == person.id:
        roles.append(Role.CITIZEN)
    if holds(person, Role.DESK, settings().city.desk.key):
        roles.append(Role.DESK)
    if not roles:
        raise NoResultFound
    return booking, tuple(roles)


def _open(step: str, number: str) -> tuple[StepPage[BookingState, BookingFacts], Booking]:
    booking, roles = _here(number)
    role = next((role for role in BOOKING.rows[step].by if role in roles), None)
    if role is None:
        abort(403)
    office = settings().city.desk.key if role is Role.DESK else ""
    actor = Actor(signed_in().id, role, office)
    page = StepPage(
        machine=BOOKING,
        step=step,
        subject=booking,
        actor=actor,
        facts=actions.facts_on(booking, actor),
        name=booking.number,
        back=url_for("spaces.show", number=number),
    )
    return page, booking


def _state(booking: Booking) -> BookingState:
    return BookingState(booking.state)
