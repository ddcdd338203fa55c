"""How long a report may take to write, by its kind, and how late it is. Art. 24(5), 30(3)."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from pactregistry.pacts.life.terms import until
from pactregistry.pacts.models import Pact
from pactregistry.reports.models import Report
from pactregistry.reports.queries import WRITABLE
from pactregistry.workflow.states import PactState
from pactregistry.workflow.states_reports import ReportKind

TERMS: Final[Mapping[ReportKind, str]] = {
    ReportKind.INTERIM: "report_interim",
    ReportKind.FINAL: "report_after_end",
    ReportKind.ADVANCE: "advance_report",
}
EXAMINATION: Final = "report_examination"


def due_day(pact: Pact, kind: ReportKind, after: date) -> date | None:
    """The last day to send a report on what ended on a day; None where the city sets no term."""
    return until(pact, TERMS[kind], after)


def is_awaited(report: Report) -> bool:
    """Whether the citizens have it in hand: the City may have given up waiting for it.

    The final report of a pact that was taken up anew waits until it ends again, and gives way to
    the one of that end.
    """
    ended = report.pact.state == PactState.ENDED and not report.superseded
    stands = report.kind is not ReportKind.FINAL or ended
    return stands and report.state in WRITABLE and report.unreported_on is None


def late_days(report: Report, today: date) -> int:
    """How many days past its last one an awaited report is, 0 when in time."""
    if report.due_on is None or not is_awaited(report):
        return 0
    return max(0, (today - report.due_on).days)
