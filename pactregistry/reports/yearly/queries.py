"""The reads of the pages on years. Art. 35(2)."""

from collections.abc import Sequence

from sqlalchemy import select

from pactregistry.database import db
from pactregistry.reports.yearly.models import YearlyReport
from pactregistry.workflow.states_reports import YearlyState


def begun_years() -> dict[int, YearlyReport]:
    """The reports that were begun, by year."""
    return {report.year: report for report in db.session.scalars(select(YearlyReport))}


def report_on(year: int) -> YearlyReport:
    """The report on a year, published or not; raises NoResultFound."""
    return db.session.scalars(select(YearlyReport).filter_by(year=year)).one()


def published_report(year: int) -> YearlyReport:
    """The published report on a year; raises NoResultFound."""
    query = select(YearlyReport).filter_by(year=year, state=YearlyState.PUBLISHED)
    return db.session.scalars(query).one()


def published_years() -> Sequence[YearlyReport]:
    """The published reports, the newest year first."""
    query = select(YearlyReport).filter_by(state=YearlyState.PUBLISHED)
    return db.session.scalars(query.order_by(YearlyReport.year.desc())).all()
