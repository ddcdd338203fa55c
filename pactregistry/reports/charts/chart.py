"""What a chart shows, before anything is drawn: the same for page, table and paper. Art. 30(5)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal["bars", "lines"]


@dataclass(frozen=True)
class Series:
    """One row of values under a name, one a label of the chart; None where there is none.

    `absent` may say, for the same places, why there is none, such as `no report`.
    """

    name: str
    values: tuple[Decimal | None, ...]
    absent: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chart:
    """Values of one unit over the same labels, drawn as bars or lines and told as a table.

    All texts are in the reader's language. A page or a document shows it by
    `{% from "reports/_charts.html" import chart with context %}` and `{{ chart(it) }}`;
    `key` is an identifier, its own on the page. `decimals` is how many are always written, never
    a rounding; `head` heads the column of labels; `remarks` are told beside a label's row. Lines
    become bars where their values would stand too close to be read.
    """

    key: str
    title: str
    unit: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    explanation: str
    kind: Kind = "bars"
    decimals: int = 0
    head: str = ""
    remarks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if any(len(each.values) != len(self.labels) for each in self.series):
            message = f"the chart {self.key} has not one value a label"
            raise ValueError(message)

    @property
    def values(self) -> list[Decimal]:
        """All values there are."""
        return [value for each in self.series for value in each.values if value is not None]

    @property
    def told(self) -> list[str]:
        """The remark beside each label, empty where there is none."""
        return [*self.remarks, *[""] * (len(self.labels) - len(self.remarks))]

    def why_absent(self, series: Series, place: int) -> str:
        """Why a series has no value at a place; empty where nothing is said."""
        return series.absent[place] if place < len(series.absent) else ""
