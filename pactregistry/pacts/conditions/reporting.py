"""What a pact agrees on reporting: how often, and which figures. Art. 5(2)h, 30(2), 30(3).

Figures that the pact adds to the catalogue have a key of their own, kept from one text to the next
and in a renewal, so that they stay comparable.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from flask_babel import gettext, ngettext

from pactregistry.database import folded
from pactregistry.languages import in_language
from pactregistry.pacts.conditions.block import Rows, Values
from pactregistry.pacts.models import Pact, PactVersion
from pactregistry.pacts.queries import signed_version
from pactregistry.workflow.measures import Indicator
from pactregistry.workflow.pack import Pack

KEY: Final = "reporting"
LONGEST_KEY = 40  # a technical limit


@dataclass(frozen=True)
class Own:
    """A figure that one pact measures beside the catalogue, in a unit of the pack. Art. 30(3)b."""

    key: str
    label: str
    unit: str
    definition: str

    @property
    def code(self) -> str:
        """Its code in a report: never one of the catalogue."""
        return f"own.{self.key}"


@dataclass(frozen=True)
class Reporting:
    """What is agreed: months between interim reports, None for the final one alone.

    No `indicators` chosen means that all of the catalogue are offered.
    """

    every_months: int | None = None
    indicators: tuple[str, ...] = ()
    own: tuple[Own, ...] = ()

    def measured(self, pack: Pack) -> tuple[Indicator, ...]:
        """The figures of the catalogue that are asked, as far as this pack knows them."""
        chosen = tuple(i for i in pack.indicators if i.key in self.indicators)
        return chosen or pack.indicators


def agreed(pact: Pact) -> Reporting:
    """What the text in force agrees on reporting; the final report alone where it says nothing."""
    return agreed_in(signed_version(pact))


def agreed_in(version: PactVersion | None) -> Reporting:
    """What one text agrees on reporting."""
    values = version.conditions.get(KEY, {}) if version is not None else {}
    return Reporting(
        every_months=values.get("every_months"),
        indicators=tuple(values.get("indicators") or ()),
        own=tuple(Own(**line) for line in values.get("own") or ()),
    )


def reporting_rows(values: Values, pack: Pack) -> Rows:
    """The lines that are printed on reporting, in the words of the pack."""
    if not values:
        return []
    units = {unit.key: in_language(unit.label) for unit in pack.units}
    known = {i.key: i for i in pack.indicators}
    chosen = [known[key] for key in values.get("indicators") or () if key in known]
    lines = [(gettext("Reports"), _how_often(values.get("every_months")))]
    lines += [
        (gettext("Measured"), f"{in_language(each.label)} ({units[each.unit]})") for each in chosen
    ]
    if not chosen:
        lines.append((gettext("Measured"), gettext("whatever applies of the City's catalogue")))
    for own in values.get("own") or ():
        told = f"{own['label']} ({units.get(own['unit'], own['unit'])})"
        definition = own["definition"]
        lines.append((gettext("Measured here"), f"{told}: {definition}" if definition else told))
    return lines


def as_compared(label: str) -> str:
    """The name of a figure as it is compared with others: case and accents make no difference."""
    return folded(label)


def keyed(lines: Iterable[Values], before: Sequence[Values]) -> list[dict[str, Any]]:
    """The figures that were named, each with its key; another unit makes another figure."""
    named = [line for line in lines if line["label"]]
    units = {own["key"]: own["unit"] for own in before}
    carried = {line["key"] for line in named if line["key"] in units}
    kept: list[dict[str, Any]] = []
    for line in named:
        wanted = line["key"] if line["key"] in units else _key_of(line["label"])
        is_own = wanted == line["key"] or wanted not in carried
        same = units.get(wanted) == line["unit"] and is_own
        taken = {own["key"] for own in kept}
        key = (
            wanted if same and wanted not in taken else _new_key(line["label"], taken | set(units))
        )
        kept.append({**line, "key": key})
    return kept


def _how_often(months: int | None) -> str:
    if months is None:
        return str(gettext("one at the end of the pact"))
    return str(
        ngettext(
            "one every month, and one at the end of the pact",
            "one every %(num)d months, and one at the end of the pact",
            months,
        )
    )


def _key_of(label: str) -> str:
    plain = re.sub(r"[^a-z0-9]+", "_", folded(label))
    return plain[:LONGEST_KEY].strip("_") or "figure"


def _new_key(label: str, taken: set[str]) -> str:
    base = key = _key_of(label)
    ordinal = 2
    while key in taken:
        key = f"{base}_{ordinal}"
        ordinal += 1
    return key
