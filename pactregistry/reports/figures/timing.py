"""How long things took, and what was late. Art. 11(4), 11(6), 27, 34(2)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import groupby
from operator import itemgetter
from statistics import median
from typing import Any, Final

from sqlalchemy import and_, func, or_, select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.pacts.supporting.models import Permit
from pactregistry.proposals.kinds import set_by_text
from pactregistry.proposals.models import Opinion, Proposal
from pactregistry.reports.figures.groups import Group
from pactregistry.reports.figures.scope import Condition, Scope, on_pact
from pactregistry.reports.figures.table import Counted, Measure, Table, counted
from pactregistry.workflow.clocks import Clock, ClockState, last_day, read_clock
from pactregistry.workflow.engine import ClockEffect
from pactregistry.workflow.lifecycle import OPEN, PROPOSAL

SECTION: Final = "times"
# How the days are told in bars: the first day of each and the last, None for no end.
SPANS: Final = ((0, 30), (31, 60), (61, 90), (91, 180), (181, None))
CLOCKED: Final = tuple(name for name, row in PROPOSAL.rows.items() if row.clock)


@dataclass(frozen=True)
class Timely:
    """How many were in time, late, and not done yet though their day is past."""

    in_time: int = 0
    late: int = 0
    overdue: int = 0


def timing_tables(scope: Scope, ends: Sequence[Group], signed: Sequence[Group]) -> list[Table]:
    """All tables on times."""
    taken = {
        "acceptance": _days(each for each in ends if each.step == "accept"),
        "signature": _days(signed),
        "any_end": _days(ends),
    }
    return [_spans(taken), _medians(taken), _in_time(scope)]


def _days(found: Iterable[Group]) -> list[int]:
    """The days that each took; one dated before its receipt took none."""
    known = [(max(0, each.days), each.number) for each in found if each.days is not None]
    return sorted(days for days, number in known for _each in range(number))


def _spans(taken: dict[str, list[int]]) -> Table:
    names = [f"{first}-{last or ''}" for first, last in SPANS]
    columns = {
        end: {
            name: sum(1 for d in days if first <= d and (last is None or d <= last))
            for name, (first, last) in zip(names, SPANS, strict=True)
        }
        for end, days in taken.items()
        if end != "any_end"
    }
    return counted("days_spans", SECTION, "span", names, columns)


def _medians(taken: dict[str, list[int]]) -> Table:
    columns: dict[str, Counted] = {
        "median": {end: _middle(days) for end, days in taken.items()},
        "shortest": {end: min(days, default=None) for end, days in taken.items()},
        "longest": {end: max(days, default=None) for end, days in taken.items()},
    }
    return counted("days_median", SECTION, "said", taken, columns, Measure.DAYS)


def _middle(days: Sequence[int]) -> Decimal | None:
    return median(map(Decimal, days)) if days else None


def _in_time(scope: Scope) -> Table:
    found = {
        "inquiries": _inquiries(scope),
        "opinions": _opinions(scope),
        "permits": _permits(scope),
    }
    columns = {
        name: {what: getattr(timely, name) for what, timely in found.items()}
        for name in ("in_time", "late", "overdue")
    }
    return counted("in_time", SECTION, "said", found, columns)


def _inquiries(scope: Scope) -> Timely:
    """Against the time that each file was told, papers awaited left out. Art. 11(4)."""
    query = (
        select(
            Proposal.id,
            Proposal.announced_days,
            Proposal.pack_id,
            Entry.step,
            Entry.to_state,
            Entry.occurred_on,
        )
        .join(Entry, and_(Entry.subject_kind == PROPOSAL.name, Entry.subject_id == Proposal.id))
        .where(scope.proposals, Entry.step.in_(CLOCKED), Entry.occurred_on <= scope.last)
        .order_by(Entry.subject_id, Entry.sequence)
    )
    set_days = {key: set_by_text(pack, "inquiry") for key, pack in settings().packs.items()}
    clocks = []
    for (_id, announced, pack_id), steps in groupby(db.session.execute(query), itemgetter(0, 1, 2)):
        marks = [(_effect(step, state), day) for *_file, step, state, day in steps]
        given = [(effect, day) for effect, day in marks if effect is not None]
        term = set_days.get(pack_id) if announced is None else announced
        clocks.append(read_clock(given, term, scope.last))
    return _told([clock for clock in clocks if clock is not None and clock.due], scope)


@cache
def _effect(step: str, outcome: str) -> ClockEffect | None:
    return PROPOSAL.clock_effect(step, outcome)


def _told(clocks: list[Clock], scope: Scope) -> Timely:
    over = [c for c in clocks if c.ended and (scope.year is None or c.ended.year == scope.year)]
    return Timely(
        in_time=sum(1 for clock in over if clock.late == 0),
        late=sum(1 for clock in over if clock.late > 0),
        overdue=sum(1 for clock in clocks if clock.state is ClockState.LATE),
    )


def _opinions(scope: Scope) -> Timely:
    """Against the days that each office was given; an ended file awaits none. Art. 11(6)."""
    given = Opinion.given_on
    query = (
        select(Opinion.asked_on, Opinion.term_days, Opinion.given_on, func.count())
        .join(Opinion.proposal)
        .where(scope.proposals, or_(given.is_not(None), Proposal.state.in_(OPEN)))
        .where(_done_or_not_yet(given, scope))
        .group_by(Opinion.asked_on, Opinion.term_days, Opinion.given_on)
    )
    rows = db.session.execute(query)
    return _against([(last_day(start, term), done, n) for start, term, done, n in rows], scope)


def _permits(scope: Scope) -> Timely:
    """Against the shortened term that the pact grants. Art. 27(2)."""
    query = (
        select(Permit.due_on, Permit.decided_on, func.count())
        .where(on_pact(Permit, scope.pacts), Permit.due_on.is_not(None))
        .where(_done_or_not_yet(Permit.decided_on, scope))
        .group_by(Permit.due_on, Permit.decided_on)
    )
    return _against([tuple(row) for row in db.session.execute(query)], scope)


def _done_or_not_yet(done: Any, scope: Scope) -> Condition:
    """Done in what is counted, or not done on its last day."""
    return or_(done.is_(None), done > scope.last, scope.on(done))


def _against(rows: Sequence[tuple[Any, ...]], scope: Scope) -> Timely:
    then = [(due, done if done and done <= scope.last else None, n) for due, done, n in rows]
    return Timely(
        in_time=sum(n for due, done, n in then if done and done <= due),
        late=sum(n for due, done, n in then if done and done > due),
        overdue=sum(n for due, done, n in then if not done and due < scope.last),
    )
