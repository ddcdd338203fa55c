"""Disputes whose committee sat, with search and filters. Art. 33, 3(1)b."""

from collections.abc import Sequence

from sqlalchemy import Select, extract, false, func, or_, select
from sqlalchemy.orm import contains_eager

from pactregistry.civicnetwork.public import Search
from pactregistry.conciliation.closing.public import DISPUTE_IS_TOLD
from pactregistry.conciliation.models import Dispute
from pactregistry.database import db, folded
from pactregistry.pacts.models import Pact
from pactregistry.paging import Page, paged
from pactregistry.workflow.states_disputes import DisputeState

FILTERS = ("state", "district", "year")
# A dispute that anyone knows of has a committee: nobody is told of one that waits for it.
STATES = tuple(state for state in DisputeState if state is not DisputeState.REQUESTED)


def find_disputes(search: Search, page: int) -> Page:
    """The disputes that match, the newest first."""
    query = _told()
    for name, value in search.chosen.items():
        query = _chosen(query, name, value)
    for word in folded(search.words).split():
        in_text = Pact.search_text.contains(word, autoescape=True)
        by_number = or_(func.lower(Dispute.number) == word, func.lower(Pact.number) == word)
        query = query.where(or_(in_text, by_number))
    return paged(query.order_by(Dispute.convened_on.desc(), Dispute.id.desc()), page)


def years() -> list[int]:
    """The years in which these disputes were asked for, the newest first."""
    year = extract("year", Dispute.requested_on)
    query = select(year).join(Dispute.pact).where(DISPUTE_IS_TOLD).distinct()
    return list(db.session.scalars(query.order_by(year.desc())))


def all_disputes(after: int = 0, limit: int | None = None) -> list[Dispute]:
    """These disputes by id, for downloads and the API."""
    query = _told().where(Dispute.id > after).order_by(Dispute.id)
    return list(db.session.scalars(query.limit(limit)))


def disputes_told_of(pact_ids: Sequence[int]) -> list[Dispute]:
    """The disputes of several pacts, the oldest first."""
    query = _told().where(Dispute.pact_id.in_(pact_ids)).order_by(Dispute.id)
    return list(db.session.scalars(query))


def public_dispute(number: str) -> Dispute:
    """One dispute that anyone may know of; raises NoResultFound."""
    return db.session.scalars(_told().where(Dispute.number == number)).one()


def _told() -> Select[Dispute]:
    query = select(Dispute).join(Dispute.pact).where(DISPUTE_IS_TOLD)
    return query.options(contains_eager(Dispute.pact))


def _chosen(query: Select[Dispute], name: str, value: str) -> Select[Dispute]:
    if name == "state":
        return query.where(Dispute.state == value if value in set(STATES) else false())
    if name == "year":
        known = value.isdecimal() and value.isascii() and len(value) == len("2026")
        year = extract("year", Dispute.requested_on)
        return query.where(year == int(value) if known else false())
    return query.where(Pact.district == value)
