"""The charts of one report: its figures by unit, its costs by kind. Art. 30(3)d, 30(5)."""

from dataclasses import asdict
from decimal import Decimal
from typing import Any

from flask_babel import gettext as _
from flask_babel import pgettext

from pactregistry.reports.charts.chart import Chart, Series
from pactregistry.reports.labels import (
    figure_definition,
    figure_label,
    pack_of,
    unit_label,
)
from pactregistry.reports.models import Figure, PaidBy, Report
from pactregistry.reports.reading.sums import sums_by_category
from pactregistry.workflow.words import PAID_BY

EURO = "eur"
PIECES = "n"  # things and people, each of their own
CENTS = 2


def charts_of(report: Report) -> list[Chart]:
    """The figures of a report, one chart a unit, then its costs; in the reader's language."""
    by_unit: dict[str, list[Figure]] = {}
    for figure in report.figures:
        by_unit.setdefault(figure.unit, []).append(figure)
    charts = [_figures(report, unit, figures) for unit, figures in by_unit.items()]
    return [*charts, _costs(report)] if report.costs else charts


def as_values(chart: Chart) -> dict[str, Any]:
    """A chart as plain values, to be kept with what a file prints."""
    told = asdict(chart)
    for series in told["series"]:
        series["values"] = [None if v is None else str(v) for v in series["values"]]
    return told


def from_values(told: dict[str, Any]) -> Chart:
    """A chart from the values that were kept."""
    series = tuple(
        Series(
            each["name"],
            tuple(None if v is None else Decimal(v) for v in each["values"]),
            tuple(each["absent"]),
        )
        for each in told["series"]
    )
    listed = {"labels": tuple(told["labels"]), "remarks": tuple(told["remarks"])}
    return Chart(**{**told, **listed, "series": series})


def _figures(report: Report, unit: str, figures: list[Figure]) -> Chart:
    pack = pack_of(report)
    several = _(
        "The bars count different things: compare each with the same measure of other periods."
    )
    one = _("One measure of this period, as it was counted.")
    return Chart(
        key=f"unit-{unit}".replace(".", "-"),
        title=_("What was counted")
        if unit == PIECES
        else _("Figures in %(unit)s", unit=unit_label(unit, pack)),
        unit="",
        labels=tuple(figure_label(figure, pack) for figure in figures),
        series=(Series(_("Figure"), tuple(figure.value for figure in figures)),),
        explanation=several if len(figures) > 1 else one,
        decimals=CENTS if unit == EURO else 0,
        head=_("Measure"),
        remarks=tuple(_remark(figure, report) for figure in figures),
    )


def _remark(figure: Figure, report: Report) -> str:
    what = figure_definition(figure, pack_of(report)).strip()
    how = figure.explanation.strip()
    if what and how:
        return str(_("%(what)s Counted so: %(how)s", what=what, how=how))
    return what or how


def _costs(report: Report) -> Chart:
    sums = sums_by_category(report)
    categories = list(dict.fromkeys(each.category for each in sums))
    labels = {each.category: each.label for each in sums}
    amounts = {(each.category, each.paid_by): each.amount for each in sums}
    sources = [source for source in PaidBy if any(each.paid_by is source for each in sums)]
    return Chart(
        key="costs",
        title=_("Money spent, by kind of cost"),
        unit=pgettext("unit of money", "euro"),
        labels=tuple(labels[category] for category in categories),
        series=tuple(
            Series(
                _(PAID_BY[source]),
                tuple(amounts.get((category, source)) for category in categories),
                ("–",) * len(categories),
            )
            for source in sources
        ),
        explanation=_(
            "What was spent in this period and whose money it was. Receipts are with the City."
        ),
        decimals=CENTS,
        head=_("Kind of cost"),
    )
