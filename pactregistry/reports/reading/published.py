"""Which reports are public, for queries: examined or late, of public pacts. Art. 30(7)."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.orm import joinedload, selectinload

from pactregistry.database import db
from pactregistry.pacts.access import PACT_IS_PUBLIC
from pactregistry.reports.models import Photograph, Report
from pactregistry.reports.queries import PUBLIC_REPORT

REPORT_IS_PUBLIC: Final[ColumnElement[bool]] = and_(
    Report.state.in_(PUBLIC_REPORT), Report.withheld.is_(False), Report.pact.has(PACT_IS_PUBLIC)
)


def public_report(number: str) -> Report:
    """A published report with all that its record tells; raises NoResultFound."""
    query = _with_all(select(Report).where(REPORT_IS_PUBLIC, Report.number == number))
    return db.session.scalars(query).one()


def all_reports(after: int = 0, limit: int | None = None) -> Sequence[Report]:
    """Published reports by id, for downloads and the API."""
    query = _with_all(select(Report).where(REPORT_IS_PUBLIC, Report.id > after))
    return db.session.scalars(query.order_by(Report.id).limit(limit)).all()


def reports_by_pact(pact_ids: Sequence[int]) -> dict[int, list[Report]]:
    """The published reports of several pacts in the order of their periods, in two queries."""
    query = select(Report).where(REPORT_IS_PUBLIC, Report.pact_id.in_(pact_ids))
    query = query.options(selectinload(Report.figures))
    found: dict[int, list[Report]] = {pact_id: [] for pact_id in pact_ids}
    for report in db.session.scalars(query.order_by(Report.period_to, Report.id)):
        found[report.pact_id].append(report)
    return found


def _with_all(query: Select[Report]) -> Select[Report]:
    return query.options(
        joinedload(Report.pact),
        selectinload(Report.figures),
        selectinload(Report.costs),
        selectinload(Report.photographs).joinedload(Photograph.attachment),
    )
