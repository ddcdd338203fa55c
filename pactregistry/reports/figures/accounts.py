"""Reports due and published, evaluations, questions and how fast they were answered. Art. 30."""

from typing import Final

from sqlalchemy import and_, case, func, or_, select

from pactregistry.reports.evaluating.models import Evaluation
from pactregistry.reports.figures.counting import tally
from pactregistry.reports.figures.scope import Scope, on_pact
from pactregistry.reports.figures.table import Table, counted
from pactregistry.reports.models import Report
from pactregistry.reports.oversight.models import Question
from pactregistry.reports.queries import WRITABLE
from pactregistry.reports.scheduling.queries import AWAITED
from pactregistry.workflow.states import ReportState
from pactregistry.workflow.states_reports import Outcome

SECTION: Final = "accounts"
PLACE: Final = "place"  # rows are grouped by name: PostgreSQL takes the same words for two


def account_tables(scope: Scope) -> list[Table]:
    """All tables on how pacts are accounted for."""
    return [_reports(scope), _evaluations(scope), _questions(scope)]


def _reports(scope: Scope) -> Table:
    """As they stand today, those that are not public too: how many, never which. Art. 30(3).

    The final report of a pact that was taken up again is awaited no more: it stands nowhere.
    """
    late = and_(AWAITED, Report.due_on.is_not(None), Report.due_on < scope.today)
    closed = and_(Report.state.in_(WRITABLE), Report.unreported_on.is_not(None))
    where = case(
        (late, "overdue"),
        (AWAITED, "awaited"),
        (closed, "given_up"),
        (Report.state == ReportState.SUBMITTED, "being_read"),
        (Report.state == ReportState.UNEXAMINED, "unexamined"),
        else_="accepted",
    ).label(PLACE)
    query = select(where, func.count()).select_from(Report).join(Report.pact)
    told = or_(Report.state.not_in(WRITABLE), AWAITED, closed)
    found = tally(query.where(scope.all_pacts, told, scope.on(Report.period_to)).group_by(PLACE))
    rows = ("accepted", "unexamined", "being_read", "awaited", "overdue", "given_up")
    return counted("reports", SECTION, "said", rows, {"reports": found})


def _evaluations(scope: Scope) -> Table:
    query = select(Evaluation.outcome, func.count())
    query = query.where(on_pact(Evaluation, scope.all_pacts), scope.on(Evaluation.occurred_on))
    found = tally(query.group_by(Evaluation.outcome))
    return counted("evaluations", SECTION, "outcome", Outcome, {"evaluations": found})


def _questions(scope: Scope) -> Table:
    """Of the year in which they were asked, as they stood on its last day."""
    due = Question.answer_by
    answered = and_(Question.answered_on.is_not(None), Question.answered_on <= scope.last)
    where = case(
        (and_(answered, due.is_not(None), Question.answered_on > due), "answered_late"),
        (answered, "answered"),
        (and_(due.is_not(None), due < scope.last), "waiting_late"),
        else_="waiting",
    ).label(PLACE)
    query = select(where, func.count()).select_from(Question)
    public = and_(
        on_pact(Question, scope.all_pacts),
        Question.withheld.is_(False),
        Question.awaits_moderation.is_(False),
    )
    found = tally(query.where(public, scope.on(Question.asked_on)).group_by(PLACE))
    rows = ("answered", "answered_late", "waiting", "waiting_late")
    return counted("questions", SECTION, "said", rows, {"questions": found})
