"""The chart of a measure over a pact's periods, and what they come to. Art. 30(3)b, 30(5)."""

from decimal import Decimal

from flask_babel import gettext as _
from flask_babel import ngettext

from pactregistry.reports.charts.chart import Chart, Series
from pactregistry.reports.charts.history import History, Line, Total
from pactregistry.reports.charts.names import (
    decimals_of,
    name_of,
    pact_name,
    period_of,
    unit_of,
    value_of,
)
from pactregistry.reports.charts.similar import months_of
from pactregistry.reports.models import Figure, Report
from pactregistry.reports.queries import is_public


def chart_over_time(line: Line, history: History, key: str) -> Chart | None:
    """A measure period by period, gaps said; None where only a final report counts it."""
    if not any(line.figures):
        return None
    values = tuple(figure.value if figure else None for figure in line.figures)
    absent = tuple(_absent(*each) for each in zip(line.figures, history.periods, strict=True))
    remarks = tuple(figure.explanation if figure else "" for figure in line.figures)
    return Chart(
        key=key,
        title=_("%(what)s, over time", what=name_of(line.last)),
        unit=unit_of(line.last),
        labels=_labels(history.periods),
        series=(Series(_("This pact"), values, absent),),
        explanation=" ".join(_explanation(line, history)),
        kind="lines",
        decimals=decimals_of(line.last),
        head=_("Period"),
        remarks=remarks if any(remarks) else (),
    )


def totals_told(line: Line) -> list[str]:
    """What the periods of each pact come to, and all pacts together where that can be added."""
    said = [_told(line, total) for total in line.totals]
    if line.added_up and len(line.totals) > 1:
        whole = sum((total.value for total in line.totals), Decimal(0))
        said.append(_("All pacts together: %(value)s.", value=value_of(line.last, whole)))
    return said


def _labels(periods: tuple[Report, ...]) -> tuple[str, ...]:
    several = len({report.pact_id for report in periods}) > 1
    return tuple(
        f"{period_of(report)} ({report.pact.number})" if several else period_of(report)
        for report in periods
    )


def _absent(figure: Figure | None, report: Report) -> str:
    if figure is not None:
        return ""
    return str(_("not in the report") if is_public(report) else _("no report"))


def _explanation(line: Line, history: History) -> list[str]:
    missing = len(history.missing)
    said: list[str] = [_("Each point is the figure of one report.")]
    if missing:
        said.append(
            ngettext(
                "For %(num)d period no report can be read: it is left open and is not a zero.",
                "For %(num)d periods no report can be read: they are left open and are not zeros.",
                missing,
            )
        )
    if len({months_of(report) for report in history.periods}) > 1:
        said.append(_("The periods are not equally long: look at their days when you compare."))
    if not line.added_up:
        said.append(_("Periods are not added up: the same may be counted in each of them."))
    return said


def _told(line: Line, total: Total) -> str:
    words = {"pact": pact_name(total.last.report.pact), "value": value_of(line.last, total.value)}
    if total.final:
        said = _("Pact %(pact)s: %(value)s, by its final report on the whole pact.", **words)
        return str(said)
    if not line.added_up:
        return str(_("Pact %(pact)s: %(value)s, by its latest report.", **words))
    said = ngettext(
        "Pact %(pact)s: %(value)s, the sum of %(num)d report.",
        "Pact %(pact)s: %(value)s, the sum of %(num)d reports.",
        total.reports,
        **words,
    )
    return str(said)
