"""The people of a pact, for its sides only; leaving, exclusion, and being heard. Art. 5(2)l."""

from http import HTTPStatus

from flask import abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound
from werkzeug.wrappers import Response

from pactregistry.config import settings
from pactregistry.languages import day
from pactregistry.pacts import doors
from pactregistry.pacts.actions_codesign import side_of
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.joining import actions_excluding, actions_leaving
from pactregistry.pacts.joining.facts import excluding_facts, leaving_facts, until_day
from pactregistry.pacts.joining.forms import (
    AnswerForm,
    ChargesForm,
    CounterLeaveForm,
    LeaveForm,
    YesForm,
)
from pactregistry.pacts.joining.models import Adherent, Outcome
from pactregistry.pacts.joining.queries import (
    adherent_in,
    adherents_of,
    exclusion_in,
    exclusions_of,
    speaks_for,
    waiting_requests,
)
from pactregistry.pacts.joining.standing import Person, person_named, persons_in
from pactregistry.pacts.models import Pact
from pactregistry.people.acting import Actor, Day, today
from pactregistry.people.current import signed_in
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState, Role

BOTH = ["GET", "POST"]


@pacts.get("/pacts/<number>/people")
def people_list(number: str) -> str:
    """Who takes part, since when and until when; who asks to join; who is to be heard."""
    pact, seat = doors.pact_at_table(number)
    if not seat.roles:
        abort(HTTPStatus.FORBIDDEN)  # who has joined sees how many they are, not who
    return render_template(
        "pacts/joining/people.html",
        pact=pact,
        adherents=[a for a in adherents_of(pact) if a.joined or a.until is not None],
        persons=persons_in(pact),
        requests=waiting_requests(pact),
        exclusions=exclusions_of(pact),
        by_desk=Role.DESK in seat.roles,
        acts=seat.role_among(doors.WRITERS) is not None,
        today=settings().today(),
    )


@pacts.route("/pacts/<number>/leaving", methods=BOTH)
def leave(number: str) -> str | Response:
    """Leave a pact by oneself, after the notice of its text."""
    pact, seat = doors.pact_at_table(number)
    person = signed_in()
    if not seat.takes_part:
        return redirect(url_for("pacts.people_list", number=number))
    actor = Actor(person.id, Role.CITIZEN)
    adherent = actions_leaving.own_part(pact, person)
    return _leave_page(pact, actor, adherent, LeaveForm(version=pact.version))


@pacts.route("/pacts/<number>/people/<int:adherent_id>/leaving", methods=BOTH)
def leave_for(number: str, adherent_id: int) -> str | Response:
    """Record at the counter that a person without an account leaves."""
    pact, seat = doors.pact_at_table(number)
    actor = doors.actor_for(seat, (Role.DESK,))
    adherent = adherent_in(pact, adherent_id)
    if adherent.account_id is not None or adherent.group_id is not None:
        raise NoResultFound  # who has an account leaves by oneself
    form = CounterLeaveForm(version=pact.version, occurred_on=settings().today())
    return _leave_page(pact, actor, adherent, form)


@pacts.route("/pacts/<number>/people/<whom>/exclusion", methods=BOTH)
def announce_exclusion(number: str, whom: str) -> str | Response:
    """Tell a person what they are charged with, and hear them."""
    pact, actor = doors.side_at_table(number)
    person = person_named(pact, whom)
    form = ChargesForm(version=pact.version)
    if form.validate_on_submit():
        exclusion = actions_excluding.announce(
            pact, actor, form.seen, person.adherent, form.reasons.data or ""
        )
        flash(
            _("The person is told and may answer until %(day)s.", day=day(exclusion.answer_until)),
            "success",
        )
        return redirect(url_for("pacts.people_list", number=number))
    return _announce_page(pact, person, form)


@pacts.route("/pacts/<number>/exclusions/<int:exclusion_id>", methods=BOTH)
def exclude(number: str, exclusion_id: int) -> str | Response:
    """Read the charges and the answer, and agree for one's side."""
    pact, actor = doors.side_at_table(number)
    exclusion = exclusion_in(pact, exclusion_id)
    form = YesForm(version=pact.version)
    if form.validate_on_submit():
        alone = bool(form.alone.data)
        decided = actions_excluding.agree(pact, actor, form.seen, exclusion, alone=alone)
        told = _("Excluded: the person is told.") if decided else _("The other side is told.")
        flash(told, "success")
        return redirect(url_for("pacts.people_list", number=number))
    city = side_of(actor) == "city"
    agreed = exclusion.citizens_yes_id if city else exclusion.city_yes_id
    own = exclusion.city_yes_id if city else exclusion.citizens_yes_id
    facts = excluding_facts(pact, exclusion, actor.account_id, agreed=agreed is not None)
    return render_template(
        "pacts/joining/exclusion.html",
        pact=pact,
        exclusion=exclusion,
        form=form,
        own=own is not None,
        waits=exclusion.outcome is Outcome.WAITING,
        at_counter=city and speaks_for(exclusion.adherent, signed_in(), by_desk=True),
        against=PACT.obstacles("exclude", PactState(pact.state), actor.role, facts),
    )


@pacts.post("/pacts/<number>/exclusions/<int:exclusion_id>/end")
def drop_exclusion(number: str, exclusion_id: int) -> Response:
    """Let the matter rest: for the side that announced it."""
    pact, actor = doors.side_at_table(number)
    exclusion = exclusion_in(pact, exclusion_id)
    if exclusion.side != side_of(actor):
        raise NoResultFound
    actions_excluding.drop(pact, exclusion)
    flash(_("The matter rests: the person stays and is told."), "success")
    return redirect(url_for("pacts.people_list", number=number))


@pacts.route("/pacts/<number>/exclusions/<int:exclusion_id>/answer", methods=BOTH)
def answer_exclusion(number: str, exclusion_id: int) -> str | Response:
    """Say one's own side before a decision: who is concerned, a group by who represents it.

    The desk types what a person without an account says.
    """
    pact, seat = doors.pact_for_reader(number)
    exclusion = exclusion_in(pact, exclusion_id)
    if not speaks_for(exclusion.adherent, signed_in(), by_desk=Role.DESK in seat.roles):
        raise NoResultFound
    form = AnswerForm(version=pact.version, text=exclusion.answer)
    if form.validate_on_submit():
        actions_excluding.answer(pact, exclusion, form.text.data)
        flash(_("Your answer is with both sides."), "success")
        return redirect(url_for("pacts.answer_exclusion", number=number, exclusion_id=exclusion_id))
    return render_template("pacts/joining/answer.html", pact=pact, exclusion=exclusion, form=form)


def _leave_page(pact: Pact, actor: Actor, adherent: Adherent, form: LeaveForm) -> str | Response:
    if form.validate_on_submit():
        counter = isinstance(form, CounterLeaveForm)
        said = Day(form.day, form.why_earlier.data or "") if counter else today()
        reason = form.reason.data or ""
        last = actions_leaving.leave(pact, actor, form.seen, adherent, said, reason)
        flash(_("Recorded: the last day is %(day)s.", day=day(last)), "success")
        return redirect(
            url_for("pacts.people_list" if counter else "pacts.leave", number=pact.number)
        )
    facts = leaving_facts(pact, adherent.account_id)
    return render_template(
        "pacts/joining/leave.html",
        pact=pact,
        adherent=adherent,
        form=form,
        last=adherent.until or actions_leaving.leaving_day(pact, settings().today()),
        against=PACT.obstacles("leave", PactState(pact.state), actor.role, facts),
    )


def _announce_page(pact: Pact, person: Person, form: ChargesForm) -> str:
    return render_template(
        "pacts/joining/charges.html",
        pact=pact,
        person=person,
        form=form,
        until=until_day(pact, "breach_answer", settings().today()),
    )
