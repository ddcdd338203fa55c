"""A report that has fallen due on a pact in force, and who writes at it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act
from pactregistry.people.models import Account
from pactregistry.reports.models import Report
from pactregistry.reports.queries import report_by_number
from pactregistry.workflow.facts_reports import ReportFacts
from pactregistry.workflow.lifecycle import REPORT
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_reports import ReportKind
from tests.pacts.life.scene import Scene

NUMBER = "2026-R-0001"
SINCE, UNTIL, DUE = date(2026, 4, 15), date(2026, 10, 14), date(2026, 11, 13)


@dataclass
class Desk:
    """A due report, and the browsers that write at it."""

    scene: Scene
    enter: Callable[[Account], FlaskClient]

    @property
    def report(self) -> Report:
        """The report as it stands now."""
        db.session.expire_all()
        return report_by_number(NUMBER)

    @property
    def lead(self) -> FlaskClient:
        """The browser of who represents the group."""
        return self.enter(self.scene.cast.lead)

    def get(self, page: str = "", browser: FlaskClient | None = None) -> TestResponse:
        """Open a page of the form."""
        return (browser or self.lead).get(_address(page))

    def save(
        self, page: str, browser: FlaskClient | None = None, seen: int = 0, **typed: Any
    ) -> TestResponse:
        """Send a page of the form, opened on a revision."""
        return (browser or self.lead).post(_address(page), data={"revision": str(seen), **typed})

    def send(self, browser: FlaskClient | None = None, **typed: Any) -> TestResponse:
        """Send the report as it stands."""
        return (browser or self.lead).post(
            _address("sending"), data={"version": str(self.report.version), **typed}
        )

    def steps(self) -> list[str]:
        """What the journal tells of the report."""
        return [entry.step for entry in journal.history("report", self.report.id)]


def fall_due(scene: Scene, *, short: bool = False) -> None:
    """Let the interim report of the first half year be due."""
    scene.clock.go(date(2026, 10, 15))
    pact = scene.pact
    report = Report(
        number=NUMBER,
        pact_id=pact.id,
        kind=ReportKind.INTERIM,
        period_from=SINCE,
        period_to=UNTIL,
        due_on=DUE,
        short=short,
        parts={},
        revisions={},
        created_at=settings().now(),
        state="",
        pack_id=pact.pack_id,
        pack_version=pact.pack_version,
    )
    step = REPORT.take("schedule", None, Role.CLOCK, ReportFacts(day_reached=True))
    journal.record(report, step, Act(None, date(2026, 10, 15), settings().now()))
    db.session.commit()


def _address(page: str) -> str:
    return f"/reports/{NUMBER}/write{f'/{page}' if page else ''}"
