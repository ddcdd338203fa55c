"""A chart in a template: its drawing and its numbers as the reader's language writes them."""

from decimal import Decimal
from functools import cache

from babel.numbers import NumberPattern, format_decimal, parse_pattern
from flask import Flask

from pactregistry.languages import written
from pactregistry.reports.charts.chart import Chart
from pactregistry.reports.charts.drawing import drawn
from pactregistry.reports.charts.marks import Drawing
from pactregistry.reports.charts.queries import has_figures


def init_app(app: Flask) -> None:
    """Give templates what the macro of charts needs, and the way to a pact's figures."""
    app.add_template_global(drawing_of)
    app.add_template_filter(figure)
    app.add_template_global(has_figures)


def figure(value: Decimal, decimals: int = 0) -> str:
    """A number with at least so many decimals and never fewer than it has, as people write it."""
    pattern = _pattern(decimals)
    return format_decimal(value, pattern, locale=written(), decimal_quantization=False)


@cache
def _pattern(decimals: int) -> NumberPattern:
    return parse_pattern("#,##0" + ("." + "0" * decimals if decimals else ""))


def drawing_of(chart: Chart) -> Drawing:
    """The drawing of a chart, with numbers in the reader's language."""
    return drawn(chart, lambda value: figure(value, chart.decimals))
