"""The append-only record of every step: the only place where a state is written. Art. 3(1)b.

Two dates: `occurred_on`, the day of the fact, and `recorded_at`, the server's time. Deadlines use
the first. The feed is a query on the entries that publish.
"""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Row, UniqueConstraint, event, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Mapper, declared_attr, mapped_column
from sqlalchemy.orm.attributes import flag_modified

from pactregistry.database import Base, UTCDateTime, db, lock, locked_row
from pactregistry.workflow.citations import Citation, from_json
from pactregistry.workflow.engine import ClockEffect, Machine, Step


class Subject:
    """The columns of a file whose history is kept: a proposal, a pact, a version of its text.

    `version` grows with every change: a form opened on an older one is refused.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str] = mapped_column(index=True)
    version: Mapped[int]
    withheld: Mapped[bool] = mapped_column(default=False)
    pack_id: Mapped[str]
    pack_version: Mapped[str]

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy passes the class
        return {"version_id_col": cls.version}


class Stale(Exception):
    """The file has moved on since the form was opened; nothing was written."""

    def __init__(self, kind: str, subject: Subject, seen: int) -> None:
        super().__init__(f"{kind} {subject.id} has moved on since version {seen}")
        self.kind = kind
        self.subject = subject
        self.seen = seen


class Entry(Base):
    """One step in the history of a file; never changed, never deleted.

    `version` is the file's own after the step: it tells what a stale form has not seen.
    """

    __tablename__ = "journal"
    __table_args__ = (
        UniqueConstraint("subject_kind", "subject_id", "sequence"),
        Index("ix_journal_publishes", "publishes", "recorded_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    subject_kind: Mapped[str]
    subject_id: Mapped[int]
    sequence: Mapped[int]
    version: Mapped[int]
    step: Mapped[str]
    from_state: Mapped[str | None]
    to_state: Mapped[str]
    by_role: Mapped[str]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    office: Mapped[str]
    occurred_on: Mapped[date]
    recorded_at: Mapped[datetime] = mapped_column(UTCDateTime)
    cites: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    warnings: Mapped[list[str]] = mapped_column(JSON)
    publishes: Mapped[str | None]
    reason: Mapped[str]
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)
    private: Mapped[dict[str, Any]] = mapped_column(JSON)
    pack_id: Mapped[str]
    pack_version: Mapped[str]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The articles under which the step was taken."""
        return tuple(from_json(value) for value in self.cites)


@event.listens_for(Entry, "before_update")
@event.listens_for(Entry, "before_delete")
def _refuse_rewriting(mapper: Mapper[Entry], connection: object, entry: Entry) -> None:  # noqa: ARG001 - SQLAlchemy's signature
    message = f"the journal is append-only: entry {entry.id}"
    raise RuntimeError(message)


@dataclass(frozen=True)
class Act:
    """Who takes a step and when, apart from what the lifecycle says of it.

    `reason` and `facts` are public once the file is; `private` never is.
    """

    actor_id: int | None
    occurred_on: date
    recorded_at: datetime
    office: str = ""
    reason: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    private: Mapping[str, object] = field(default_factory=dict)


def record(subject: Subject, step: Step, act: Act) -> Entry:
    """Append a step to a file's history and put the file into the step's state; does not commit."""
    subject.state = step.to
    if step.withholds is not None:
        subject.withheld = step.withholds
    # A step that changes nothing else makes older forms stale too.
    flag_modified(subject, "state")
    db.session.add(subject)
    db.session.flush()
    latest = _latest(step.machine, subject.id)
    entry = Entry(
        subject_kind=step.machine,
        subject_id=subject.id,
        sequence=latest.sequence + 1 if latest else 1,
        version=subject.version,
        step=step.name,
        from_state=step.source,
        to_state=step.to,
        by_role=step.by,
        actor_id=act.actor_id,
        office=act.office,
        occurred_on=act.occurred_on,
        # A machine's clock may be put back; what was recorded later stays later.
        recorded_at=max(act.recorded_at, latest.recorded_at) if latest else act.recorded_at,
        cites=[citation.as_json() for citation in step.cites],
        warnings=[obstacle.name for obstacle in step.warnings],
        publishes=step.publishes,
        reason=act.reason,
        facts=dict(act.facts),
        private=dict(act.private),
        pack_id=subject.pack_id,
        pack_version=subject.pack_version,
    )
    db.session.add(entry)
    db.session.flush()
    return entry


def history(kind: str, subject_id: int) -> Sequence[Entry]:
    """All steps of a file, oldest first."""
    query = select(Entry).filter_by(subject_kind=kind, subject_id=subject_id)
    return db.session.scalars(query.order_by(Entry.sequence)).all()


def _latest(kind: str, subject_id: int) -> Row[int, datetime] | None:
    # A ballot has as many steps as voters: the last one is asked for, not all of them read.
    query = select(Entry.sequence, Entry.recorded_at)
    query = query.filter_by(subject_kind=kind, subject_id=subject_id)
    return db.session.execute(query.order_by(Entry.sequence.desc()).limit(1)).first()


def histories(kind: str, subject_ids: Sequence[int]) -> dict[int, list[Entry]]:
    """The steps of several files in one query, oldest first, by file."""
    query = select(Entry).where(Entry.subject_kind == kind, Entry.subject_id.in_(subject_ids))
    found: dict[int, list[Entry]] = {subject_id: [] for subject_id in subject_ids}
    for entry in db.session.scalars(query.order_by(Entry.subject_id, Entry.sequence)):
        found[entry.subject_id].append(entry)
    return found


def clock_marks(
    machine: Machine[Any, Any], entries: Sequence[Entry]
) -> list[tuple[ClockEffect, date]]:
    """What the steps of a history did to the file's clock, for `clocks.read_clock`."""
    effects = [(machine.clock_effect(e.step, e.to_state), e.occurred_on) for e in entries]
    return [(effect, day) for effect, day in effects if effect is not None]


def stood_before(entries: Sequence[Entry], among: Collection[str]) -> str | None:
    """Where a way back leads: of some states the one in which a file stood last."""
    return next((e.from_state for e in reversed(entries) if e.from_state in among), None)


def expect(subject: Subject, kind: str, seen: int) -> None:
    """Refuse a form that was opened on an older version of a file.

    Raises:
        Stale: the file has moved on.
    """
    lock(subject)
    if subject.version != seen:
        raise Stale(kind, subject, seen)


class Counter(Base):
    """The last number given of a series in a year, such as proposals of 2026."""

    __tablename__ = "counter"

    series: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int]


def next_number(series: str, year: int) -> str:
    """The next number of a series without gaps: `2026-P-0001`, or `2026-0001` for none."""
    if db.session.get(Counter, (series, year)) is None:
        db.session.flush()
        # Where two give the first number of a year at once, one waits here and then goes on.
        with suppress(IntegrityError), db.session.begin_nested():
            db.session.add(Counter(series=series, year=year, last=0))
    counter = locked_row(Counter, (series, year))
    counter.last += 1
    db.session.flush()
    infix = f"-{series}" if series else ""
    return f"{year}{infix}-{counter.last:04d}"
