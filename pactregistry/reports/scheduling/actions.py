"""Asks for a report on its day. Art. 24(5), 30(3)."""

from datetime import date, datetime

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.journal import Act
from pactregistry.pacts.models import Pact
from pactregistry.reports.models import Report
from pactregistry.reports.scheduling.periods import Period
from pactregistry.reports.scheduling.terms import due_day
from pactregistry.workflow.facts_reports import ReportFacts
from pactregistry.workflow.lifecycle import REPORT
from pactregistry.workflow.states import Pace, Role
from pactregistry.workflow.states_reports import ReportKind

SERIES = "R"


def schedule(pact: Pact, kind: ReportKind, period: Period, day: date, now: datetime) -> Report:
    """Number a report and let it be due; does not commit.

    A simple case is asked for a short one. Nobody writes here: the clock asks.
    """
    facts = ReportFacts(day_reached=day <= settings().today())
    step = REPORT.take("schedule", None, Role.CLOCK, facts)
    report = Report(
        state="",
        withheld=False,
        pack_id=pact.pack_id,
        pack_version=pact.pack_version,
        number=journal.next_number(SERIES, settings().today().year),
        pact=pact,
        kind=kind,
        period_from=period.first,
        period_to=period.last,
        due_on=due_day(pact, kind, period.last),
        short=pact.pace is Pace.LIGHT,
        parts={},
        revisions={},
        created_at=now,
    )
    journal.record(report, step, Act(None, day, now))
    return report
