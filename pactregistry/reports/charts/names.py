"""How a figure, its unit, its period and its pact are called in the reader's language. Art. 30."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from babel.dates import format_interval

from pactregistry.languages import written
from pactregistry.pacts.models import Pact
from pactregistry.reports.charts.shown import figure as as_written
from pactregistry.reports.labels import figure_label, pack_of, unit_label
from pactregistry.reports.models import Figure, Report

EURO: Final = "eur"
CENTS: Final = 2
COUNTED: Final = "n"
DAY: Final = timedelta(days=1)


def name_of(figure: Figure) -> str:
    """What a figure counts, as the title of a section begins."""
    label = figure_label(figure, pack_of(figure.report))
    return label[:1].upper() + label[1:]


def unit_of(figure: Figure) -> str:
    """The unit of a figure."""
    return unit_label(figure.unit, pack_of(figure.report))


def decimals_of(figure: Figure) -> int:
    """How many decimals are always written: money has its cents."""
    return CENTS if figure.unit == EURO else 0


def value_of(figure: Figure, value: Decimal | None = None) -> str:
    """The number of a figure, or another like it, with its unit; a count needs none."""
    number = as_written(figure.value if value is None else value, decimals_of(figure))
    return number if figure.unit == COUNTED else f"{number} {unit_of(figure)}"


def period_of(report: Report) -> str:
    """The days of a report: by months where they are whole, such as `Jan - Jun 2026`."""
    first, last = report.period_from, report.period_to
    whole = first.day == 1 and (last + DAY).day == 1
    return _days(first, last, "yMMM" if whole else "yMMMd")


def pact_name(pact: Pact) -> str:
    """A pact by its number and title."""
    return f"{pact.number} {pact.title}"


def _days(first: date, last: date, shape: str) -> str:
    return str(format_interval(first, last, shape, locale=written()))
