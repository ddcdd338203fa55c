"""The reads of calls: of the office, and of everyone once a call is open. Art. 3(1)b, 11(1)a."""

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, and_, case, false, func, or_, select
from sqlalchemy.orm import selectinload

from pactregistry.commons.calls.models import Call
from pactregistry.commons.inventory.models import Commons
from pactregistry.commons.inventory.queries import listed
from pactregistry.database import db, folded, locked_row
from pactregistry.paging import Page, paged
from pactregistry.workflow.states import CallState

SHOWN = (CallState.OPEN, CallState.CLOSED, CallState.DECIDED, CallState.WITHDRAWN)
# A draft that was given up never had a number, and never was public.
WAS_PUBLIC: ColumnElement[bool] = and_(Call.number.is_not(None), Call.state.in_(SHOWN))
IS_PUBLIC: ColumnElement[bool] = and_(WAS_PUBLIC, Call.withheld.is_(False))
OPEN_FIRST = case({state: place for place, state in enumerate(SHOWN)}, value=Call.state)
WITH_COMMONS = selectinload(Call.commons)


def by_id(call_id: int) -> Call:
    """A call for the office, a draft too; raises NoResultFound."""
    query = select(Call).where(Call.id == call_id).options(WITH_COMMONS)
    return db.session.scalars(query).one()


def published(number: str) -> Call:
    """A call that everyone may know of, withheld or not; raises NoResultFound."""
    query = select(Call).where(WAS_PUBLIC, Call.number == number).options(WITH_COMMONS)
    return db.session.scalars(query).one()


def public_call(number: str) -> Call:
    """A call that everyone may read; raises NoResultFound."""
    query = select(Call).where(IS_PUBLIC, Call.number == number).options(WITH_COMMONS)
    return db.session.scalars(query).one()


def locked(call_id: int) -> Call:
    """One call as it stands now, kept from other writers until the transaction ends."""
    return locked_row(Call, call_id)


def find_calls(words: str, chosen: Mapping[str, str], page: int) -> Page:
    """Public calls: those that take entries first, emergencies before all."""
    query = select(Call).where(IS_PUBLIC)
    if "state" in chosen:
        known = chosen["state"] in set(SHOWN)
        query = query.where(Call.state == chosen["state"] if known else false())
    if "district" in chosen:
        query = query.where(Call.district == chosen["district"])
    for word in folded(words).split():
        in_text = Call.search_text.contains(word, autoescape=True)
        query = query.where(or_(in_text, func.lower(Call.number) == word))
    urgent = and_(Call.state == CallState.OPEN, Call.emergency)
    order = (OPEN_FIRST, case((urgent, 0), else_=1), Call.closes_at.desc(), Call.id.desc())
    return paged(query.order_by(*order), page)


def open_calls(limit: int) -> Sequence[Call]:
    """Public calls that take entries, emergencies first, then those that close soonest."""
    query = select(Call).where(IS_PUBLIC, Call.state == CallState.OPEN)
    query = query.order_by(Call.emergency.desc(), Call.closes_at, Call.id)
    return db.session.scalars(query.limit(limit)).all()


def open_calls_on(commons_id: int) -> Sequence[Call]:
    """Public calls that take entries on one commons."""
    query = select(Call).where(
        IS_PUBLIC, Call.state == CallState.OPEN, Call.commons.any(Commons.id == commons_id)
    )
    return db.session.scalars(query.order_by(Call.closes_at, Call.id)).all()


def all_calls(after: int = 0, limit: int | None = None) -> Sequence[Call]:
    """Public calls by id, for downloads and the API."""
    query = select(Call).where(IS_PUBLIC, Call.id > after).options(WITH_COMMONS)
    return db.session.scalars(query.order_by(Call.id).limit(limit)).all()


def desk_calls() -> Sequence[Call]:
    """All calls of the office: drafts first, then what is open, compared, decided."""
    order = case((Call.state == CallState.DRAFT, 0), else_=1)
    query = select(Call).order_by(order, OPEN_FIRST, Call.closes_at.desc(), Call.id.desc())
    return db.session.scalars(query).all()


def ids_open() -> Sequence[int]:
    """The calls that take entries, for the sweep."""
    query = select(Call.id).where(Call.state == CallState.OPEN)
    return db.session.scalars(query.order_by(Call.id)).all()


def commons_by_ids(ids: Sequence[int]) -> list[Commons]:
    """The commons of the list with these ids."""
    return [commons for commons in listed() if commons.id in set(ids)]
