"""What a report is made of and measured by: parts, units, indicators. Art. 30(3)b, 30(4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pactregistry.workflow.citations import Citation

Text = Mapping[str, str]


@dataclass(frozen=True)
class ReportBlock:
    """One part of a report; `question` is how a short report asks it, empty where it does not."""

    key: str
    cites: tuple[Citation, ...]
    label: Text
    hint: Text
    question: Text = field(default_factory=dict)


@dataclass(frozen=True)
class MeasureUnit:
    """A unit of measure, and how many decimals a figure in it may have."""

    key: str
    cites: tuple[Citation, ...]
    label: Text
    decimals: int = 0


@dataclass(frozen=True)
class Indicator:
    """One measure of the catalogue, the same in every pact so that it can be compared. Art. 30(3)b.

    `total` is `sum` or `latest`: how figures of several periods go together; `by` is `citizens` or
    `city`; more than `most` is a typing mistake; a `short` one is asked in a short report.
    """

    key: str
    cites: tuple[Citation, ...]
    label: Text
    definition: Text
    unit: str
    total: str
    most: int
    by: str = "citizens"
    short: bool = False
