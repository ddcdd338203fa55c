"""Where everything of a chart stands: ticks, gaps, zero, long labels, numbers. Art. 30(5)."""

from typing import Final

from pactregistry.reports.charts.chart import Chart
from pactregistry.reports.charts.drawing_bars import draw_bars
from pactregistry.reports.charts.drawing_lines import draw_lines, legible_as_lines
from pactregistry.reports.charts.marks import (
    EDGE,
    LINE,
    LOOKS,
    WIDTH,
    Bar,
    Drawing,
    Mark,
    Stroke,
    Words,
    Written,
    at,
    fitting,
)

KEY: Final = 26  # how long the sign of a series is beside its name


def drawn(chart: Chart, written: Written) -> Drawing:
    """A chart as lines, bars and words at their places; `written` says how a number reads."""
    drawing = Drawing()
    lines = chart.kind == "lines" and legible_as_lines(chart, written)
    if len(chart.series) > 1:
        _name(chart, drawing, lines=lines)
    if lines:
        draw_lines(chart, written, drawing)
    else:
        draw_bars(chart, written, drawing)
    drawing.height = at(drawing.height)
    return drawing


def _name(chart: Chart, drawing: Drawing, *, lines: bool) -> None:
    for number, series in enumerate(chart.series):
        y, look = drawing.height + EDGE, number % LOOKS
        if lines:
            middle = at(y + 7)
            drawing.strokes.append(Stroke(((EDGE, middle), (EDGE + KEY, middle)), look))
            drawing.marks.append(Mark(EDGE + KEY / 2, middle, look))
        else:
            drawing.bars.append(Bar(EDGE, at(y + 1), KEY, 11, look))
        words = fitting(series.name, WIDTH - KEY - 4 * EDGE)
        drawing.words.append(Words(2 * EDGE + KEY, at(y + 11), words, "legend"))
        drawing.height += LINE
    drawing.height += EDGE
