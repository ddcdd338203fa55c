"""All tables of figures in their order, and the record of them for other programs. Art. 35(2)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Flask, current_app

from pactregistry.config import settings
from pactregistry.reports.figures.accounts import account_tables
from pactregistry.reports.figures.groups import endings, signings
from pactregistry.reports.figures.measures import people_tables, totals
from pactregistry.reports.figures.pacts import pact_tables
from pactregistry.reports.figures.proposals import proposal_tables
from pactregistry.reports.figures.resources import resource_tables
from pactregistry.reports.figures.scope import Scope
from pactregistry.reports.figures.table import Table
from pactregistry.reports.figures.timing import timing_tables
from pactregistry.workflow.clocks import last_day

TRIAL = "trial"
OTHERS = "figures"  # where rooms above this one leave what they count

Counter = Callable[[Scope], Sequence[Table]]


@dataclass(frozen=True)
class Figures:
    """What was counted, and of which files."""

    scope: Scope
    tables: tuple[Table, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was counted."""
        return all(table.is_empty for table in self.tables)

    def table(self, key: str) -> Table:
        """The table of a key."""
        return next(table for table in self.tables if table.key == key)

    def record(self) -> dict[str, Any]:
        """The figures in JSON's own values, without a word of any language."""
        kind = self.scope.kind
        return {
            "year": self.scope.year,
            "district": self.scope.district or None,
            "kind": kind.value if kind else None,
            "as_of": self.scope.last.isoformat(),
            "tables": [table.record() for table in self.tables],
        }


def count_too(app: Flask, tables: Counter) -> None:
    """Let a room above add its tables, behind all others."""
    app.extensions.setdefault(OTHERS, []).append(tables)


def collect(scope: Scope) -> Figures:
    """Count everything; the number of queries does not grow with the files."""
    found, ends, signed = totals(scope), endings(scope), signings(scope)
    tables: Sequence[Table] = [
        *proposal_tables(scope, ends, signed),
        *timing_tables(scope, ends, signed),
        *pact_tables(scope),
        *people_tables(scope, found),
        *resource_tables(scope, found),
        *account_tables(scope),
        *(table for tables in current_app.extensions.get(OTHERS, ()) for table in tables(scope)),
    ]
    return Figures(scope, tuple(tables))


def trial_ends() -> date | None:
    """The last day of the regulation's trial, None where its text sets none. Art. 35(1)."""
    pack = settings().pack
    term = pack.terms.get(TRIAL)
    if term is None or term.value is None:
        return None
    return last_day(pack.in_force_from, term.value, term.unit)


def lines(record: Mapping[str, Any]) -> list[dict[str, Any]]:
    """A record of figures as the lines of a flat table: one value each."""
    return [
        {
            "year": record["year"],
            "district": record["district"],
            "kind": record["kind"],
            "as_of": record["as_of"],
            "table": table["key"],
            "row": row["key"],
            "column": column,
            "value": value,
            "unit": table["unit"],
        }
        for table in record["tables"]
        for row in table["rows"]
        for column, value in zip(table["columns"], row["values"], strict=True)
    ]
