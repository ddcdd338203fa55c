"""Saving one piece of a report beside writing one row and committing, taken in turns."""

import statistics
import time
from collections.abc import Callable

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.notices.models import Mail
from pactregistry.people.acting import Actor
from pactregistry.people.models import Account
from pactregistry.reports.models import Report
from pactregistry.reports.queries import report_by_number
from pactregistry.reports.writing.actions import Writing, save
from pactregistry.workflow.states import ReportState, Role

ROUNDS = 60


def saving_ratio() -> float:
    """The median of a save, its report read anew, divided by the median of a bare commit."""
    number, account_id = _prepared()
    pairs = [(_seconds(lambda: _save(number, account_id)), _seconds(_bare)) for _ in range(ROUNDS)]
    return statistics.median(a for a, _ in pairs) / statistics.median(b for _, b in pairs)


def _prepared() -> tuple[str, int]:
    """A report that is written, and who writes it; the benchmark alone sets a state itself."""
    account = Account(
        name="Invented",
        public_name="Invented",
        email="someone@people.example",
        fs_uniquifier="benchmark",
        create_datetime=settings().now(),
        language="en",
        active=True,
    )
    db.session.add(account)
    number = db.session.query(Report.number).order_by(Report.id).limit(1).scalar()
    db.session.query(Report).filter_by(number=number).update({"state": ReportState.DRAFTED})
    db.session.commit()
    return number, account.id


def _save(number: str, account_id: int) -> None:
    report = report_by_number(number)
    seen = report.revisions.get("ideas", 0)
    text = {"ideas": f"A bench in the shade, said {seen + 1} times."}
    save(report, Actor(account_id, Role.CITIZEN), Writing(seen, text))


def _bare() -> None:
    now = settings().now()
    words = {"to_address": "someone@people.example", "subject": "A", "text": "B", "language": "en"}
    db.session.add(Mail(**words, queued_at=now, next_attempt_at=now))
    db.session.commit()


def _seconds(work: Callable[[], object]) -> float:
    db.session.remove()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
