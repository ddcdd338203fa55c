"""Sends a report to the City, whose term to examine it begins. Art. 30(1), 30(4), 34."""

from datetime import date

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts import letters
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, Day, act, check_day
from pactregistry.reports.facts import report_facts
from pactregistry.reports.labels import pack_of
from pactregistry.reports.models import Report
from pactregistry.workflow.clocks import last_day
from pactregistry.workflow.lifecycle import REPORT
from pactregistry.workflow.states import ReportState


def submit(report: Report, actor: Actor, seen: int, day: Day) -> None:
    """Send a report; the office and the citizens are told until when it is examined.

    Raises:
        Stale: somebody changed the report since the form was opened.
        Unlawful: it was sent already, or the day cannot be.
    """
    journal.expect(report, REPORT.name, seen)
    state = ReportState(report.state)
    facts = report_facts(report, actor)
    entries = journal.history(REPORT.name, report.id)
    check_day(REPORT, "submit", state, actor, facts, (day, entries))
    step = REPORT.take("submit", state, actor.role, facts)
    report.submitted_at, report.submitted_by_id = settings().now(), actor.account_id
    report.examine_by = examined_by(report, day.occurred_on)
    journal.record(report, step, act(actor, day))
    page = f"{settings().base_url}/desk/reports/{report.number}"
    letters.write(addressees.desk(), "report_arrived", report.pact, report=report, page=page)
    page = f"{settings().base_url}/reports/{report.number}/write"
    citizens = letters.citizens_of(report.pact)
    letters.write(citizens, "report_received", report.pact, report=report, page=page)
    db.session.commit()


def examined_by(report: Report, sent_on: date) -> date | None:
    """The last day of the City's term to examine a report; None where the city sets none."""
    term = settings().city.term(pack_of(report), "report_examination", report.pact.pact_kind)
    return None if term.value is None else last_day(sent_on, term.value, term.unit)
