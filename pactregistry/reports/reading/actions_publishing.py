"""Publishes a report with its file, at once for everyone: examined or not. Art. 30(1), 30(7)."""

from collections.abc import Callable
from dataclasses import replace

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act
from pactregistry.pacts import letters
from pactregistry.reports.models import Report
from pactregistry.reports.reading.manuscript import rendition
from pactregistry.reports.reading.printing import printed
from pactregistry.workflow.engine import Step


def publish(
    report: Report, step: Step, act: Act, change: Callable[[], None] = lambda: None
) -> None:
    """Record a lawful step that publishes, with the file that everyone may read; commits.

    A `change` that belongs to the step is given up before the printing, and made anew after it.

    Raises:
        Stale: the report has moved on meanwhile; nothing was written.
    """
    seen = report.version
    made_at = act.recorded_at.replace(microsecond=0)
    change()
    with printed(report, seen, rendition(report, step.to, made_at)) as (kept, digest):
        change()
        report.public_content = kept
        report.public_sha256 = digest
        report.published_at = report.published_at or made_at
        journal.record(report, step, replace(act, facts={**act.facts, "public_sha256": digest}))
    letters.write(
        letters.citizens_of(report.pact),
        "report_published",
        report.pact,
        report=report,
        page=f"{settings().base_url}/reports/{report.number}",
    )
    db.session.commit()
