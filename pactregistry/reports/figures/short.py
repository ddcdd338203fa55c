"""The few figures that are told first: of a city, and of a year. Art. 35(2)."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from flask_babel import lazy_gettext as _

from pactregistry.reports.charts.shown import figure
from pactregistry.reports.figures.collected import Figures
from pactregistry.reports.figures.table import Table
from pactregistry.workflow.lifecycle import IN_FORCE

# A label, then the table, its rows (none for all together) and the column that it tells.
FIRST: Final[tuple[tuple[Any, str, Sequence[str], str], ...]] = (
    (_("proposals received"), "over_time", (), "received"),
    (_("proposals accepted"), "proposal_ends", ("accepted",), "acts"),
    (_("days to acceptance, in the middle"), "days_median", ("acceptance",), "median"),
    (_("pacts signed"), "over_time", (), "signed"),
    (_("pacts in force on the last day"), "pact_states", IN_FORCE, "files"),
    (_("active citizens"), "people", ("people_active",), "total"),
    (_("hours of volunteers"), "hours", ("hours_volunteer",), "total"),
    (_("euro paid by the City"), "resources", ("city_paid",), "total"),
    (_("reports published"), "reports", ("accepted", "unexamined"), "reports"),
)


def in_short(figures: Figures) -> list[tuple[str, str]]:
    """Labels and numbers in the reader's language; what has no number is left out."""
    found = []
    for label, key, rows, column in FIRST:
        table = figures.table(key)
        value = _together(table, rows or table.rows, column)
        if value is not None:
            found.append((str(label), figure(value, table.measure.decimals)))
    return found


def _together(table: Table, rows: Sequence[str], column: str) -> Decimal | None:
    values = [table.value(row, column) for row in rows]
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None
