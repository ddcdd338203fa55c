"""Which pacts and reports have something due, and what is late, never by name. Art. 30(3), 35."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import selectinload

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.pacts.access import PACT_IS_PUBLIC
from pactregistry.pacts.conditions.reporting import agreed_in
from pactregistry.pacts.models import Pact, PactVersion
from pactregistry.reports.models import Report
from pactregistry.reports.queries import WRITABLE
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState, ReportState, VersionState
from pactregistry.workflow.states_reports import ReportKind

RUNNING = (PactState.ACTIVE, PactState.SUSPENDED)
# The final report of a pact that was taken up again is not awaited; the last one tells of it all.
_STANDS: ColumnElement[bool] = and_(
    Report.pact.has(Pact.state == PactState.ENDED), ~Report.superseded
)
AWAITED: Final[ColumnElement[bool]] = and_(
    Report.state.in_(WRITABLE),
    Report.unreported_on.is_(None),
    or_(Report.kind != ReportKind.FINAL, _STANDS),
)


@dataclass(frozen=True)
class Overdue:
    """How many reports are late, by kind and by district, since when the oldest; nobody is named.

    `given_up` counts those that the City no longer waits for: closed without a report.
    """

    total: int
    by_kind: Mapping[ReportKind, int]
    by_district: Mapping[str, int]
    oldest: date | None
    given_up: int

    def oldest_days(self, today: date) -> int:
        """For how many days the oldest one is late, 0 where none is."""
        return 0 if self.oldest is None else (today - self.oldest).days


def is_overdue(today: date) -> ColumnElement[bool]:
    """Reports that were due before a day and are still awaited: computed, never stored."""
    return and_(AWAITED, Report.due_on < today)


def overdue_figures() -> Overdue:
    """What is late today on pacts that anyone may read, in two queries."""
    late = (
        select(Report.kind, Pact.district, func.count(), func.min(Report.due_on))
        .join(Report.pact)
        .where(PACT_IS_PUBLIC, is_overdue(settings().today()))
        .group_by(Report.kind, Pact.district)
    )
    found = db.session.execute(late).all()
    by_kind: Counter[ReportKind] = Counter()
    by_district: Counter[str] = Counter()
    for kind, district, number, _first in found:
        by_kind[kind] += number
        by_district[district] += number
    oldest = min((first for *_, first in found if first is not None), default=None)
    given_up = select(func.count(Report.id)).join(Report.pact)
    given_up = given_up.where(PACT_IS_PUBLIC, Report.unreported_on.is_not(None))
    return Overdue(by_kind.total(), by_kind, by_district, oldest, db.session.scalar(given_up) or 0)


def pacts_to_look_at() -> list[int]:
    """The pacts with a text of their own on which a report may have fallen due.

    Those in force that agreed on interim ones; those that ended and have no final one, or ended
    again after they were taken up anew.
    """
    known = and_(Pact.import_confirmed.is_(True), _has_text())
    in_force = select(Pact).where(known, Pact.state.in_(RUNNING)).order_by(Pact.id)
    texts = in_force.options(selectinload(Pact.versions))
    asked = [p.id for p in db.session.scalars(texts) if _asks_between(p)]
    final = select(Report.pact_id).where(Report.kind == ReportKind.FINAL)
    again = select(Entry.subject_id).where(
        Entry.subject_kind == PACT.name, Entry.step == "reinstate"
    )
    ended = select(Pact.id).where(
        known,
        Pact.state == PactState.ENDED,
        or_(Pact.id.not_in(final), Pact.id.in_(again)),
    )
    return [*asked, *db.session.scalars(ended.order_by(Pact.id))]


def awaited_ids() -> Sequence[int]:
    """The reports of which somebody may have to be reminded."""
    waits = or_(AWAITED, Report.state == ReportState.SUBMITTED)
    return db.session.scalars(select(Report.id).where(waits).order_by(Report.id)).all()


def unexamined_ids(today: date) -> Sequence[int]:
    """The reports whose term of examination is over."""
    query = select(Report.id).where(
        Report.state == ReportState.SUBMITTED, Report.examine_by < today
    )
    return db.session.scalars(query.order_by(Report.id)).all()


def asked_for(pact: Pact) -> Sequence[Report]:
    """The reports on a pact, without their pieces."""
    return db.session.scalars(select(Report).filter_by(pact_id=pact.id)).all()


def _asks_between(pact: Pact) -> bool:
    signed = [v for v in pact.versions if v.state == VersionState.SIGNED]
    return any(agreed_in(version).every_months is not None for version in signed)


def _has_text() -> ColumnElement[bool]:
    signed = select(PactVersion.pact_id).where(PactVersion.state == VersionState.SIGNED)
    return Pact.id.in_(signed)
