"""Reports made straight through the journal, with their figures."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act, next_number, record
from pactregistry.pacts.models import Pact
from pactregistry.reports.models import Figure, Report
from pactregistry.workflow.engine import Step
from pactregistry.workflow.lifecycle import REPORT
from pactregistry.workflow.states import ReportState, Role
from pactregistry.workflow.states_reports import ReportKind
from tests.civicnetwork.conftest import make_pact, make_proposal

__all__ = ["make_pact", "make_proposal"]

UNITS = {"hours_volunteer": "h", "people_active": "n", "own.roses": "roses"}
HALVES = {1: ((1, 1), (6, 30)), 2: ((7, 1), (12, 31))}


def half(year: int, which: int) -> tuple[date, date]:
    """The first or second half of a year."""
    first, last = HALVES[which]
    return date(year, *first), date(year, *last)


@pytest.fixture
def reported(app: Flask) -> Callable[..., Report]:
    """A report on days of a pact with its figures; one without figures is still due."""

    def report(
        pact: Pact,
        days: tuple[date, date],
        kind: ReportKind = ReportKind.INTERIM,
        **figures: object,
    ) -> Report:
        here = settings()
        made = Report(
            number=next_number("R", here.today().year),
            pact=pact,
            pack_id=here.pack.id,
            pack_version=here.pack.version,
            kind=kind,
            period_from=days[0],
            period_to=days[1],
            due_on=days[1],
            created_at=here.now(),
            parts={},
            revisions={},
        )
        made.figures = [
            Figure(code=code, value=value, unit=UNITS[code], label="Roses", definition="")
            for code, value in _codes(figures)
        ]
        _step(made, "schedule", None, ReportState.DUE)
        if figures:
            _step(made, "accept", ReportState.SUBMITTED, ReportState.ACCEPTED)
        db.session.commit()
        return made

    return report


def _codes(figures: dict[str, object]) -> list[tuple[str, object]]:
    return [({"roses": "own.roses"}.get(key, key), value) for key, value in figures.items()]


def _step(report: Report, name: str, source: str | None, to: str) -> None:
    here, row = settings(), REPORT.rows[name]
    step = Step("report", name, source, to, Role.DESK, row.cites, row.publishes, row.withholds, ())
    record(report, step, Act(None, here.today(), here.now()))
