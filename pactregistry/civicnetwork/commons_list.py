"""The list of commons as everyone reads it: searched, counted, dated. Art. 7(4), 8(2), 10(6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, case, false, func, select, true

from pactregistry.civicnetwork.public import Search
from pactregistry.commons.inventory.models import Commons
from pactregistry.commons.inventory.queries import ON_LIST, matching
from pactregistry.database import db
from pactregistry.paging import Page, paged
from pactregistry.workflow.states import CommonsKind, CommonsState, OwnerKind, Reserved

FILTERS = ("state", "district", "kind", "theme", "owner", "reserved", "temporary", "confiscated")
NAMED: Mapping[str, type[StrEnum]] = {
    "state": CommonsState,
    "kind": CommonsKind,
    "owner": OwnerKind,
    "reserved": Reserved,
}
YES = "yes"
# Of spaces and buildings a share is reserved; what has no place is neither.
SPACES = (CommonsKind.PUBLIC_SPACE, CommonsKind.PRIVATE_SPACE, CommonsKind.BUILDING)

COMMONS_IS_PUBLIC: ColumnElement[bool] = and_(
    Commons.number.is_not(None), Commons.withheld.is_(False)
)
ON_PUBLIC_LIST: ColumnElement[bool] = and_(COMMONS_IS_PUBLIC, Commons.state.in_(ON_LIST))


@dataclass(frozen=True)
class Share:
    """How many of the listed spaces and buildings are reserved; the text asks for no figure."""

    reserved_for: Reserved
    places: int
    of: int

    @property
    def percent(self) -> float:
        """The share in percent."""
        return 100 * self.places / self.of if self.of else 0.0


@dataclass(frozen=True)
class About:
    """What is said of the list as a whole: its day, its shares, its themes, what is looked at."""

    dated: date | None
    shares: tuple[Share, ...]
    themes: Sequence[str]
    proposed: int


def find_commons(search: Search, page: int) -> Page:
    """The entries of the list that match, those that are free first."""
    query = matching(select(Commons).where(ON_PUBLIC_LIST), search.words)
    for name, value in search.chosen.items():
        query = query.where(_chosen(name, value))
    free_first = case((Commons.state == CommonsState.LISTED, 0), else_=1)
    return paged(query.order_by(free_first, Commons.name, Commons.id), page)


def about_the_list() -> About:
    """The list's day and shares."""
    dated = db.session.scalar(select(func.max(Commons.reviewed_on)).where(ON_PUBLIC_LIST))
    counting = select(Commons.reserved_for, func.count()).where(
        ON_PUBLIC_LIST, Commons.kind.in_(SPACES)
    )
    counts = {str(key): n for key, n in db.session.execute(counting.group_by(Commons.reserved_for))}
    total = sum(counts.values())
    themes = select(Commons.theme).where(ON_PUBLIC_LIST, Commons.theme != "").distinct()
    proposed = select(func.count()).where(Commons.state == CommonsState.PROPOSED)
    return About(
        dated,
        tuple(Share(key, counts.get(key, 0), total) for key in Reserved),
        db.session.scalars(themes.order_by(Commons.theme)).all(),
        db.session.scalar(proposed) or 0,
    )


def public_commons(number: str) -> Commons:
    """An entry that everyone may read, also one that was taken off; raises NoResultFound."""
    query = select(Commons).where(COMMONS_IS_PUBLIC, Commons.number == number)
    return db.session.scalars(query).one()


def known_commons(number: str) -> Commons:
    """The same, withheld or not; raises NoResultFound."""
    query = select(Commons).where(Commons.number.is_not(None), Commons.number == number)
    return db.session.scalars(query).one()


def all_commons(after: int = 0, limit: int | None = None) -> Sequence[Commons]:
    """The entries of the list by id, for downloads and the API."""
    query = select(Commons).where(ON_PUBLIC_LIST, Commons.id > after)
    return db.session.scalars(query.order_by(Commons.id).limit(limit)).all()


def _chosen(name: str, value: str) -> ColumnElement[bool]:
    # PostgreSQL refuses to compare a kind with a word that names none.
    if name in NAMED and value not in set(NAMED[name]):
        return false()
    conditions: dict[str, ColumnElement[bool]] = {
        "state": Commons.state == value,
        "district": Commons.district == value,
        "kind": Commons.kind == value,
        "theme": Commons.theme == value,
        "owner": Commons.owner_kind == value,
        "reserved": Commons.reserved_for == value,
        "temporary": Commons.temporary_use.is_(True) if value == YES else true(),
        "confiscated": Commons.confiscated.is_(True) if value == YES else true(),
    }
    return conditions[name]
