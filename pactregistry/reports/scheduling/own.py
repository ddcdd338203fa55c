"""The reports that somebody has in hand, where their pacts are listed. Art. 30(3), 30(4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask import url_for
from sqlalchemy import case, or_, select
from sqlalchemy.orm import joinedload

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.in_hand import InHand
from pactregistry.reports.models import Report
from pactregistry.reports.queries import WRITABLE
from pactregistry.reports.scheduling.queries import AWAITED
from pactregistry.reports.scheduling.terms import late_days
from pactregistry.workflow.states import ReportState


@dataclass(frozen=True)
class InWriting:
    """A report with the page on which it goes on, and how many days it is late."""

    report: Report
    url: str
    is_mine: bool
    late: int
    until: date | None


def own_reports(pacts: Iterable[InHand]) -> list[InWriting]:
    """The reports on some pacts: those to write first, by their days, then those that were sent."""
    ids = [line.pact.id for line in pacts]
    if not ids:
        return []
    shown = or_(AWAITED, Report.state == ReportState.SUBMITTED)
    query = select(Report).where(Report.pact_id.in_(ids), shown).options(joinedload(Report.pact))
    sent_last = case((Report.state == ReportState.SUBMITTED, 1), else_=0)
    order = (sent_last, Report.due_on.is_(None), Report.due_on, Report.id)
    return [_line(report) for report in db.session.scalars(query.order_by(*order))]


def _line(report: Report) -> InWriting:
    mine = report.state in WRITABLE
    page = "reports.write" if mine else "reports.show"
    return InWriting(
        report,
        url_for(page, number=report.number),
        mine,
        late_days(report, settings().today()),
        report.due_on if mine else report.examine_by,
    )
