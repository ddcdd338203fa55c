"""Which figures a report is asked for: those of the pact, else of the catalogue. Art. 30(3)b."""

from dataclasses import dataclass
from decimal import Decimal

from pactregistry.languages import in_language
from pactregistry.pacts.conditions.reporting import agreed
from pactregistry.people.numbers import MOST, SYMBOLS, Measure
from pactregistry.reports.labels import pack_of, unit_beside
from pactregistry.reports.models import Figure, Report
from pactregistry.workflow.measures import Indicator
from pactregistry.workflow.pack import Pack

OWN = "own."
CITY = "city"


@dataclass(frozen=True)
class Asked:
    """One figure that is asked for, as the page shows it."""

    code: str
    label: str
    definition: str
    unit: str
    unit_name: str
    measure: Measure
    short: bool = False


def asked_of(report: Report, *, for_city: bool = False) -> list[Asked]:
    """The figures that a report is asked for; the City's own only of its desk."""
    pack = pack_of(report)
    stated = agreed(report.pact)
    chosen = {indicator.key for indicator in stated.measured(pack)}
    given = {figure.code for figure in report.figures}
    # What was counted before an amendment asked for something else stays to be read and mended.
    found = [
        _of_pack(indicator, pack)
        for indicator in pack.indicators
        if (for_city if indicator.by == CITY else indicator.key in chosen | given)
    ]
    own = [_own(o.code, (o.label, o.definition, o.unit), pack) for o in stated.own]
    codes = {asked.code for asked in own}
    left = [f for f in report.figures if f.code.startswith(OWN) and f.code not in codes]
    return [*found, *own, *(_left(figure, pack) for figure in left)]


def short_ones(report: Report) -> list[Asked]:
    """The figures of a short report, whatever else the pact agrees on."""
    pack = pack_of(report)
    return [_of_pack(indicator, pack) for indicator in pack.indicators if indicator.short]


def city_ones(report: Report) -> list[Asked]:
    """The figures that the City alone knows. Art. 30(4)d."""
    pack = pack_of(report)
    return [_of_pack(indicator, pack) for indicator in pack.indicators if indicator.by == CITY]


def _of_pack(indicator: Indicator, pack: Pack) -> Asked:
    return Asked(
        indicator.key,
        in_language(indicator.label),
        in_language(indicator.definition),
        indicator.unit,
        unit_beside(indicator.unit, pack),
        _measure(indicator.unit, pack, Decimal(indicator.most)),
        indicator.short,
    )


def _own(code: str, words: tuple[str, str, str], pack: Pack) -> Asked:
    label, definition, unit = words
    return Asked(code, label, definition, unit, unit_beside(unit, pack), _measure(unit, pack, MOST))


def _left(figure: Figure, pack: Pack) -> Asked:
    return _own(figure.code, (figure.label, figure.definition, figure.unit), pack)


def _measure(unit: str, pack: Pack, most: Decimal) -> Measure:
    found = next((each for each in pack.units if each.key == unit), None)
    if found is None:
        return Measure(2, min(most, MOST), (unit,) if unit else ())
    words = (*found.label.values(), *SYMBOLS.get(unit, ()), unit)
    return Measure(found.decimals, min(most, MOST), words)
