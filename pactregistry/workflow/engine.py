"""The engine that runs a lifecycle table: from, to, guard, role, citation, clock, publication.

A step that is not lawful raises `Unlawful` with every obstacle, never only the first. Art. 34.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from types import MappingProxyType
from typing import Generic, TypeVar

from pactregistry.workflow.citations import Citation
from pactregistry.workflow.states import Role

S = TypeVar("S", bound=StrEnum)
F = TypeVar("F")
F_contra = TypeVar("F_contra", contravariant=True)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Mark a sentence for translation where it stands; it is translated where it is shown."""
    return text


class Stay(Enum):
    """The target of a step that leaves the state as it is."""

    SAME = "same"


SAME = Stay.SAME


class ClockEffect(StrEnum):
    """What a step does to the file's clock."""

    STARTS = "starts"
    STOPS = "stops"
    RESUMES = "resumes"
    ENDS = "ends"


@dataclass(frozen=True)
class Guard(Generic[F_contra]):
    """One condition of the law, with what to say and what to do when it does not hold."""

    name: str
    cites: tuple[Citation, ...]
    holds: Callable[[F_contra], bool]
    message: str
    remedy: str
    mender: Role
    details: Callable[[F_contra], Mapping[str, object]] = lambda _facts: {}


@dataclass(frozen=True)
class Obstacle:
    """What stands against a step: binding, or a warning that lets the person go on (Art. 34)."""

    name: str
    cites: tuple[Citation, ...]
    binds: bool
    message: str
    remedy: str
    mender: Role
    details: Mapping[str, object] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Row(Generic[S, F]):
    """One lawful step, as in the tables of `lifecycle`.

    `clock` is what the step does to the file's clock, by outcome where that differs.
    """

    step: str
    sources: tuple[S | None, ...]
    to: S | Stay | tuple[S, ...]
    by: tuple[Role, ...]
    cites: tuple[Citation, ...]
    binds: tuple[Guard[F], ...] = ()
    warns: tuple[Guard[F], ...] = ()
    clock: ClockEffect | Mapping[S, ClockEffect] | None = None
    publishes: str | None = None
    withholds: bool | None = None


@dataclass(frozen=True)
class Step:
    """A step that was found lawful, ready for the journal."""

    machine: str
    name: str
    source: str | None
    to: str
    by: Role
    cites: tuple[Citation, ...]
    publishes: str | None
    withholds: bool | None
    warnings: tuple[Obstacle, ...]


class Unlawful(Exception):
    """A step that may not be taken now, with all that stands against it."""

    def __init__(self, machine: str, step: str, obstacles: tuple[Obstacle, ...]) -> None:
        super().__init__(f"{machine}: {step}: {', '.join(o.name for o in obstacles)}")
        self.machine = machine
        self.step = step
        self.obstacles = obstacles


class Machine(Generic[S, F]):
    """A table of rows with the questions that pages, actions and tests ask of it."""

    def __init__(
        self, name: str, states: type[S], rows: Iterable[Row[S, F]], final: Iterable[S]
    ) -> None:
        self.name = name
        self.states = states
        self.final = frozenset(final)
        table: dict[str, Row[S, F]] = {}
        for row in rows:
            if row.step in table:
                message = f"{name}: two rows are called {row.step}"
                raise ValueError(message)
            table[row.step] = row
        self.rows: Mapping[str, Row[S, F]] = MappingProxyType(table)

    def open_to(self, state: S | None, role: Role) -> tuple[Row[S, F], ...]:
        """The rows that leave this state for this role, guards aside."""
        return tuple(r for r in self.rows.values() if state in r.sources and role in r.by)

    def targets(self, row: Row[S, F], source: S | None) -> tuple[S, ...]:
        """Every state that a row may reach from a source."""
        if isinstance(row.to, tuple):
            return row.to
        if isinstance(row.to, Stay):
            return () if source is None else (source,)
        return (row.to,)

    def clock_effect(self, step: str, outcome: str) -> ClockEffect | None:
        """What a step with this outcome did to the clock."""
        clock = self.rows[step].clock
        return clock.get(self.states(outcome)) if isinstance(clock, Mapping) else clock

    def obstacles(self, step: str, state: S | None, by: Role, facts: F) -> tuple[Obstacle, ...]:
        """All that stands against a step, binding first; empty when nothing does."""
        row = self.rows[step]
        found = [] if state in row.sources else [_out_of_place(row)]
        if by not in row.by:
            found.append(_out_of_role(row))
        found += [_obstacle(g, facts, binds=True) for g in row.binds if not g.holds(facts)]
        found += [_obstacle(g, facts, binds=False) for g in row.warns if not g.holds(facts)]
        return tuple(found)

    def take(self, step: str, state: S | None, by: Role, facts: F, *, to: S | None = None) -> Step:
        """Find a step lawful, or raise `Unlawful`; `to` names one of several outcomes."""
        row = self.rows[step]
        obstacles = self.obstacles(step, state, by, facts)
        if any(obstacle.binds for obstacle in obstacles):
            raise Unlawful(self.name, step, obstacles)
        targets = self.targets(row, state)
        outcome = to if to is not None else targets[0]
        if outcome not in targets or (to is None and len(targets) > 1):
            message = f"{self.name}: {step} needs one of {targets} as its outcome, not {to}"
            raise ValueError(message)
        return Step(
            machine=self.name,
            name=step,
            source=state,
            to=outcome,
            by=by,
            cites=row.cites,
            publishes=row.publishes,
            withholds=row.withholds,
            warnings=obstacles,
        )


def _obstacle(guard: Guard[F], facts: F, *, binds: bool) -> Obstacle:
    return Obstacle(
        guard.name,
        guard.cites,
        binds,
        guard.message,
        guard.remedy,
        guard.mender,
        guard.details(facts),
    )


def _out_of_place(row: Row[S, F]) -> Obstacle:
    return Obstacle(
        "state",
        row.cites,
        binds=True,
        message=N_("This step does not belong to the point where the file stands now."),
        remedy=N_("Read the file again: another step was taken, or this one was taken already."),
        mender=row.by[0],
    )


def _out_of_role(row: Row[S, F]) -> Obstacle:
    return Obstacle(
        "role",
        row.cites,
        binds=True,
        message=N_("This step belongs to another role."),
        remedy=N_("Ask the office named on the file: it knows who may take it."),
        mender=row.by[0],
    )
