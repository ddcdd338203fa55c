"""The figures against a second reckoning, file by file in Python, on each database. Art. 35."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from statistics import median
from typing import Any

import pytest

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act, Entry, clock_marks, histories, record
from pactregistry.pacts.models import Pact
from pactregistry.proposals.models import Proposal
from pactregistry.reports.figures.collected import Figures
from pactregistry.reports.models import Report
from pactregistry.workflow.clocks import ClockState, read_clock
from pactregistry.workflow.lifecycle import CLOSED, IN_FORCE, OPEN, PACT, PROPOSAL
from pactregistry.workflow.states import CommonsKind, Intensity, Role
from pactregistry.workflow.states_reports import ReportKind
from tests.civicnetwork.made import lawful
from tests.conftest import SetClock
from tests.databases import on_each_database
from tests.reports.figures.counted import collected, received, report

LAST = date(2027, 3, 1)
ENDS = (("refuse", "refused"), ("redirect", "redirected"), ("accept", "accepted"))
COURSE = (("start", "active"), ("suspend", "suspended"), ("resume", "active"), ("expire", "ended"))


@pytest.fixture
def city(
    make_pact: Callable[..., Pact], make_proposal: Callable[..., Proposal], clock: SetClock
) -> None:
    """Files of two years in all kinds of states, the same at each run."""
    chance = Random(35)  # noqa: S311 - no secret depends on it
    districts = list(settings().city.districts)
    for n in range(14):
        clock.go(date(2026, 1, 2) + timedelta(days=n * 23))
        pact = make_pact(
            f"Pact {n}",
            district=chance.choice(districts),
            intensity=chance.choice([*Intensity]),
            commons_kind=chance.choice([*CommonsKind]).name,
            withheld=n == 3,
            imported_from="older" if n == 5 else "",
        )
        _end(pact.origin or make_proposal(), chance)
        _go_on(pact, chance)
        for kind, days in ((ReportKind.INTERIM, 60), (ReportKind.FINAL, 120)):
            told = {"hours_volunteer": str(chance.randint(1, 90)), "people_active": str(n + days)}
            first = settings().today()
            report(pact, first, first + timedelta(days=days + n % 2), kind, **told)
    clock.go(LAST)


def _end(proposal: Proposal, chance: Random) -> None:
    came = settings().today() - timedelta(days=chance.randint(10, 70))
    received(proposal, came, days=chance.choice([None, 20, 45]))
    on = came + timedelta(days=chance.randint(0, 80))
    for step, state, by in (
        ("request_supplement", "incomplete", Role.DESK),
        ("supplement", "inquiry", Role.CITIZEN),
        (*chance.choice(ENDS), Role.MANAGER),
    )[chance.choice([0, 2, 3]) :]:
        on += timedelta(days=chance.randint(0, 9))
        _take(proposal, "proposal", (step, state, by), on, chance.choice(["", "For reasons"]))


def _go_on(pact: Pact, chance: Random) -> None:
    on = pact.signed_on or settings().today()
    for step, state in COURSE[: chance.randint(0, len(COURSE))]:
        on += timedelta(days=chance.randint(0, 60))
        _take(pact, "pact", (step, state, Role.CLOCK), on)


def _take(
    subject: Proposal | Pact, kind: str, taken: tuple[str, str, Role], on: date, reason: str = ""
) -> None:
    step, state, by = taken
    made = lawful(kind, step, str(subject.state), state, by)
    record(subject, made, Act(None, on, settings().now(), reason=reason))
    db.session.commit()


@on_each_database
@pytest.mark.article("35(2)")
@pytest.mark.parametrize(
    "asked", [{}, {"year": 2026}, {"year": 2027}, {"district": "centro"}], ids=str
)
def test_each_table_says_what_the_files_say(city: None, asked: dict[str, object]) -> None:
    found = collected(**asked)
    year, district = asked.get("year"), asked.get("district")

    def counts(day: date | None) -> bool:
        return day is not None and day <= found.scope.last and year in {None, day.year}

    pacts = [p for p in _public(Pact) if district in {None, p.district}]
    proposals = [p for p in _public(Proposal) if district in {None, p.district}]
    _of_pacts(found, pacts, counts)
    _of_proposals(found, proposals, pacts, counts)
    _of_reports(found, counts)


def _public(model: type[Any]) -> list[Any]:
    files = db.session.scalars(db.select(model)).all()
    return [each for each in files if not each.withheld and not each.imported_from]


def _table(found: Figures, key: str, column: str) -> dict[str, Decimal | None]:
    table = found.table(key)
    place = table.columns.index(column)
    pairs = zip(table.rows, table.values, strict=True)
    return {row: values[place] for row, values in pairs if values[place]}


def _of_pacts(found: Figures, pacts: Sequence[Pact], counts: Callable[[date | None], bool]) -> None:
    past = histories(PACT.name, [pact.id for pact in pacts])
    stood = {id_: _stood(entries, found.scope.last) for id_, entries in past.items()}
    assert _table(found, "pact_states", "files") == Counter(filter(None, stood.values()))
    for key, name in (
        ("pacts_by_district", "district"),
        ("pacts_by_intensity", "intensity"),
        ("pacts_by_commons", "commons_kind"),
    ):
        signed = Counter(str(getattr(p, name) or "") for p in pacts if counts(p.signed_on))
        lasting = [p for p in pacts if stood[p.id] in IN_FORCE]
        assert _table(found, key, "signed") == signed
        assert _table(found, key, "in_force") == Counter(
            str(getattr(p, name) or "") for p in lasting
        )
    ended = [
        e.step
        for entries in past.values()
        for e in entries
        if e.step == "expire"
        if counts(e.occurred_on)
    ]
    assert _table(found, "pact_ends", "acts") == Counter(ended)


def _stood(entries: Iterable[Entry], last: date) -> str | None:
    return next((e.to_state for e in reversed([*entries]) if e.occurred_on <= last), None)


def _of_proposals(
    found: Figures,
    proposals: Sequence[Proposal],
    pacts: Sequence[Pact],
    counts: Callable[[date | None], bool],
) -> None:
    past = histories(PROPOSAL.name, [each.id for each in proposals])
    came = {each.id: each.submitted_on for each in proposals}
    stood = Counter(_stood(entries, found.scope.last) for entries in past.values())
    del stood[None]
    assert _table(found, "proposal_states", "files") == stood
    ends = [
        e
        for entries in past.values()
        for e in entries
        if e.from_state in OPEN and e.to_state in CLOSED and counts(e.occurred_on)
    ]
    assert _table(found, "proposal_ends", "acts") == Counter(e.to_state for e in ends)
    with_reasons = Counter(e.to_state for e in ends if e.reason and e.to_state != "accepted")
    assert _table(found, "negative", "with_reasons") == with_reasons
    days = [max(0, (e.occurred_on - (came[e.subject_id] or LAST)).days) for e in ends]
    accepted = [d for d, e in zip(days, ends, strict=True) if e.step == "accept"]
    pairs = [(p.signed_on, came.get(p.proposal_id or 0)) for p in pacts if counts(p.signed_on)]
    signing = [max(0, (end - start).days) for end, start in pairs if end and start]
    taken = {"acceptance": accepted, "signature": signing, "any_end": days}
    middle = {end: Decimal(median(each)) for end, each in taken.items() if each}
    assert _table(found, "days_median", "median") == {k: v for k, v in middle.items() if v}
    spans = Counter(_span(d) for d in accepted)
    assert _table(found, "days_spans", "acceptance") == spans
    over = found.table("over_time")
    assert sum(v[over.columns.index("received")] or 0 for v in over.values) == sum(
        1 for day in came.values() if counts(day)
    )
    assert sum(v[over.columns.index("ended")] or 0 for v in over.values) == len(ends)
    clocks = [
        read_clock(clock_marks(PROPOSAL, past[p.id]), p.announced_days, found.scope.last)
        for p in proposals
    ]
    known = [c for c in clocks if c is not None and c.due is not None]
    done = [c for c in known if counts(c.ended)]
    assert list(found.table("in_time").values[0]) == [
        sum(1 for c in done if not c.late),
        sum(1 for c in done if c.late),
        sum(1 for c in known if c.state is ClockState.LATE),
    ]


def _span(days: int) -> str:
    bounds = ((30, "0-30"), (60, "31-60"), (90, "61-90"), (180, "91-180"))
    return next((name for last, name in bounds if days <= last), "181-")


def _of_reports(found: Figures, counts: Callable[[date | None], bool]) -> None:
    """Those of pacts that were taken over count too: people have worked there."""
    district = found.scope.district
    public = [p for p in db.session.scalars(db.select(Pact)) if not p.withheld]
    hours, people = Decimal(0), Decimal(0)
    for pact in public:
        if district not in {"", pact.district}:
            continue
        reports = db.session.scalars(db.select(Report).filter_by(pact_id=pact.id)).all()
        told = {r.id: {figure.code: figure.value for figure in r.figures} for r in reports}
        shorter = [r for r in reports if r.kind is ReportKind.INTERIM]
        before = sum((told[r.id]["hours_volunteer"] for r in shorter), Decimal(0))
        counted = sorted((r for r in reports if counts(r.period_to)), key=lambda r: r.period_to)
        for each in counted:
            value = told[each.id]["hours_volunteer"]
            hours += value if each in shorter else max(Decimal(0), value - before)
        people += told[counted[-1].id]["people_active"] if counted else 0
    assert found.table("hours").value("hours_volunteer", "total") == hours
    assert found.table("people").value("people_active", "total") == people
