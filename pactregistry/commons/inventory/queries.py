"""What the pages and actions of the inventory read. Art. 10(6), 14, 16."""

from collections.abc import Sequence
from datetime import date, datetime, time

from sqlalchemy import Select, func, or_, select

from pactregistry.commons.inventory.models import Commons
from pactregistry.config import settings
from pactregistry.database import db, folded, locked_row
from pactregistry.journal import Entry
from pactregistry.paging import Page, paged
from pactregistry.workflow.lifecycle import COMMONS
from pactregistry.workflow.states import CommonsState

ON_LIST = (CommonsState.LISTED, CommonsState.UNDER_PACT)
PROPOSED_A_DAY = 5  # protects the office from a flood; not a rule of the regulation


def commons_by_id(commons_id: int | None) -> Commons | None:
    """An entry by its id, None for none."""
    return None if commons_id is None else db.session.get(Commons, commons_id)


def commons_by_number(number: str) -> Commons:
    """An entry that stands or stood on the list; raises NoResultFound."""
    return db.session.scalars(select(Commons).where(Commons.number == number)).one()


def public_entry(number: str) -> Commons | None:
    """An entry that stands on the public list, None for any other number."""
    query = select(Commons).where(
        Commons.number == number, Commons.state.in_(ON_LIST), Commons.withheld.is_(False)
    )
    return db.session.scalars(query).one_or_none()


def any_entry(commons_id: int) -> Commons:
    """An entry whatever its state, for the office; raises NoResultFound."""
    return db.session.scalars(select(Commons).where(Commons.id == commons_id)).one()


def proposed_by(account_id: int) -> Sequence[Commons]:
    """The places that a person proposed for the list, the latest first."""
    query = select(Commons).where(Commons.proposed_by_id == account_id)
    return db.session.scalars(query.order_by(Commons.id.desc())).all()


def proposed_today(account_id: int) -> int:
    """How many places a person proposed since the city's midnight."""
    here = settings()
    midnight = datetime.combine(here.today(), time(), here.city.zone)
    query = select(func.count()).where(
        Commons.proposed_by_id == account_id, Commons.created_at >= midnight
    )
    return db.session.scalar(query) or 0


def listed(words: str = "", keep: int | None = None) -> Sequence[Commons]:
    """The entries that a file may be about, by district and name; `keep` stays in any case."""
    query = select(Commons).where(Commons.state.in_(ON_LIST), Commons.withheld.is_(False))
    if words:
        found = matching(query, words).with_only_columns(Commons.id)
        query = query.where(or_(Commons.id.in_(found), Commons.id == keep))
    return db.session.scalars(query.order_by(Commons.district, Commons.name, Commons.id)).all()


def for_desk(states: Sequence[str], words: str, page: int) -> Page:
    """The entries of the office's list in some states, the longest unseen first."""
    query = matching(select(Commons).where(Commons.state.in_(states)), words)
    return paged(query.order_by(Commons.reviewed_on, Commons.name, Commons.id), page)


def counted() -> dict[str, int]:
    """How many entries there are in each state."""
    query = select(Commons.state, func.count()).group_by(Commons.state)
    return {str(state): count for state, count in db.session.execute(query)}


def on_list() -> Sequence[Commons]:
    """Every entry that stands on the list, withheld ones too, for what is due by date."""
    query = select(Commons).where(Commons.state.in_(ON_LIST))
    return db.session.scalars(query.order_by(Commons.reviewed_on, Commons.id)).all()


def locked(commons_id: int) -> Commons:
    """One entry as it stands now, kept from other writers until the transaction ends."""
    return locked_row(Commons, commons_id)


def owner_changed_on(commons_id: int | None) -> date | None:
    """The day on which a place last changed its owner, None where it did not. Art. 14(1), 16(4)."""
    query = select(func.max(Entry.occurred_on)).where(
        Entry.subject_kind == COMMONS.name,
        Entry.subject_id == commons_id,
        Entry.step == "change_owner",
    )
    return db.session.scalar(query)


def matching(query: Select[Commons], words: str) -> Select[Commons]:
    """The entries that hold every word, in their text or as their number."""
    for word in folded(words).split():
        in_text = Commons.search_text.contains(word, autoescape=True)
        query = query.where(or_(in_text, func.lower(Commons.number) == word))
    return query
