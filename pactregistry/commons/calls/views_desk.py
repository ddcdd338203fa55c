"""The office writes, previews and opens calls. Art. 10(2), 11(1)a, 11(2)."""

from http import HTTPStatus
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.commons.calls import actions, queries, terms, typed
from pactregistry.commons.calls.blueprint import calls
from pactregistry.commons.calls.facts import facts_on
from pactregistry.commons.calls.forms import MOST_CRITERIA, MOST_QUESTIONS
from pactregistry.commons.calls.models import Call
from pactregistry.commons.inventory.queries import listed
from pactregistry.config import settings
from pactregistry.people.acting import Actor
from pactregistry.people.forms_day import SeenForm
from pactregistry.people.forms_withholding import RestorationForm, WithholdingForm
from pactregistry.people.officers import officer
from pactregistry.people.step_page import StepPage
from pactregistry.workflow.facts import CallFacts
from pactregistry.workflow.lifecycle import CALL
from pactregistry.workflow.states import CallState, Role

BOTH = ["GET", "POST"]
Page = StepPage[CallState, CallFacts]


@calls.get("/desk/calls/")
def desk_list() -> str:
    """All calls of the office."""
    person = officer((Role.DESK, Role.MANAGER))
    return render_template(
        "calls/desk_list.html", calls=queries.desk_calls(), is_desk=person.role is Role.DESK
    )


@calls.route("/desk/calls/new", methods=BOTH)
def new() -> ResponseReturnValue:
    """Begin a call."""
    actor = officer((Role.DESK,))
    free = terms.free_terms(settings().pack)
    offered = listed()
    form = typed.form_for(None, free, offered)
    answer = _unfinished(form, free, None)
    if answer is not None:
        return answer
    chosen = queries.commons_by_ids(form.commons.data or [])
    call = actions.draft(actor, typed.values_of(form, free), chosen)
    flash(_("The draft is kept. Nobody outside the office reads it yet."), "success")
    return redirect(url_for("answering.desk_call", call_id=call.id))


@calls.route("/desk/calls/<int:call_id>/text", methods=BOTH)
def revise(call_id: int) -> ResponseReturnValue:
    """Change a draft."""
    call, actor = _mine(call_id, "revise")
    if call.state != CallState.DRAFT:
        flash(_("A call that was opened says the same to everyone, to its end."), "info")
        return redirect(url_for("answering.desk_call", call_id=call.id))
    free = terms.free_terms(terms.pack_of(call))
    form = typed.form_for(call, free, listed())
    if not form.is_submitted():
        form.version.data = str(call.version)
    answer = _unfinished(form, free, call)
    if answer is not None:
        return answer
    chosen = queries.commons_by_ids(form.commons.data or [])
    actions.revise(call, actor, form.seen, typed.values_of(form, free), chosen)
    flash(_("Saved."), "success")
    return redirect(url_for("answering.desk_call", call_id=call.id))


@calls.route("/desk/calls/<int:call_id>/opening", methods=BOTH)
def open_call(call_id: int) -> ResponseReturnValue:
    """Open a call, read as everyone will read it."""
    page = step_page("open", call_id)
    call = page.shown["call"]
    form = SeenForm()

    def take() -> None:
        actions.open_call(call, page.actor, form.seen)

    page.shown["terms"] = terms.terms_of(call)
    return page.answer(form, take, "calls/open.html")


@calls.route("/desk/calls/<int:call_id>/withholding", methods=BOTH)
def withhold(call_id: int) -> ResponseReturnValue:
    """Take a call from the public at once."""
    page = step_page("withhold", call_id)
    form = WithholdingForm()

    def take() -> None:
        actions.withhold(page.shown["call"], page.actor, form.seen, form.reason.data or "")

    return page.answer(form, take)


@calls.route("/desk/calls/<int:call_id>/restoration", methods=BOTH)
def restore(call_id: int) -> ResponseReturnValue:
    """Show a call to the public again."""
    page = step_page("restore", call_id)
    form = RestorationForm()

    def take() -> None:
        actions.restore(page.shown["call"], page.actor, form.seen, form.reason.data or "")

    return page.answer(form, take)


def step_page(step: str, call_id: int, **more: Any) -> Page:
    """The page of a step for the officer who is here; `more` are facts of other rooms."""
    call, actor = _mine(call_id, step)
    return StepPage(
        machine=CALL,
        step=step,
        subject=call,
        actor=actor,
        facts=facts_on(call, **more),
        name=f"{call.number} · {call.title}" if call.number else call.title,
        back=url_for("answering.desk_call", call_id=call.id),
        shown={"call": call},
    )


def _mine(call_id: int, step: str) -> tuple[Call, Actor]:
    call = queries.by_id(call_id)
    return call, officer(CALL.rows[step].by, call.office)


def _unfinished(form: Any, free: Any, call: Call | None) -> ResponseReturnValue | None:
    """The form again, where it was not sent, wants more rows or needs mending."""
    if form.is_submitted() and not form.wants_more and form.validate():
        return None
    status = HTTPStatus.OK
    if form.is_submitted():
        form.add_rows()
        status = HTTPStatus.OK if form.wants_more else HTTPStatus.UNPROCESSABLE_ENTITY
    return (
        render_template(
            "calls/form.html",
            form=form,
            call=call,
            term_fields=[(term, form[typed.term_field(term.key)]) for term in free],
            most_questions=MOST_QUESTIONS,
            most_criteria=MOST_CRITERIA,
        ),
        status,
    )
