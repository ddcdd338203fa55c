"""The desk writes the report on a year, the managing officer publishes it. Art. 35(2), 3(1)b."""

from collections.abc import Mapping

from sqlalchemy.exc import IntegrityError

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents import storage
from pactregistry.journal import Entry, expect, record
from pactregistry.people.acting import Actor, act, today
from pactregistry.reports.yearly.document import year_pdf
from pactregistry.reports.yearly.facts import facts_on
from pactregistry.reports.yearly.manuscript import content_of
from pactregistry.reports.yearly.models import YearlyReport
from pactregistry.reports.yearly.queries import report_on
from pactregistry.workflow.facts_reports import YearlyFacts
from pactregistry.workflow.lifecycle import YEARLY
from pactregistry.workflow.states_reports import YearlyState


def draft(actor: Actor, year: int) -> YearlyReport:
    """Begin the report on a year, or find it begun; only the office reads it."""
    here = settings()
    step = YEARLY.take("draft", None, actor.role, YearlyFacts())
    report = YearlyReport(
        year=year,
        words={},
        created_at=here.now(),
        pack_id=here.pack.id,
        pack_version=here.pack.version,
    )
    try:
        record(report, step, act(actor, today()))
        db.session.commit()
    except IntegrityError:
        # Two officers at the same instant, where the database did not make the second wait.
        db.session.rollback()
        return report_on(year)
    return report


def revise(report: YearlyReport, actor: Actor, seen: int, words: Mapping[str, str]) -> Entry:
    """Save the introduction in each language."""
    expect(report, YEARLY.name, seen)
    step = YEARLY.take("revise", YearlyState(report.state), actor.role, facts_on(report))
    report.words = {code: text.strip() for code, text in words.items()}
    entry = record(report, step, act(actor, today()))
    db.session.commit()
    return entry


def publish(report: YearlyReport, actor: Actor, seen: int) -> Entry:
    """Fix the year's figures and words, and publish them with a file in each language.

    Printing takes seconds in which nobody waits for the database: what was read is given up before
    it, and read again after.
    """
    expect(report, YEARLY.name, seen)
    step = YEARLY.take("publish", YearlyState(report.state), actor.role, facts_on(report))
    made_at = settings().now().replace(microsecond=0)
    content = content_of(report, made_at)
    db.session.rollback()
    files = {code: storage.put(year_pdf(content, code)) for code in content["printed"]}
    expect(report, YEARLY.name, seen)
    report.content = content
    report.sha256 = files
    report.published_at = made_at
    entry = record(report, step, act(actor, today(), facts={"sha256": files}))
    db.session.commit()
    return entry
