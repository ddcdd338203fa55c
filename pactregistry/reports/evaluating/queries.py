"""What the pages of an evaluation read: evaluations, views, figures, loans. Art. 22(2), 30(8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from pactregistry.database import db
from pactregistry.pacts.access import PACT_IS_PUBLIC
from pactregistry.pacts.models import Pact
from pactregistry.reports.charts.shown import figure as written_figure
from pactregistry.reports.evaluating.models import Evaluation, OwnView
from pactregistry.reports.labels import figure_label, pack_of, unit_beside
from pactregistry.reports.models import Figure
from pactregistry.reports.queries import WRITABLE, reports_of
from pactregistry.supports.loans.models import Loan
from pactregistry.supports.loans.reading import loans_for
from pactregistry.workflow.states_reports import Outcome


@dataclass(frozen=True)
class Known:
    """One figure of the pact's reports, as help for who evaluates it."""

    label: str
    value: str
    unit: str
    period_from: date
    period_to: date


def evaluations_on(pact: Pact) -> Sequence[Evaluation]:
    """The evaluations of a pact, the latest first."""
    query = select(Evaluation).filter_by(pact_id=pact.id)
    return db.session.scalars(query.order_by(Evaluation.id.desc())).all()


def all_evaluations() -> Sequence[Evaluation]:
    """The evaluations of all public pacts, the oldest first."""
    query = select(Evaluation).join(Evaluation.pact).where(PACT_IS_PUBLIC)
    return db.session.scalars(
        query.order_by(Evaluation.id).options(joinedload(Evaluation.pact))
    ).all()


def evaluations_by_pact(pact_ids: Sequence[int]) -> dict[int, list[Evaluation]]:
    """The evaluations of several pacts in one query, the oldest first, by pact."""
    found: dict[int, list[Evaluation]] = {pact_id: [] for pact_id in pact_ids}
    query = select(Evaluation).where(Evaluation.pact_id.in_(pact_ids))
    for evaluation in db.session.scalars(query.order_by(Evaluation.id)):
        found[evaluation.pact_id].append(evaluation)
    return found


def outcomes(begin: date, end: date) -> dict[Outcome, int]:
    """How many public evaluations came to each outcome between two days, both included."""
    query = (
        select(Evaluation.outcome, func.count().label("number"))
        .join(Evaluation.pact)
        .where(PACT_IS_PUBLIC, Evaluation.occurred_on.between(begin, end))
        .group_by(Evaluation.outcome)
    )
    counted = {row.outcome: row.number for row in db.session.execute(query)}
    return {outcome: counted.get(outcome, 0) for outcome in Outcome}


def views_to_hear(pact: Pact) -> Sequence[OwnView]:
    """What the citizens wrote since the pact was last evaluated, the oldest first."""
    latest = select(func.max(Evaluation.recorded_at)).where(Evaluation.pact_id == pact.id)
    since = db.session.scalar(latest)
    query = select(OwnView).filter_by(pact_id=pact.id).options(joinedload(OwnView.author))
    if since is not None:
        query = query.where(OwnView.written_at > since)
    return db.session.scalars(query.order_by(OwnView.id)).all()


def figures_known(pact: Pact) -> list[Known]:
    """The figures of the reports that were sent, in the order of their periods."""
    sent = [report for report in reports_of(pact) if report.state not in WRITABLE]
    return [_known(figure) for report in sent for figure in report.figures]


def loans_out(pact: Pact) -> list[Loan]:
    """The loans for a pact that are kept for it or not back yet."""
    return [loan for loan in loans_for(pact_id=pact.id) if not loan.is_over]


def _known(figure: Figure) -> Known:
    report = figure.report
    pack = pack_of(report)
    return Known(
        figure_label(figure, pack),
        written_figure(figure.value),
        unit_beside(figure.unit, pack),
        report.period_from,
        report.period_to,
    )
