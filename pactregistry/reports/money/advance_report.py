"""The report that an advance asks for, once it is paid. Art. 24(5)."""

from datetime import date

from sqlalchemy import select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.models import Pact
from pactregistry.reports.models import Report
from pactregistry.reports.money.models import Grant
from pactregistry.reports.queries import WRITABLE
from pactregistry.reports.scheduling.actions import schedule
from pactregistry.reports.scheduling.periods import DAY, Period
from pactregistry.reports.scheduling.terms import due_day
from pactregistry.workflow.states_reports import ReportKind


def ask_for_report(grant: Grant, paid_on: date) -> Report:
    """The report on a paid advance: one that is still written holds two; does not commit."""
    pact = grant.pact
    until = _last_day_told(pact, paid_on)
    report = _on(pact, until)
    while report is not None and report.state not in WRITABLE:
        until += DAY  # that one is sent: this advance has a report of its own
        report = _on(pact, until)
    if report is None:
        here = settings()
        period = Period(paid_on, until)
        report = schedule(pact, ReportKind.ADVANCE, period, here.today(), here.now())
        report.due_on = due(pact, paid_on)  # it counts from the payment, not from its last day
    else:
        report.period_from = min(report.period_from, paid_on)
    grant.accounted_in = report
    return report


def due(pact: Pact, paid_on: date) -> date | None:
    """The day until which citizens report on an advance paid on a day; None without a term."""
    return due_day(pact, ReportKind.ADVANCE, paid_on)


def _last_day_told(pact: Pact, paid_on: date) -> date:
    """The last day of which the report tells: that of its term, or the pact's last day."""
    days = [day for day in (due(pact, paid_on), pact.ends_on) if day is not None]
    return max(min(days, default=paid_on), paid_on)


def _on(pact: Pact, until: date) -> Report | None:
    query = select(Report).filter_by(pact_id=pact.id, kind=ReportKind.ADVANCE, period_to=until)
    return db.session.scalar(query)
