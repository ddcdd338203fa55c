"""What several tables count by: rows by key, and how files stood on a day. Art. 3(1)b."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, and_, func, select

from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.reports.figures.scope import Condition, Scope

Rows = Select[*tuple[Any, ...]]


def tally(query: Rows) -> dict[str, int]:
    """The numbers of a query of (key, number); a missing key is empty."""
    return {str(key or ""): int(number or 0) for key, number in db.session.execute(query)}


def by_column(column: Any, condition: Condition) -> dict[str, int]:
    """How many rows there are for each value of a column."""
    return tally(select(column, func.count()).where(condition).group_by(column))


def number_of(query: Rows) -> int:
    """One number."""
    return int(db.session.scalar(query) or 0)


def acts(kind: str, scope: Scope) -> Condition:
    """The steps on files of a kind whose day lies in what is counted."""
    return and_(Entry.subject_kind == kind, scope.on(Entry.occurred_on))


def stood(kind: str, scope: Scope) -> Any:
    """How files of a kind stood on the last day counted: columns `subject_id` and `to_state`."""
    steps = and_(Entry.subject_kind == kind, Entry.occurred_on <= scope.last)
    latest = (
        select(Entry.subject_id, func.max(Entry.sequence).label("sequence"))
        .where(steps)
        .group_by(Entry.subject_id)
        .subquery()
    )
    return (
        select(Entry.subject_id, Entry.to_state)
        .where(Entry.subject_kind == kind)
        .join(
            latest,
            and_(latest.c.subject_id == Entry.subject_id, latest.c.sequence == Entry.sequence),
        )
        .subquery()
    )


def states_on(kind: str, model: Any, condition: Condition, scope: Scope) -> dict[str, int]:
    """How many files stood in each state on the last day counted."""
    then = stood(kind, scope)
    query = select(then.c.to_state, func.count()).join(model, model.id == then.c.subject_id)
    return tally(query.where(condition).group_by(then.c.to_state))


def known_first(order: tuple[str, ...], *found: Mapping[str, object]) -> list[str]:
    """The keys of a table in their known order, then those that only the files know."""
    others = sorted({key for counts in found for key in counts} - set(order))
    return [*order, *others]
