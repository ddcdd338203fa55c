"""Reminds of reports before and after their last day, each time once. Art. 10(2), 30(3), 34."""

from collections.abc import Sequence
from datetime import date

from pactregistry.config import settings
from pactregistry.languages import civil
from pactregistry.notices.reminding import falls_due, once
from pactregistry.pacts import letters
from pactregistry.pacts.life.terms import term_of
from pactregistry.pacts.models import Pact
from pactregistry.people import addressees
from pactregistry.reports.models import Report
from pactregistry.reports.scheduling.terms import EXAMINATION, TERMS, late_days
from pactregistry.workflow.clocks import Unit, last_day
from pactregistry.workflow.states import ReportState

MOST_REPEATS = 3  # whoever has not answered by then is not written to for ever


def announce(pact: Pact, reports: Sequence[Report]) -> None:
    """Tell the citizens of the reports that are asked for now, in one mail; does not commit."""
    letters.write(letters.citizens_of(pact), "report_due", pact, reports=reports, page=page_of)


def remind(report: Report, today: date) -> bool:
    """Send the reminder of an awaited report that is due, if one is; does not commit.

    Asked for today, perhaps late, it is neither reminded of nor called overdue on the same day.
    """
    if report.due_on is None or civil(report.created_at) >= today:
        return False
    key = f"{_key(report)}:{report.due_on}"
    if today > report.due_on:
        return _overdue(report, key, report.due_on, today)
    term = term_of(report.pact, TERMS[report.kind])
    days = term.reminders if term else ()
    if not falls_due(key, report.due_on, days, today):
        return False
    _write("report_due_soon", report, today)
    return True


def remind_to_examine(report: Report, today: date) -> bool:
    """Remind the office of a report that waits for it; does not commit."""
    term = term_of(report.pact, EXAMINATION)
    until = report.examine_by
    if report.state != ReportState.SUBMITTED or term is None or until is None or until < today:
        return False
    if not falls_due(f"{_key(report)}:examine:{until}", until, term.reminders, today):
        return False
    to = addressees.desk()
    page = f"{settings().base_url}/desk/reports/{report.number}"
    letters.write(to, "report_to_examine", report.pact, report=report, page=page, until=until)
    return True


def page_of(report: Report, page: str = "") -> str:
    """The address of a report's page, for a mail."""
    return f"{settings().base_url}/reports/{report.number}{page}"


def _overdue(report: Report, key: str, due_on: date, today: date) -> bool:
    # Of several missed ones only the latest is sent.
    times = [n for n in range(MOST_REPEATS + 1) if last_day(due_on, n, Unit.MONTHS) < today]
    if not once(f"{key}:overdue:{times[-1]}", today):
        return False
    _write("report_overdue", report, today)
    return True


def _write(template: str, report: Report, today: date) -> None:
    to = letters.citizens_of(report.pact)
    late = late_days(report, today)
    letters.write(to, template, report.pact, report=report, page=page_of, late=late)


def _key(report: Report) -> str:
    return f"report:{report.id}"
