"""Pages of problems at a place: reported by anyone, read by both sides. Art. 3(1)b, 10(2)."""

from http import HTTPStatus

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound

from pactregistry.documents.actions import keep
from pactregistry.documents.views import send
from pactregistry.journal import history
from pactregistry.pacts import doors
from pactregistry.pacts.models import Pact
from pactregistry.people.acting import Actor
from pactregistry.people.current import signed_in
from pactregistry.people.forms_day import DayForm
from pactregistry.people.step_page import ANSWERED_BY_FORM, StepPage, day_of
from pactregistry.reports.blueprint import reports
from pactregistry.reports.oversight import actions_problems as actions
from pactregistry.reports.oversight import queries_places as queries
from pactregistry.reports.oversight.doors import (
    actor_among,
    beginner,
    problem_here,
    public_pact,
)
from pactregistry.reports.oversight.facts import facts_on
from pactregistry.reports.oversight.forms import CalledProblemForm, ProblemForm, WordForm
from pactregistry.reports.oversight.models import Problem
from pactregistry.reports.oversight.opening import AT_ONCE, Flood
from pactregistry.workflow.engine import Obstacle, Unlawful
from pactregistry.workflow.facts_reports import QuestionFacts
from pactregistry.workflow.lifecycle import PROBLEM
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_reports import ProblemState

BOTH = ["GET", "POST"]
TEMPLATE = "reports/oversight/problem_step.html"
ANSWERED = ANSWERED_BY_FORM | {"answer_written"}


@reports.route("/pacts/<number>/problem", methods=BOTH)
def report_problem(number: str) -> ResponseReturnValue:
    """Tell both sides of the pact what is wrong at its place."""
    pact = public_pact(number)
    actor = beginner(pact)
    form = CalledProblemForm() if actor.role is Role.DESK else ProblemForm()
    if not form.is_submitted():
        return _report_page(form, pact, actor)
    if not form.validate():
        return _report_page(form, pact, actor), HTTPStatus.UNPROCESSABLE_ENTITY
    found = actions.Found(
        text=form.text.data or "",
        where=form.where.data or "",
        urgent=form.urgent.data,
        contact=form["contact"].data or "" if isinstance(form, CalledProblemForm) else "",
        picture=next((keep(picture) for picture in form.pictures), None),
    )
    try:
        problem = actions.report(pact, actor, found)
    except Unlawful as refusal:
        return _report_page(form, pact, actor, refusal.obstacles), HTTPStatus.CONFLICT
    except Flood:
        form.text.errors = [
            _("You reported %(count)s problems just now: try again in ten minutes.", count=AT_ONCE)
        ]
        return _report_page(form, pact, actor), HTTPStatus.TOO_MANY_REQUESTS
    flash(_("Thank you. The citizens of the pact and the office were told."), "success")
    return redirect(url_for("reports.problem", problem_id=problem.id))


@reports.get("/problems/<int:problem_id>")
def problem(problem_id: int) -> str:
    """Where a problem stands, for its author and both sides."""
    found, reader = problem_here(problem_id)
    state = ProblemState(found.state)
    rows = [row for role in sorted(reader.seat.roles) for row in PROBLEM.open_to(state, role)]
    return render_template(
        "reports/oversight/problem.html",
        problem=found,
        pact=found.pact,
        reader=reader,
        steps=list(dict.fromkeys(row.step for row in rows)),
        entries=history(PROBLEM.name, found.id),
    )


@reports.get("/problems/<int:problem_id>/photograph")
def problem_photograph(problem_id: int) -> Response:
    """The photograph of a problem; never public."""
    found, _reader = problem_here(problem_id)
    if found.photograph is None:
        raise NoResultFound
    return send(found.photograph)


@reports.get("/pacts/<number>/problems")
def problems_on(number: str) -> str:
    """The problems at the place of a pact: all for both sides, one's own for who reported."""
    pact, seat = doors.pact_for_reader(number)
    mine = () if seat.reads else queries.own_problems(signed_in().id, pact)
    return render_template(
        "reports/oversight/problems_on.html",
        pact=pact,
        both=seat.reads,
        problems=queries.problems_on(pact) if seat.reads else mine,
    )


@reports.get("/desk/problems")
def desk_problems() -> str:
    """The problems at all places under pact, urgent ones first."""
    also_closed = request.args.get("closed") == "1"
    number = max(1, request.args.get("page", 1, type=int))
    page = queries.problems_on_desk(number, also_closed=also_closed)
    if page.number > page.count:
        abort(404)
    return render_template(
        "reports/oversight/desk_problems.html", page=page, also_closed=also_closed
    )


@reports.route("/problems/<int:problem_id>/taking-up", methods=BOTH)
def take_up_problem(problem_id: int) -> ResponseReturnValue:
    """Say that one's side takes care of it."""
    page, found = _open("take_up", problem_id)
    form = DayForm()
    return page.answer(
        form, lambda: actions.take_up(found, page.actor, form.seen, day_of(form)), TEMPLATE
    )


@reports.route("/problems/<int:problem_id>/solution", methods=BOTH)
def solve_problem(problem_id: int) -> ResponseReturnValue:
    """Say in a word how it was solved."""
    page, found = _open("solve", problem_id)
    form = WordForm()
    return page.answer(
        form,
        lambda: actions.solve(found, page.actor, form.seen, day_of(form), form.reason.data or ""),
        TEMPLATE,
    )


@reports.route("/problems/<int:problem_id>/setting-aside", methods=BOTH)
def set_aside_problem(problem_id: int) -> ResponseReturnValue:
    """Set it aside with a reason."""
    page, found = _open("set_aside", problem_id)
    form = WordForm()

    def take() -> None:
        actions.set_aside(found, page.actor, form.seen, day_of(form), form.reason.data or "")

    return page.answer(form, take, TEMPLATE)


@reports.route("/problems/<int:problem_id>/reopening", methods=BOTH)
def take_up_problem_again(problem_id: int) -> ResponseReturnValue:
    """Open it again."""
    page, found = _open("take_up_again", problem_id)
    form = WordForm()

    def take() -> None:
        actions.take_up_again(found, page.actor, form.seen, day_of(form), form.reason.data or "")

    return page.answer(form, take, TEMPLATE)


def _open(step: str, problem_id: int) -> tuple[StepPage[ProblemState, QuestionFacts], Problem]:
    found, reader = problem_here(problem_id)
    actor = actor_among(reader, PROBLEM.rows[step].by)
    page = StepPage(
        machine=PROBLEM,
        step=step,
        subject=found,
        actor=actor,
        facts=facts_on(found, actor),
        name=f"{found.pact.number} · {found.pact.title}",
        back=url_for("reports.problem", problem_id=found.id),
        answered=ANSWERED,
        shown={"problem": found},
    )
    return page, found


def _report_page(
    form: ProblemForm, pact: Pact, actor: Actor, against: tuple[Obstacle, ...] = ()
) -> str:
    return render_template(
        "reports/oversight/report_problem.html",
        form=form,
        pact=pact,
        by_desk=actor.role is Role.DESK,
        against=against,
    )
