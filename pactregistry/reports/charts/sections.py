"""A pact's figures as its page shows them, one section a measure. Art. 30(3)b, 30(5)."""

from collections.abc import Sequence
from dataclasses import dataclass

from pactregistry.reports.charts.chart import Chart
from pactregistry.reports.charts.comparing import chart_beside, none_to_compare
from pactregistry.reports.charts.history import History, Line
from pactregistry.reports.charts.names import name_of, unit_of
from pactregistry.reports.charts.over_time import chart_over_time, totals_told
from pactregistry.reports.charts.similar import Comparison, compared
from pactregistry.reports.labels import figure_definition, pack_of
from pactregistry.reports.models import Report


@dataclass(frozen=True)
class Section:
    """One measure: what it is, how it went, what it comes to, what stands beside it."""

    title: str
    unit: str
    definition: str
    own: bool
    over_time: Chart | None
    totals: list[str]
    beside: Chart | None
    alone: str


def sections(
    history: History, similar: Sequence[Report], *, comparable: bool = True
) -> list[Section]:
    """The measures of a pact in the order in which its reports first tell them."""
    return [
        _section(line, history, compared(line, similar) if comparable else None, number)
        for number, line in enumerate(history.lines, start=1)
    ]


def _section(line: Line, history: History, comparison: Comparison | None, number: int) -> Section:
    pack = pack_of(line.last.report)
    beside = chart_beside(comparison, f"beside-{number}") if comparison else None
    return Section(
        title=name_of(line.last),
        unit=unit_of(line.last),
        definition=figure_definition(line.last, pack),
        own=pack.indicator(line.code) is None,
        over_time=chart_over_time(line, history, f"over-time-{number}"),
        totals=totals_told(line),
        beside=beside,
        alone=none_to_compare(comparison) if comparison and beside is None else "",
    )
