"""Tables of figures as charts in the reader's language. Art. 30(5), 35(2)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from babel.dates import format_date
from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.languages import in_language, state_name, step_past, written
from pactregistry.reports.charts.chart import Chart, Series
from pactregistry.reports.figures.measures import indicators_known
from pactregistry.reports.figures.table import Measure, Table
from pactregistry.reports.figures.words import COLUMNS, ROWS, SECTIONS, TABLES, UNITS
from pactregistry.workflow.measures import Indicator
from pactregistry.workflow.pack import Choice
from pactregistry.workflow.procedure import Kind
from pactregistry.workflow.words import COMMONS_KINDS, OUTCOMES


def told(table: Table) -> Chart:
    """A table with its words; the same on the page and on paper."""
    said = TABLES[table.key]
    series = (
        Series(str(COLUMNS[key]), tuple(values[place] for values in table.values))
        for place, key in enumerate(table.columns)
    )
    return Chart(
        key=table.key.replace("_", "-"),
        title=str(said.title),
        unit=str(UNITS.get(table.measure, "")),
        labels=tuple(_named(table, key) for key in table.rows),
        series=tuple(series),
        explanation=str(said.explanation),
        kind=said.kind,
        decimals=table.measure.decimals,
        head=str(said.head),
    )


@dataclass(frozen=True)
class Section:
    """The charts that stand together under a title."""

    key: str
    title: str
    charts: tuple[Chart, ...]


def in_sections(tables: Iterable[Table]) -> list[Section]:
    """Tables with their words, those of a section together."""
    return [
        Section(key, str(SECTIONS[key]), tuple(map(told, part)))
        for key, part in groupby(tables, key=lambda table: table.section)
    ]


def _named(table: Table, key: str) -> str:
    return NAMES[table.of](key) if key else _("not stated")


def _month(key: str) -> str:
    return str(format_date(date.fromisoformat(f"{key}-01"), "LLLL", locale=written()))


def _span(key: str) -> str:
    first, _dash, last = key.partition("-")
    if not last:
        return str(_("%(days)s or more", days=first))
    return str(_("%(first)s to %(last)s", first=first, last=last))


def _district(key: str) -> str:
    known = settings().city.districts.get(key)
    return in_language(known.name) if known else key


def _intensity(key: str) -> str:
    return _labelled({c.key: c for p in settings().packs.values() for c in p.intensities}, key)


def _pact_kind(key: str) -> str:
    return _labelled({k: v for p in settings().packs.values() for k, v in p.kinds.items()}, key)


def _labelled(
    known: Mapping[str, Choice] | Mapping[str, Kind] | Mapping[str, Indicator], key: str
) -> str:
    return in_language(known[key].label) if key in known else key


def _indicator(key: str) -> str:
    return _labelled({one.key: one for one in indicators_known()}, key)


def _measured(key: str) -> str:
    """A measure with its unit, where rows of one table have different ones."""
    unit_key = next((one.unit for one in indicators_known() if one.key == key), Measure.NUMBER)
    if unit_key == Measure.NUMBER:
        return _indicator(key)
    units = {unit.key: unit for pack in settings().packs.values() for unit in pack.units}
    return f"{_indicator(key)} ({in_language(units[unit_key].label)})"


NAMES: Mapping[str, Callable[[str], str]] = {
    "month": _month,
    "year": str,
    "span": _span,
    "proposal": lambda key: state_name(key, "proposal"),
    "pact": lambda key: state_name(key, "pact"),
    "dispute": lambda key: state_name(key, "dispute"),
    "end": lambda key: step_past(key, "pact"),
    "district": _district,
    "intensity": _intensity,
    "kind": lambda key: str(_(COMMONS_KINDS[key])),
    "pact_kind": _pact_kind,
    "indicator": _indicator,
    "measure": _measured,
    "outcome": lambda key: str(_(OUTCOMES[key])),
    "said": lambda key: str(ROWS[key]),
}
