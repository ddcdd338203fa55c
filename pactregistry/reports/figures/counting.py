"""What several tables count by: rows by key, days, and how files stood on a day. Art. 3(1)b."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, and_, cast, extract, func, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.reports.figures.scope import Condition, Scope

Rows = Select[*tuple[Any, ...]]
STOOD = "stood"  # rows are grouped by name: PostgreSQL takes the same words for two


class days_between(FunctionElement[int]):  # noqa: N801 - named like the functions of the database
    """The days from one date to another, counted where the rows are."""

    type = Integer()
    inherit_cache = True


@compiles(days_between)
def _days(element: Any, compiler: SQLCompiler, **how: Any) -> str:
    start, end = (compiler.process(day, **how) for day in element.clauses)
    return f"({end} - {start})"


@compiles(days_between, "sqlite")
def _days_of_text(element: Any, compiler: SQLCompiler, **how: Any) -> str:
    start, end = (compiler.process(day, **how) for day in element.clauses)
    return f"CAST(julianday({end}) - julianday({start}) AS INTEGER)"


def tally(query: Rows) -> dict[str, int]:
    """The numbers of a query of (key, number); a missing key is empty."""
    return {str(key or ""): int(number or 0) for key, number in db.session.execute(query)}


def number_of(query: Rows) -> int:
    """One number."""
    return int(db.session.scalar(query) or 0)


def acts(kind: str, scope: Scope) -> Condition:
    """The steps on files of a kind whose day lies in what is counted."""
    return and_(Entry.subject_kind == kind, scope.on(Entry.occurred_on))


def period(scope: Scope, day: Any) -> ColumnElement[int]:
    """The month of a day in the year asked for, else its year."""
    return cast(extract("year" if scope.year is None else "month", day), Integer)


def stood(kind: str, model: Any, scope: Scope) -> ColumnElement[str]:
    """How a file of a kind stood on the last day counted; none where it was not there yet."""
    steps = and_(Entry.subject_kind == kind, Entry.subject_id == model.id)
    latest = select(Entry.to_state).where(steps, Entry.occurred_on <= scope.last)
    return latest.order_by(Entry.sequence.desc()).limit(1).scalar_subquery()


def states_on(kind: str, model: Any, condition: Condition, scope: Scope) -> dict[str, int]:
    """How many files stood in each state on the last day counted."""
    query = select(stood(kind, model, scope).label(STOOD), func.count()).select_from(model)
    return tally(query.where(condition).group_by(STOOD))


def known_first(order: tuple[str, ...], *found: Mapping[str, object]) -> list[str]:
    """The keys of a table in their known order, then those that only the files know."""
    others = sorted({key for counts in found for key in counts} - set(order))
    return [*order, *others]
