"""The office's list of reports: to examine, awaited, late. Art. 10(2), 30(3)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import contains_eager

from pactregistry.config import settings
from pactregistry.database import folded
from pactregistry.pacts.models import Pact
from pactregistry.paging import Page, paged
from pactregistry.reports.models import Report
from pactregistry.reports.scheduling.queries import AWAITED, is_overdue
from pactregistry.workflow.engine import N_
from pactregistry.workflow.states import ReportState
from pactregistry.workflow.states_reports import ReportKind


def _to_examine(_today: date) -> ColumnElement[bool]:
    return Report.state == ReportState.SUBMITTED


def _unexamined(_today: date) -> ColumnElement[bool]:
    return Report.state == ReportState.UNEXAMINED


def _awaited(today: date) -> ColumnElement[bool]:
    in_time = or_(Report.due_on.is_(None), Report.due_on >= today)
    return and_(AWAITED, in_time)


def _accepted(_today: date) -> ColumnElement[bool]:
    return Report.state == ReportState.ACCEPTED


def _given_up(_today: date) -> ColumnElement[bool]:
    return Report.unreported_on.is_not(None)


WHAT: Mapping[str, tuple[str, Callable[[date], ColumnElement[bool]]]] = {
    "to_examine": (N_("to examine"), _to_examine),
    "overdue": (N_("late"), is_overdue),
    "awaited": (N_("awaited, in time"), _awaited),
    "unexamined": (N_("published, not examined yet"), _unexamined),
    "accepted": (N_("accepted and published"), _accepted),
    "given_up": (N_("closed without a report"), _given_up),
}
OPEN_ONES = ("to_examine", "overdue", "awaited", "unexamined")


@dataclass(frozen=True)
class Filters:
    """What the officer looks for; empty values ask for nothing."""

    words: str = ""
    what: str = ""
    kind: str = ""
    district: str = ""

    @classmethod
    def read(cls, args: Mapping[str, str]) -> "Filters":
        """Read a query string; values that name nothing are ignored."""
        what = args.get("what", "")
        kind = args.get("kind", "")
        district = args.get("district", "")
        return cls(
            words=args.get("q", "").strip(),
            what=what if what in WHAT else "",
            kind=kind if kind in set(ReportKind) else "",
            district=district if district in settings().city.districts else "",
        )

    def as_args(self) -> dict[str, str]:
        """The query string that repeats this search."""
        given = {
            "q": self.words,
            "what": self.what,
            "kind": self.kind,
            "district": self.district,
        }
        return {name: value for name, value in given.items() if value}


def find(filters: Filters, page: int) -> Page:
    """The reports that an officer looks for, the City's own turn first; all open unless asked."""
    today = settings().today()
    query = select(Report).join(Report.pact).options(contains_eager(Report.pact))
    if filters.what:
        query = query.where(WHAT[filters.what][1](today))
    elif not filters.words:
        query = query.where(or_(*(WHAT[name][1](today) for name in OPEN_ONES)))
    if filters.kind:
        query = query.where(Report.kind == ReportKind(filters.kind))
    if filters.district:
        query = query.where(Pact.district == filters.district)
    for word in folded(filters.words).split():
        numbered = or_(func.lower(Report.number) == word, func.lower(Pact.number) == word)
        query = query.where(or_(Pact.search_text.contains(word, autoescape=True), numbered))
    until = case((Report.state == ReportState.SUBMITTED, Report.examine_by), else_=Report.due_on)
    turn = case(
        (Report.state == ReportState.SUBMITTED, 0),
        (AWAITED, 1),
        else_=2,
    )
    return paged(query.order_by(turn, until.is_(None), until, Report.id), page)
