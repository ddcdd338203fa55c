"""Many published pacts, each with a report, in bulk: invented, alike but for a number."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import insert

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.pacts.models import Pact, PactVersion, SectionText, Signatory
from pactregistry.reports.models import Figure, Report
from pactregistry.workflow.lifecycle import PACT, REPORT
from pactregistry.workflow.states import (
    CommonsKind,
    Intensity,
    Pace,
    PactState,
    ReportState,
    Track,
    VersionState,
)
from pactregistry.workflow.states_reports import ReportKind

COUNTED = {"hours_volunteer": "h", "people_active": "n", "plants": "n"}
FIRST_DAY = date(2016, 1, 1)
TEXT = "We water, weed and replant the flowerbeds every week, and the City gives water and plants. "


def fill(count: int) -> None:
    """Bring the registry to `count` published pacts with eleven sections each."""
    have = db.session.query(Pact).count()
    ids = range(have + 1, count + 1)
    for table, make in (
        (Pact, _pact),
        (PactVersion, _version),
        (Entry, _entry),
        (Report, _report),
        (Entry, _accepted),
    ):
        _insert(table, [make(n) for n in ids])
    letters = [section.letter for section in settings().pack.sections]
    _insert(SectionText, [_section(n, letter) for n in ids for letter in letters])
    _insert(Signatory, [_signatory(n, side) for n in ids for side in ("citizens", "city")])
    _insert(Figure, [_figure(n, code) for n in ids for code in COUNTED])
    db.session.commit()


def _insert(table: Any, rows: list[dict[str, Any]]) -> None:  # a mapped class
    if rows:
        db.session.execute(insert(table), rows)


def _file(n: int) -> dict[str, Any]:
    pack = settings().pack
    return {
        "id": n,
        "version": 1,
        "withheld": False,
        "pack_id": pack.id,
        "pack_version": pack.version,
    }


def _pact(n: int) -> dict[str, Any]:
    day = FIRST_DAY + timedelta(days=n % 3600)
    return _file(n) | {
        "state": PactState.SIGNED,
        "number": f"{day.year}-{n:05d}",
        "track": Track.SPONTANEOUS,
        "pace": Pace.FULL,
        "title": f"Flowerbeds number {n}",
        "summary": TEXT,
        "search_text": f"flowerbeds number {n}",
        "intensity": Intensity.CONTINUOUS,
        "commons_kind": CommonsKind.PUBLIC_SPACE,
        "theme": "",
        "place_name": "Via Lunga",
        "district": "centro",
        "created_at": settings().now(),
        "published_at": settings().now() - timedelta(days=n),
        "signed_on": day,
        "starts_on": day,
        "ends_on": day + timedelta(days=730),
    }


def _version(n: int) -> dict[str, Any]:
    return _file(n) | {
        "state": VersionState.SIGNED,
        "pact_id": n,
        "ordinal": 1,
        "withdrawal_notice_days": settings().city.terms["withdrawal_notice"],
        "changed_at": settings().now(),
        "signed_on": FIRST_DAY,
        "original_sha256": "0" * 64,
        "public_sha256": "0" * 64,
    }


def _section(n: int, letter: str) -> dict[str, Any]:
    return {"pact_version_id": n, "letter": letter, "text": TEXT * 6}


def _signatory(n: int, side: str) -> dict[str, Any]:
    position = 1 if side == "citizens" else 2
    return {
        "pact_version_id": n,
        "position": position,
        "side": side,
        "name": "Invented",
        "public_name": "Via Lunga in Fiore" if side == "citizens" else "Managing officer",
    }


def _report(n: int) -> dict[str, Any]:
    day = FIRST_DAY + timedelta(days=n % 3600)
    return _file(n) | {
        "state": ReportState.ACCEPTED,
        "number": f"{day.year}-R-{n:05d}",
        "pact_id": n,
        "kind": ReportKind.INTERIM,
        "period_from": day,
        "period_to": day + timedelta(days=180),
        "due_on": day + timedelta(days=210),
        "short": False,
        "parts": {"results": TEXT},
        "revisions": {},
        "created_at": settings().now(),
        "submitted_at": settings().now(),
        "published_at": settings().now() - timedelta(days=n),
        "remarks": "",
    }


def _figure(n: int, code: str) -> dict[str, Any]:
    return {"report_id": n, "code": code, "value": n % 300, "unit": COUNTED[code]}


def _entry(n: int) -> dict[str, Any]:
    return _event(n, PACT, "conclude", (PactState.FORMING, PactState.SIGNED))


def _accepted(n: int) -> dict[str, Any]:
    return _event(n, REPORT, "accept", (ReportState.SUBMITTED, ReportState.ACCEPTED))


def _event(n: int, machine: Any, step: str, states: tuple[str, str]) -> dict[str, Any]:
    row = machine.rows[step]
    pack = settings().pack
    return {
        "subject_kind": machine.name,
        "subject_id": n,
        "sequence": 1,
        "version": 1,
        "step": row.step,
        "from_state": states[0],
        "to_state": states[1],
        "by_role": row.by[0],
        "office": "",
        "occurred_on": FIRST_DAY,
        "recorded_at": settings().now(),
        "cites": [citation.as_json() for citation in row.cites],
        "warnings": [],
        "publishes": row.publishes,
        "reason": "",
        "facts": {},
        "private": {},
        "pack_id": pack.id,
        "pack_version": pack.version,
    }
