"""Answering a call: begun here, at the counter, or going on without it. Art. 4(1), 11(1), 34."""

from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import SelectChoice

from pactregistry.commons.calls import queries as calls
from pactregistry.commons.calls.models import Call
from pactregistry.commons.calls.moments import instant_of
from pactregistry.config import settings
from pactregistry.journal import Stale, history
from pactregistry.people.acting import Actor, today
from pactregistry.people.current import account, holds, signed_in
from pactregistry.people.officers import officer
from pactregistry.people.step_page import day_of
from pactregistry.proposals import actions_draft as drafting_actions
from pactregistry.proposals.access import actor_in, author_here
from pactregistry.proposals.actions_submit import SENT_A_DAY, SubmissionFlood
from pactregistry.proposals.answering import actions_alone
from pactregistry.proposals.answering.blueprint import answering
from pactregistry.proposals.answering.forms import (
    AloneForm,
    AnswerForm,
    CounterAloneForm,
    CounterAnswerForm,
)
from pactregistry.proposals.answering.public_call import public_of
from pactregistry.proposals.answering.starting import start_of
from pactregistry.proposals.facts import facts_on
from pactregistry.proposals.forms_draft import SubmissionForm, offer
from pactregistry.proposals.lawful_steps import standing_obstacles
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.reading import received
from pactregistry.proposals.views_draft import open_draft
from pactregistry.proposals.views_new import ANSWERS, to_first_screen
from pactregistry.proposals.views_submit import check_page
from pactregistry.workflow.engine import Obstacle, Unlawful
from pactregistry.workflow.lifecycle import CALL, PROPOSAL
from pactregistry.workflow.states import CallState, Role

BOTH = ["GET", "POST"]


@answering.route("/calls/<number>/answer", methods=BOTH)
def answer(number: str) -> ResponseReturnValue:
    """Begin an answer; who is not signed in does so first, and loses nothing."""
    call = calls.public_call(number)
    shown = public_of(call, history(CALL.name, call.id))
    if not (shown.takes_entries or shown.begins_later):
        return redirect(url_for("answering.call", number=number))
    form = AnswerForm(formdata=request.form or request.args or None)
    _offer(form, call)
    if not form.validate_on_submit():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_submitted() else HTTPStatus.OK
        return render_template("calls/answer.html", call=shown, form=form, person=account()), status
    person = account()
    if person is None or not holds(person, Role.CITIZEN):
        names = (*ANSWERS, "commons")
        given = urlencode({name: request.form[name] for name in names if name in request.form})
        back = f"{url_for('answering.answer', number=number)}?{given}"
        return redirect(url_for("security.login", next=back))
    start = start_of(call, form)
    return to_first_screen(drafting_actions.begin(actor_in(person, Role.CITIZEN), start))


@answering.route("/desk/calls/<int:call_id>/counter", methods=BOTH)
def counter(call_id: int) -> ResponseReturnValue:
    """Begin an answer for a person at the counter; the hour at which it came counts."""
    call = calls.by_id(call_id)
    officer((Role.DESK,), call.office)
    if call.state not in (CallState.OPEN, CallState.CLOSED):
        abort(404)
    form = CounterAnswerForm()
    _offer(form, call)
    if not form.is_submitted():
        local = settings().now().astimezone(settings().city.zone)
        form.came_on.data, form.came_at.data = local.date(), local.time()
        return _counter_page(call, form)
    if not form.validate():
        return _counter_page(call, form), HTTPStatus.UNPROCESSABLE_ENTITY
    brought = drafting_actions.Counter(
        name=form.author_name.data.strip(),
        contact=form.author_contact.data.strip(),
        came_on=form.came_on.data,
        document=(form.document.data or "").strip(),
        came_at=instant_of(form.came_on.data, form.came_at.data, settings().city.zone),
    )
    try:
        actor = actor_in(signed_in(), Role.DESK)
        draft = drafting_actions.begin(actor, start_of(call, form), brought)
    except Unlawful as refusal:
        return _counter_page(call, form, refusal.obstacles), HTTPStatus.CONFLICT
    return to_first_screen(draft)


@answering.post("/drafts/<int:draft_id>/alone")
def alone_draft(draft_id: int) -> ResponseReturnValue:
    """Send what came too late for its call as a proposal of one's own, with one button."""
    draft, actor = open_draft(draft_id)
    form = SubmissionForm()
    if not form.validate():
        return check_page(draft, actor, form), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        actions_alone.send_alone(draft, actor, form.seen, form.registry_number.data or "")
    except (Stale, Unlawful) as refusal:
        moved = isinstance(refusal, Stale)
        return check_page(draft, actor, form, moved=moved), HTTPStatus.CONFLICT
    except SubmissionFlood:
        page = check_page(draft, actor, form, most=SENT_A_DAY)
        return page, HTTPStatus.TOO_MANY_REQUESTS
    return redirect(url_for("proposals.receipt", number=draft.number))


@answering.route("/proposals/<number>/alone", methods=BOTH)
def go_on_alone(number: str) -> ResponseReturnValue:
    """Go on with a proposal of one's own after the call was withdrawn."""
    proposal = received(number)
    actor = author_here(proposal)
    at_counter = actor.role is Role.DESK
    form: Any = CounterAloneForm() if at_counter else AloneForm()
    if not form.validate_on_submit():
        if not form.is_submitted():
            form.version.data = str(proposal.version)
        if at_counter and form.occurred_on.data is None:
            form.occurred_on.data = settings().today()
        facts = facts_on(proposal, history(PROPOSAL.name, proposal.id), actor)
        against = standing_obstacles("go_on_alone", proposal, actor.role, facts)
        return _alone_page(proposal, actor, form, against)
    try:
        day = day_of(form) if at_counter else today()
        actions_alone.go_on_alone(proposal, actor, form.seen, day)
    except Unlawful as refusal:
        return _alone_page(proposal, actor, form, refusal.obstacles), HTTPStatus.CONFLICT
    flash(_("It goes on as a proposal of your own. Nothing is asked of you now."), "success")
    return redirect(url_for("proposals.own", number=number))


def _alone_page(
    proposal: Proposal, actor: Actor, form: AloneForm, against: tuple[Obstacle, ...]
) -> str:
    return render_template(
        "calls/alone.html",
        proposal=proposal,
        form=form,
        row=PROPOSAL.rows["go_on_alone"],
        against=against,
        counter=actor.role is Role.DESK,
    )


def _offer(form: Any, call: Call) -> None:
    offer(form)
    none = SelectChoice("", _("none of these, or not yet known"))
    form.commons.choices = [none, *(SelectChoice(str(c.id), c.name) for c in call.commons)]
    if not call.commons:
        del form.commons
    elif len(call.commons) == 1 and not form.is_submitted():
        form.commons.data = call.commons[0].id


def _counter_page(call: Call, form: Any, against: tuple[Obstacle, ...] = ()) -> str:
    return render_template("calls/counter.html", call=call, form=form, against=against)
