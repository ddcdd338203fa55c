"""Which files the figures count: of a year, of a district, of a kind of commons. Art. 35(2).

A fact belongs to the year of its day in the journal. Files of older registers are counted apart.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, literal, select, true, union_all

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.access import PACT_IS_PUBLIC
from pactregistry.pacts.models import Pact
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.reading import PROPOSAL_IS_PUBLIC
from pactregistry.reports.models import Report
from pactregistry.reports.queries import PUBLIC_REPORT
from pactregistry.workflow.clocks import end_of_day
from pactregistry.workflow.states import CommonsKind

Condition = ColumnElement[bool]


@dataclass(frozen=True)
class Scope:
    """What is counted; `year` None means since the beginning, `district` and `kind` all."""

    today: date
    year: int | None = None
    district: str = ""
    kind: CommonsKind | None = None

    @property
    def last(self) -> date:
        """The day on which things stand as they are told: the year's last, today at most."""
        return self.today if self.year is None else min(date(self.year, 12, 31), self.today)

    def on(self, column: Any) -> Condition:
        """Whether a day lies in what is counted."""
        until: Condition = column <= self.last
        return until if self.year is None else and_(column >= date(self.year, 1, 1), until)

    def at(self, column: Any) -> Condition:
        """Whether an instant lies in what is counted, by the city's calendar."""
        until: Condition = column < _midnight_after(self.last)
        if self.year is None:
            return until
        return and_(column >= _midnight_after(date(self.year, 1, 1) - timedelta(days=1)), until)

    def here(self, model: Any) -> Condition:
        """Whether a file is of the district and the kind of commons that were asked for."""
        asked: list[Condition] = [true()]
        if self.district:
            asked.append(model.district == self.district)
        if self.kind is not None:
            asked.append(model.commons_kind == self.kind)
        return and_(*asked)

    @property
    def proposals(self) -> Condition:
        """The public proposals that were made on these pages."""
        return and_(PROPOSAL_IS_PUBLIC, Proposal.imported_from == "", self.here(Proposal))

    @property
    def pacts(self) -> Condition:
        """The public pacts that were made on these pages."""
        return and_(self.all_pacts, Pact.imported_from == "")

    @property
    def all_pacts(self) -> Condition:
        """The public pacts, those of older registers too."""
        return and_(PACT_IS_PUBLIC, self.here(Pact))

    @property
    def reports(self) -> Condition:
        """The public reports on public pacts whose period ended in what is counted."""
        return and_(
            Report.state.in_(PUBLIC_REPORT),
            Report.withheld.is_(False),
            self.all_pacts,
            self.on(Report.period_to),
        )


def on_pact(model: Any, pacts: Condition) -> Condition:
    """Whether what is kept on a pact is kept on one of these."""
    # Asked of each row and not joined: most pacts have no such row, and need not be read.
    return exists().where(Pact.id == model.pact_id, pacts)


def years_known(today: date) -> list[int]:
    """The years that have figures, the newest first; this year is always one."""
    days = union_all(
        select(func.min(Proposal.submitted_on).label("day")).where(PROPOSAL_IS_PUBLIC),
        select(func.min(Pact.signed_on)).where(PACT_IS_PUBLIC),
        select(literal(today, type_=Pact.signed_on.type)),
    ).subquery()
    first = db.session.scalar(select(func.min(days.c.day))) or today
    return list(range(today.year, min(first.year, today.year) - 1, -1))


def _midnight_after(day: date) -> datetime:
    return end_of_day(day, settings().city.zone)
