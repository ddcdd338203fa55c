"""Pages of who is named: to say yes, to decline, to leave; and of who convenes. Art. 33(1)."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import NoResultFound

from pactregistry.conciliation.access import Place, actor_for, dispute_here, room_of
from pactregistry.conciliation.blueprint import conciliation
from pactregistry.conciliation.committee import actions_seat as actions
from pactregistry.conciliation.committee.facts import convening_facts, seat_facts
from pactregistry.conciliation.committee.forms import ConveningForm, SeatForm, WordForm
from pactregistry.conciliation.committee.opening import TEMPLATE
from pactregistry.conciliation.models import Member
from pactregistry.conciliation.step_pages import page_on
from pactregistry.people.current import signed_in
from pactregistry.workflow.states import Role

BOTH = ["GET", "POST"]


@conciliation.route("/disputes/<number>/seat", methods=BOTH)
def take_seat(number: str) -> ResponseReturnValue:
    """Say yes: this is where the invitation leads."""
    dispute, place = dispute_here(number)
    member, person = _member(place), signed_in()
    if place.sits:
        return redirect(url_for("conciliation.show", number=number))
    actor = actor_for(place, (Role.CONCILIATOR,))
    facts = seat_facts(dispute, member, person)
    page = page_on(dispute, "take_seat", actor, facts, place=place)
    form = SeatForm()
    return page.answer(
        form,
        lambda: actions.take_seat(member, actor, person, form.seen),
        "conciliation/committee/seat.html",
    )


@conciliation.route("/disputes/<number>/seat/leaving", methods=BOTH)
def leave_seat(number: str) -> ResponseReturnValue:
    """Decline a seat, or leave it."""
    dispute, place = dispute_here(number)
    member, person = _member(place), signed_in()
    actor = actor_for(place, (Role.CONCILIATOR,))
    facts = seat_facts(dispute, member, person)
    page = page_on(dispute, "leave_seat", actor, facts, place=place)
    form = WordForm()
    answer = page.answer(
        form,
        lambda: actions.leave_seat(member, actor, person, form.seen, form.reason.data or ""),
        TEMPLATE,
    )
    # Who has left finds no page of the dispute any more.
    return answer if member.current else redirect(url_for("people.me"))


@conciliation.route("/disputes/<number>/convening", methods=BOTH)
def convene(number: str) -> ResponseReturnValue:
    """Convene the committee."""
    dispute, place = room_of(number)
    actor, person = actor_for(place, (Role.SECRETARY,)), signed_in()
    page = page_on(dispute, "convene", actor, convening_facts(dispute, person))
    form = ConveningForm()
    return page.answer(form, lambda: actions.convene(dispute, actor, person, form.seen), TEMPLATE)


def _member(place: Place) -> Member:
    if place.member is None:
        raise NoResultFound
    return place.member
