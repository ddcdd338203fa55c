"""Whose reports stand beside a pact's own: of pacts it renews, of similar ones. Art. 30(3)b."""

from collections.abc import Sequence

from sqlalchemy import ScalarSelect, Select, select
from sqlalchemy.orm import contains_eager, selectinload

from pactregistry.database import db
from pactregistry.pacts.access import PACT_IS_PUBLIC
from pactregistry.pacts.models import Pact
from pactregistry.reports.models import Figure, Report
from pactregistry.reports.queries import PUBLIC_REPORT
from pactregistry.workflow.states_reports import ReportKind

# What was paid in advance is accounted for apart: it is no period of the pact.
PERIODS = (ReportKind.INTERIM, ReportKind.FINAL)


def reports_over_time(pact: Pact) -> Sequence[Report]:
    """The reports due or written on a pact and on those that it renews, public pacts only."""
    query = _reports().where(Report.pact_id.in_(_chain(pact)))
    return db.session.scalars(query.order_by(Report.period_to, Report.id)).all()


def reports_of_similar(pact: Pact) -> Sequence[Report]:
    """The published reports of other public pacts of the same kind, the latest first.

    Of the same kind: in the intensity of the care, the commons, and where a pack tells kinds of
    pacts apart, in that. A pact that is not described so has none.
    """
    if pact.intensity is None or pact.commons_kind is None:
        return ()
    query = _reports().where(
        Pact.intensity == pact.intensity,
        Pact.commons_kind == pact.commons_kind,
        Pact.pact_kind == pact.pact_kind,
        Report.state.in_(PUBLIC_REPORT),
        Report.withheld.is_(False),
        Report.pact_id.not_in(_chain(pact)),
    )
    return db.session.scalars(query.order_by(Report.period_to.desc(), Report.id.desc())).all()


def has_figures(pact: Pact) -> bool:
    """Whether anyone may read figures of a pact, or of one that it renews."""
    query = (
        select(Figure.id)
        .join(Figure.report)
        .join(Report.pact)
        .where(
            PACT_IS_PUBLIC,
            Report.pact_id.in_(_chain(pact)),
            Report.kind.in_(PERIODS),
            Report.state.in_(PUBLIC_REPORT),
            Report.withheld.is_(False),
        )
    )
    return db.session.scalar(query.limit(1)) is not None


def _reports() -> Select[Report]:
    return (
        select(Report)
        .join(Report.pact)
        .where(PACT_IS_PUBLIC, Report.kind.in_(PERIODS))
        .options(contains_eager(Report.pact), selectinload(Report.figures))
    )


def _chain(pact: Pact) -> ScalarSelect[int]:
    own = select(Pact.id, Pact.predecessor_id).where(Pact.id == pact.id)
    chain = own.cte("renewed", recursive=True)
    before = select(Pact.id, Pact.predecessor_id).join(chain, Pact.id == chain.c.predecessor_id)
    return select(chain.union(before).c.id).scalar_subquery()
