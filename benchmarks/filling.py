"""Many published pacts, each with its proposal and two reports, in bulk: invented, much alike."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import insert

from benchmarks.filling_proposals import proposal, steps
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.pacts.models import Pact, PactVersion, SectionText, Signatory
from pactregistry.proposals.models import Proposal
from pactregistry.reports.models import Figure, Report
from pactregistry.workflow.lifecycle import PACT, PROPOSAL, REPORT
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

REPORTS = {ReportKind.INTERIM: 365, ReportKind.FINAL: 730}  # of each pact, by its last day
COUNTED = {"hours_volunteer": "h", "people_active": "n", "plants": "n"}
FIRST_DAY = date(2016, 1, 1)
TEXT = "We water, weed and replant the flowerbeds every week, and the City gives water and plants. "


def fill(count: int) -> None:
    """Bring the registry to `count` published pacts with eleven sections each."""
    have = db.session.query(Pact).count()
    ids = range(have + 1, count + 1)
    for table, make in (
        (Proposal, _proposal),
        (Pact, _pact),
        (PactVersion, _version),
        (Entry, _entry),
    ):
        _insert(table, [make(n) for n in ids])
    _insert(Entry, [entry for n in ids for entry in _before_the_pact(n)])
    reports = [(n, kind) for n in ids for kind in REPORTS]
    _insert(Report, [_report(n, kind) for n, kind in reports])
    _insert(Entry, [_accepted(n, kind) for n, kind in reports])
    letters = [section.letter for section in settings().pack.sections]
    _insert(SectionText, [_section(n, letter) for n in ids for letter in letters])
    _insert(Signatory, [_signatory(n, side) for n in ids for side in ("citizens", "city")])
    _insert(Figure, [_figure(_id(*one), code) for one in reports for code in COUNTED])
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


def _placed(n: int) -> dict[str, Any]:
    districts = list(settings().city.districts)
    return {
        "title": f"Flowerbeds number {n}",
        "summary": TEXT,
        "search_text": f"flowerbeds number {n}",
        "intensity": list(Intensity)[n % len(Intensity)],
        "commons_kind": list(CommonsKind)[n % len(CommonsKind)],
        "theme": "",
        "place_name": "Via Lunga",
        "district": districts[n % len(districts)],
        "created_at": settings().now(),
    }


def _signed_on(n: int) -> date:
    return FIRST_DAY + timedelta(days=n % 3600)


def _proposal(n: int) -> dict[str, Any]:
    return _file(n) | _placed(n) | proposal(n, _signed_on(n))


def _pact(n: int) -> dict[str, Any]:
    day = _signed_on(n)
    return (
        _file(n)
        | _placed(n)
        | {
            "state": PactState.SIGNED,
            "proposal_id": n,
            "number": f"{day.year}-{n:05d}",
            "track": Track.SPONTANEOUS,
            "pace": Pace.FULL,
            "published_at": settings().now() - timedelta(days=n),
            "signed_on": day,
            "starts_on": day,
            "ends_on": day + timedelta(days=REPORTS[ReportKind.FINAL]),
        }
    )


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


def _id(n: int, kind: ReportKind) -> int:
    return 2 * n if kind is ReportKind.FINAL else 2 * n - 1


def _report(n: int, kind: ReportKind) -> dict[str, Any]:
    day = _signed_on(n)
    until = day + timedelta(days=REPORTS[kind])
    return _file(_id(n, kind)) | {
        "state": ReportState.ACCEPTED,
        "number": f"{until.year}-R-{_id(n, kind):05d}",
        "pact_id": n,
        "kind": kind,
        "period_from": day,
        "period_to": until,
        "due_on": until + timedelta(days=30),
        "short": False,
        "parts": {"results": TEXT},
        "revisions": {},
        "created_at": settings().now(),
        "submitted_at": settings().now(),
        "published_at": settings().now() - timedelta(days=n),
        "remarks": "",
    }


def _figure(report: int, code: str) -> dict[str, Any]:
    return {"report_id": report, "code": code, "value": report % 300, "unit": COUNTED[code]}


def _entry(n: int) -> dict[str, Any]:
    return _event(n, PACT, "conclude", (PactState.FORMING, PactState.SIGNED), _signed_on(n))


def _before_the_pact(n: int) -> Iterator[dict[str, Any]]:
    for sequence, (step, states, day) in enumerate(steps(n, _signed_on(n)), 1):
        yield _event(n, PROPOSAL, step, states, day) | {"sequence": sequence, "version": sequence}


def _accepted(n: int, kind: ReportKind) -> dict[str, Any]:
    states = (ReportState.SUBMITTED, ReportState.ACCEPTED)
    day = _signed_on(n) + timedelta(days=REPORTS[kind])
    return _event(_id(n, kind), REPORT, "accept", states, day)


def _event(n: int, machine: Any, step: str, states: tuple[str, str], day: date) -> dict[str, Any]:
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
        "occurred_on": day,
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
