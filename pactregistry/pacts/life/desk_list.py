"""The office's list of pacts: in force, ending soon, with a notice, awaited. Art. 10(2), 5(2)b."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select

from pactregistry.config import settings
from pactregistry.database import folded
from pactregistry.pacts.models import Pact
from pactregistry.paging import Page, paged
from pactregistry.workflow.engine import N_
from pactregistry.workflow.lifecycle import IN_FORCE
from pactregistry.workflow.states import PactState

STATES = (PactState.FORMING, *IN_FORCE, PactState.ENDED, PactState.UNKNOWN)


def _ends_soon(today: date) -> ColumnElement[bool]:
    here = settings()
    days = max(here.pack.terms["expiry"].reminders, default=0)
    last = today + timedelta(days=days)
    return and_(Pact.state.in_(IN_FORCE), Pact.ends_on >= today, Pact.ends_on <= last)


def _notice(_today: date) -> ColumnElement[bool]:
    return or_(Pact.notice_until.is_not(None), Pact.suspends_on.is_not(None))


def _awaited(_today: date) -> ColumnElement[bool]:
    return or_(Pact.answer_until.is_not(None), Pact.confirm_until.is_not(None))


WHAT: Mapping[str, tuple[str, Callable[[date], ColumnElement[bool]]]] = {
    "ends_soon": (N_("ending soon"), _ends_soon),
    "notice": (N_("with a notice that runs"), _notice),
    "awaited": (N_("waiting for an answer or a confirmation"), _awaited),
}


@dataclass(frozen=True)
class Filters:
    """What the officer looks for; empty values ask for nothing."""

    words: str = ""
    state: str = ""
    what: str = ""
    district: str = ""

    @classmethod
    def read(cls, args: Mapping[str, str]) -> "Filters":
        """Read a query string; values that name nothing are ignored."""
        state = args.get("state", "")
        what = args.get("what", "")
        district = args.get("district", "")
        return cls(
            words=args.get("q", "").strip(),
            state=state if state in set(STATES) else "",
            what=what if what in WHAT else "",
            district=district if district in settings().city.districts else "",
        )

    def as_args(self) -> dict[str, str]:
        """The query string that repeats this search."""
        given = {
            "q": self.words,
            "state": self.state,
            "what": self.what,
            "district": self.district,
        }
        return {name: value for name, value in given.items() if value}


def find(filters: Filters, page: int) -> Page:
    """The pacts that an officer looks for, those that end first on top; in force unless asked."""
    query = select(Pact)
    if filters.state:
        query = query.where(Pact.state == filters.state)
    elif not (filters.words or filters.what):
        query = query.where(Pact.state.in_(IN_FORCE))
    if filters.what:
        query = query.where(WHAT[filters.what][1](settings().today()))
    if filters.district:
        query = query.where(Pact.district == filters.district)
    for word in folded(filters.words).split():
        in_text = Pact.search_text.contains(word, autoescape=True)
        query = query.where(or_(in_text, func.lower(Pact.number) == word))
    first = func.coalesce(Pact.notice_until, Pact.ends_on)
    return paged(query.order_by(first.is_(None), first, Pact.id), page)
