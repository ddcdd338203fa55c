"""What comes due on reports: asked for, reminded of, published unexamined. Art. 30(1), 30(3).

Run twice, late or on two machines it does nothing twice.
"""

from datetime import date, datetime, timedelta

from pactregistry.config import settings
from pactregistry.database import apart, locked_row
from pactregistry.journal import Act, history
from pactregistry.pacts.models import Pact
from pactregistry.reports.facts import report_facts
from pactregistry.reports.models import Report
from pactregistry.reports.reading.actions_publishing import publish
from pactregistry.reports.scheduling.actions import schedule
from pactregistry.reports.scheduling.due import fallen_due
from pactregistry.reports.scheduling.queries import (
    asked_for,
    awaited_ids,
    pacts_to_look_at,
    unexamined_ids,
)
from pactregistry.reports.scheduling.reminding import announce, remind, remind_to_examine
from pactregistry.reports.scheduling.terms import is_awaited
from pactregistry.workflow.clocks import civil_day
from pactregistry.workflow.lifecycle import PACT, REPORT
from pactregistry.workflow.states import ReportState, Role


def run(now: datetime) -> None:
    """Do what is due at an instant, each file in a transaction of its own."""
    today = civil_day(now, settings().city.zone)
    for pact_id in pacts_to_look_at():
        with apart(f"the reports of pact {pact_id}"):
            _ask(pact_id, today, now)
    for report_id in awaited_ids():
        with apart(f"the reminders of report {report_id}"):
            _remind(_locked(report_id), today)
    for report_id in unexamined_ids(today):
        with apart(f"the publication of report {report_id}"):
            _publish(_locked(report_id), now)


def _ask(pact_id: int, today: date, now: datetime) -> None:
    pact = locked_row(Pact, pact_id)
    due = fallen_due(pact, history(PACT.name, pact.id), asked_for(pact), today)
    asked = [schedule(pact, each.kind, each.period, each.day, now) for each in due]
    if asked:
        announce(pact, asked)


def _remind(report: Report, today: date) -> None:
    if is_awaited(report):
        remind(report, today)
    else:
        remind_to_examine(report, today)


def _publish(report: Report, now: datetime) -> None:
    if report.state != ReportState.SUBMITTED or report.examine_by is None:
        return
    facts = report_facts(report)
    step = REPORT.take("publish_unexamined", ReportState(report.state), Role.CLOCK, facts)
    publish(report, step, Act(None, report.examine_by + timedelta(days=1), now))


def _locked(report_id: int) -> Report:
    return locked_row(Report, report_id)
