"""Pages on which a pact is evaluated with its citizens, or closed without a report. Art. 30(8)."""

from http import HTTPStatus

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.languages import in_language
from pactregistry.pacts import doors
from pactregistry.pacts.access import Seat
from pactregistry.pacts.life.speaking import StepPage, open_step
from pactregistry.pacts.life.terms import pack_of
from pactregistry.people.current import account
from pactregistry.people.forms_day import ExplainForm
from pactregistry.people.step_page import day_of
from pactregistry.reports.blueprint import reports
from pactregistry.reports.evaluating import actions
from pactregistry.reports.evaluating.forms import (
    MOST_EFFECTS,
    EffectForm,
    EvaluationForm,
    OwnViewForm,
    UnitOffered,
)
from pactregistry.reports.evaluating.queries import figures_known, loans_out, views_to_hear
from pactregistry.reports.facts import takes_part
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState, Role
from pactregistry.workflow.states_reports import Nature, Outcome, Reach, Sign

BOTH = ["GET", "POST"]
AT_THE_TABLE = (Role.CITIZEN, Role.LEAD, Role.DESK, Role.MANAGER)


@reports.route("/pacts/<number>/evaluation", methods=BOTH)
def evaluate(number: str) -> ResponseReturnValue:
    """Write down what both sides found, and what follows from it."""
    page = _page("evaluate", number, "evaluation")
    pact, views = page.pact, page.shown["views"]
    pack = pack_of(pact)
    form = EvaluationForm()
    form.offer(
        [UnitOffered(unit.key, in_language(unit.label), unit.decimals) for unit in pack.units],
        settings().today(),
    )
    if not form.is_submitted():
        form.citizens_view.data = "\n\n".join(view.text for view in views)
    page.shown.update(
        figures=figures_known(pact),
        loans=loans_out(pact),
        most_effects=MOST_EFFECTS,
    )

    def take() -> None:
        actions.evaluate(pact, page.actor, form.seen, day_of(form), _finding(form))

    return page.answer(form, take, "reports/evaluating/evaluation.html")


@reports.route("/pacts/<number>/closing-without-report", methods=BOTH)
def close_unreported(number: str) -> ResponseReturnValue:
    """Close the file of an ended pact of which no report came."""
    page = _page("close_unreported", number, "")
    form = ExplainForm()

    def take() -> None:
        reason = form.reason.data or ""
        actions.close_unreported(page.pact, page.actor, form.seen, day_of(form), reason)

    return page.answer(form, take, "reports/evaluating/closing.html")


@reports.route("/pacts/<number>/our-view", methods=BOTH)
def our_view(number: str) -> ResponseReturnValue:
    """What the citizens' side says before the evaluation, for the table to read."""
    pact, seat = doors.pact_at_table(number)
    person = account()
    if person is None or not (seat.takes_part or seat.role_among(AT_THE_TABLE)):
        abort(403)
    form = OwnViewForm()
    is_time = PactState(pact.state) in PACT.rows["evaluate"].sources
    may_write = seat.takes_part and is_time
    code = HTTPStatus.OK
    if form.is_submitted():
        if not may_write:
            code = HTTPStatus.CONFLICT if seat.takes_part else HTTPStatus.FORBIDDEN
        elif form.validate():
            actions.write_view(pact, person.id, form.text.data)
            flash(_("The office reads it before the evaluation."), "success")
            return redirect(url_for("reports.our_view", number=number))
        else:
            code = HTTPStatus.UNPROCESSABLE_ENTITY
    page = render_template(
        "reports/evaluating/our_view.html",
        pact=pact,
        form=form,
        may_write=may_write,
        is_time=is_time,
        views=views_to_hear(pact),
        evaluates=_evaluates(seat) and is_time,
        row=PACT.rows["evaluate"],
    )
    return page, code


def _page(step: str, number: str, anchor: str) -> StepPage:
    """The step's page; whoever takes part in the pact does not take it. Art. 11(8)."""
    page = open_step(step, number)
    views = views_to_hear(page.pact)
    page.shown["views"] = views
    back = url_for("pacts.show", number=number, _anchor=anchor) if anchor else ""
    return page.knowing(
        back,
        actor_is_proposer=takes_part(page.pact, page.actor.account_id),
        citizens_took_part=bool(views),
    )


def _evaluates(seat: Seat) -> bool:
    return seat.role_among(PACT.rows["evaluate"].by) is not None


def _finding(form: EvaluationForm) -> actions.Finding:
    return actions.Finding(
        outcome=Outcome(form.outcome.data),
        reasons=form.reason.data or "",
        met_on=form.met_on.data,
        taking_part=form.taking_part.data or "",
        citizens_view=form.citizens_view.data or "",
        what_changes=form.what_changes.data or "",
        effects=[_effect(row) for row in form.rows()],
    )


def _effect(row: EffectForm) -> actions.Effect:
    return actions.Effect(
        text=row.said,
        sign=Sign(row.sign.data),
        reach=Reach(row.reach.data),
        nature=Nature(row.nature.data),
        value=row.value.data,
        unit=row.unit.data or "",
    )
