"""A figure beside those of similar pacts: like with like, no median of two. Art. 30(3)b."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from statistics import median
from typing import Final

from pactregistry.reports.charts.history import Line
from pactregistry.reports.labels import pack_of
from pactregistry.reports.models import Figure, Report

# With fewer, the middle one would be one pact's own figure under a name that sounds like many.
FEWEST_FOR_A_MEDIAN: Final = 3
DAYS_OF_A_MONTH: Final = Fraction(146_097, 4_800)  # 400 years of the calendar
DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class Comparison:
    """The latest figure of a pact, and of each similar pact the latest of the same sort.

    Of the same sort: the same measure in the same unit, in the same kind of report, on a period
    of as many months.
    """

    own: Figure
    others: tuple[Figure, ...]

    @property
    def months(self) -> int:
        """How long the compared periods are."""
        return months_of(self.own.report)

    @property
    def median(self) -> Decimal | None:
        """The figure in the middle; None where the pacts are too few."""
        if len(self.others) < FEWEST_FOR_A_MEDIAN:
            return None
        return median(figure.value for figure in self.others)


def compared(line: Line, similar: Sequence[Report]) -> Comparison | None:
    """A line beside similar pacts; None for a measure of the pact's own. Takes the latest first."""
    own = line.last
    if pack_of(own.report).indicator(line.code) is None:
        return None
    latest: dict[int, Figure] = {}
    for report in similar:
        if report.kind is own.report.kind and months_of(report) == months_of(own.report):
            for figure in report.figures:
                if (figure.code, figure.unit) == (line.code, line.unit):
                    latest.setdefault(report.pact_id, figure)
    return Comparison(own, tuple(latest.values()))


def months_of(report: Report) -> int:
    """The length of a report's period in months, to the nearest; at least one."""
    days = (report.period_to - report.period_from + DAY).days
    return max(round(days / DAYS_OF_A_MONTH), 1)
