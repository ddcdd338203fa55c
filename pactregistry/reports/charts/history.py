"""The figures of a pact over its periods, with gaps where no report came. Art. 30(3)b, 30(3)c."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pactregistry.reports.labels import pack_of
from pactregistry.reports.models import Figure, Report
from pactregistry.reports.queries import is_public
from pactregistry.workflow.states_reports import ReportKind

LATEST = "latest"  # how the pack says that periods are not added up


Name = tuple[str, str]  # the code of an indicator, and its unit


@dataclass(frozen=True)
class Total:
    """What the periods of one pact come to; `final` where the final report says it itself."""

    value: Decimal
    last: Figure
    reports: int
    final: bool


@dataclass(frozen=True)
class Line:
    """One indicator in one unit: a figure a period, None where there is none, and the totals."""

    code: str
    unit: str
    added_up: bool
    figures: tuple[Figure | None, ...]
    totals: tuple[Total, ...]

    @property
    def last(self) -> Figure:
        """The latest figure: its report says under which name."""
        counted = [figure for figure in self.figures if figure is not None]
        return counted[-1] if counted else self.totals[-1].last


@dataclass(frozen=True)
class History:
    """The periods of a pact and of those that it renews; which reports tell of them, and what."""

    periods: tuple[Report, ...]
    told: tuple[Report, ...]
    lines: tuple[Line, ...]

    @property
    def missing(self) -> list[Report]:
        """The periods on which nothing can be read."""
        return [period for period in self.periods if not is_public(period)]


def history_of(reports: Sequence[Report], today: date) -> History:
    """The history that reports tell, in the order of their periods.

    A final report tells of the whole pact: it is a period of its own only where nothing shorter
    can be read. A report whose day has not come yet is no gap.
    """
    known = [report for report in reports if is_public(report) or _is_late(report, today)]
    parted = {r.pact_id for r in known if r.kind is ReportKind.INTERIM and is_public(r)}
    periods = [r for r in known if r.kind is ReportKind.INTERIM or r.pact_id not in parted]
    told = [report for report in known if is_public(report)]
    found = [_by_code(period) for period in periods]
    names = dict.fromkeys(name for report in told for name in _by_code(report))
    lines = (_line(name, found, told) for name in names)
    return History(tuple(periods), tuple(told), tuple(lines))


def _is_late(report: Report, today: date) -> bool:
    return not report.superseded and (report.due_on or report.period_to) < today


def _by_code(report: Report) -> dict[Name, Figure]:
    figures = report.figures if is_public(report) else ()
    return {(figure.code, figure.unit): figure for figure in figures}


def _line(name: Name, found: list[dict[Name, Figure]], told: list[Report]) -> Line:
    counted = [figure for report in told if (figure := _by_code(report).get(name))]
    indicator = pack_of(counted[-1].report).indicator(name[0])
    # How a pact's own measure goes together is not known: it is never added up.
    added_up = indicator is not None and indicator.total != LATEST
    by_pact: dict[int, list[Figure]] = {}
    for figure in counted:
        by_pact.setdefault(figure.report.pact_id, []).append(figure)
    totals = tuple(_total(own, added_up=added_up) for own in by_pact.values())
    return Line(*name, added_up, tuple(each.get(name) for each in found), totals)


def _total(figures: list[Figure], *, added_up: bool) -> Total:
    parts = [each for each in figures if each.report.kind is ReportKind.INTERIM]
    said = next((each for each in figures if each.report.kind is ReportKind.FINAL), None)
    if said is not None:
        return Total(said.value, said, len(parts), final=True)
    whole = sum((each.value for each in parts), Decimal(0)) if added_up else parts[-1].value
    return Total(whole, parts[-1], len(parts), final=False)
