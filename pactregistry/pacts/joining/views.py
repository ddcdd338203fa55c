"""Asking to join a pact, and answering who asks. Art. 3(1)d, 4(3), 11(8)."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound
from werkzeug.wrappers import Response
from wtforms import SelectChoice

from pactregistry.config import settings
from pactregistry.pacts import doors
from pactregistry.pacts.actions_codesign import side_of
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.joining import actions_requests
from pactregistry.pacts.joining.actions_requests import Asking
from pactregistry.pacts.joining.facts import asking_facts, joining_facts
from pactregistry.pacts.joining.forms import CounterJoinForm, JoinForm, ReasonsForm, YesForm
from pactregistry.pacts.joining.models import JoinRequest, Outcome
from pactregistry.pacts.joining.queries import own_requests, request_in
from pactregistry.pacts.models import Pact
from pactregistry.people.acting import Actor, Day, today
from pactregistry.people.current import signed_in
from pactregistry.people.models import Account, groups_represented
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState, Role

BOTH = ["GET", "POST"]
MYSELF = "0"


@pacts.route("/pacts/<number>/joining", methods=BOTH)
def request_join(number: str) -> str | Response:
    """Ask to join, and see where one's request stands."""
    pact, seat = doors.pact_for_reader(number)
    person = signed_in()
    form = _join_form(pact, person)
    if form.validate_on_submit():
        asking = _asking(person, form)
        actor = Actor(person.id, Role.CITIZEN)
        actions_requests.ask(pact, actor, asking, today())
        flash(_("Both sides are told. You will hear from them."), "success")
        return redirect(url_for("pacts.request_join", number=number))
    facts = asking_facts(pact, None, None)
    mine = own_requests(person.id, pact)
    return render_template(
        "pacts/joining/join.html",
        pact=pact,
        form=form,
        requests=[(r, actions_requests.answer_until(pact, r)) for r in mine],
        waits=any(r.outcome is Outcome.WAITING for r in mine),
        in_it=asking_facts(pact, person.id, None).in_it_already,
        against=PACT.obstacles("request_join", PactState(pact.state), Role.CITIZEN, facts),
        at_counter=Role.DESK in seat.roles,
    )


@pacts.post("/pacts/<number>/joining/<int:request_id>/withdrawal")
def take_back_request(number: str, request_id: int) -> Response:
    """Take one's own request back."""
    pact, _seat = doors.pact_for_reader(number)
    found = request_in(pact, request_id)
    if found.account_id != signed_in().id:
        raise NoResultFound
    actions_requests.take_back(found)
    flash(_("The request is taken back."), "success")
    return redirect(url_for("pacts.request_join", number=number))


@pacts.route("/desk/pacts/<number>/joining", methods=BOTH)
def join_at_counter(number: str) -> str | Response:
    """Take a request in at the counter, for a person without an account."""
    pact, seat = doors.pact_at_table(number)
    actor = doors.actor_for(seat, (Role.DESK,))
    form = CounterJoinForm(version=pact.version, occurred_on=settings().today())
    if form.validate_on_submit():
        group = (form.group.data or "").strip()
        asking = Asking(
            None, None, form.name.data.strip(), group, form.contact.data.strip(), form.words.data
        )
        day = Day(form.day, form.why_earlier.data or "")
        actions_requests.ask(pact, actor, asking, day)
        flash(_("Recorded. The citizens' side is told."), "success")
        return redirect(url_for("pacts.people_list", number=number))
    return render_template("pacts/joining/counter.html", pact=pact, form=form)


@pacts.route("/pacts/<number>/joining/<int:request_id>", methods=BOTH)
def answer_join(number: str, request_id: int) -> str | Response:
    """Read who asks to join, and say yes for one's side."""
    pact, actor = doors.side_at_table(number)
    found = request_in(pact, request_id)
    form = YesForm(version=pact.version)
    if form.validate_on_submit():
        alone = bool(form.alone.data)
        admitted = actions_requests.say_yes(pact, actor, form.seen, found, alone=alone)
        flash(
            _("Admitted: the person is told.") if admitted else _("The other side is told."),
            "success",
        )
        return redirect(url_for("pacts.people_list", number=number))
    return _answer_page(pact, actor, found)


@pacts.post("/pacts/<number>/joining/<int:request_id>/refusal")
def decline_join(number: str, request_id: int) -> Response:
    """Say no with reasons."""
    pact, actor = doors.side_at_table(number)
    found = request_in(pact, request_id)
    form = ReasonsForm()
    actions_requests.decline(pact, actor, form.seen, found, form.reasons.data or "")
    flash(_("Declined. The person is told, with the reasons."), "success")
    return redirect(url_for("pacts.people_list", number=number))


def _join_form(pact: Pact, person: Account) -> JoinForm:
    form = JoinForm(version=pact.version)
    led = groups_represented(person.id, settings().today())
    form.whom.choices = [
        SelectChoice(MYSELF, _("for myself")),
        *(SelectChoice(str(group.id), group.name) for group in led),
    ]
    return form


def _asking(person: Account, form: JoinForm) -> Asking:
    led = {str(g.id): g for g in groups_represented(person.id, settings().today())}
    group = led.get(form.whom.data)
    return Asking(
        account_id=person.id,
        group_id=group.id if group else None,
        name=group.name if group else (person.name or person.public_name),
        public_name=group.name if group else "",
        contact="",
        words=form.words.data.strip(),
    )


def _answer_page(pact: Pact, actor: Actor, found: JoinRequest) -> str:
    city = side_of(actor) == "city"
    own, other = found.citizens_yes_on, found.city_yes_on
    if city:
        own, other = other, own
    facts = joining_facts(pact, found, actor.account_id, agreed=other is not None)
    return render_template(
        "pacts/joining/request.html",
        pact=pact,
        asked=found,
        until=actions_requests.answer_until(pact, found),
        form=YesForm(formdata=None, version=pact.version),
        refusal=ReasonsForm(formdata=None, version=pact.version),
        own=own,
        other=other,
        side=side_of(actor),
        against=PACT.obstacles("admit", PactState(pact.state), actor.role, facts),
        waits=found.outcome is Outcome.WAITING,
    )
