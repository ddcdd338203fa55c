"""A table of figures in keys, without a word of any language. Art. 3(1)b, 35(2)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

CENTS: Final = 2
CENT: Final = Decimal(1).scaleb(-CENTS)
Counted = Mapping[str, int | Decimal | None]


class Measure(StrEnum):
    """What the values of a table are; `MIXED` where each row has a unit of its own."""

    NUMBER = "n"
    DAYS = "days"
    HOURS = "h"
    EUROS = "eur"
    MIXED = ""

    @property
    def decimals(self) -> int:
        """How many decimals are always written."""
        return CENTS if self is Measure.EUROS else 0


@dataclass(frozen=True)
class Table:
    """Values by row and column; `of` says what the keys of its rows name, such as `district`.

    A value is None where nothing was counted.
    """

    key: str
    section: str
    measure: Measure
    of: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: tuple[tuple[Decimal | None, ...], ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it but noughts."""
        return not any(value for row in self.values for value in row)

    def value(self, row: str, column: str) -> Decimal | None:
        """One value."""
        return self.values[self.rows.index(row)][self.columns.index(column)]

    def record(self) -> dict[str, Any]:
        """The table in JSON's own values: numbers as decimal strings."""
        return {
            "key": self.key,
            "section": self.section,
            "unit": self.measure.value,
            "rows_are": self.of,
            "columns": list(self.columns),
            "rows": [
                {"key": key, "values": [None if v is None else str(v) for v in values]}
                for key, values in zip(self.rows, self.values, strict=True)
            ],
        }


def counted(
    key: str,
    section: str,
    of: str,
    rows: Iterable[str],
    columns: Mapping[str, Counted],
    measure: Measure = Measure.NUMBER,
) -> Table:
    """A table from what was counted for each column; a row that a column does not know is 0."""
    names = tuple(rows)
    values = tuple(
        tuple(_number(each.get(row, 0), measure) for each in columns.values()) for row in names
    )
    return Table(key, section, measure, of, names, tuple(columns), values)


def _number(value: int | Decimal | None, measure: Measure) -> Decimal | None:
    """A number without noughts at its end; a sum of money keeps its cents."""
    if value is None:
        return None
    number = Decimal(value)
    if measure is Measure.EUROS:
        return number.quantize(CENT)
    whole = number.to_integral_value()
    return whole if whole == number else number.normalize()
