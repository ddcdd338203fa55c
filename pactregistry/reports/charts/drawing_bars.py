"""Lying bars: a long label has a line of its own, each bar ends in its number. Art. 30(5)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from pactregistry.reports.charts.chart import Chart
from pactregistry.reports.charts.marks import (
    EDGE,
    LINE,
    LOOKS,
    WIDTH,
    Anchor,
    Bar,
    Drawing,
    Stroke,
    Words,
    Written,
    at,
    fitting,
    widest,
    width_of,
)
from pactregistry.reports.charts.scale import Scale, scale

THICK: Final = 14
APART: Final = 9
NARROWEST: Final = 60  # what numbers of any length leave to the bars
MOST_PARTS: Final = 5
BESIDE_END: Final = 1.5
BASE: Final = THICK - 3  # where the words beside a bar stand


@dataclass(frozen=True)
class _Field:
    """Where the bars of a chart lie: from the left edge, over so much room, along an axis."""

    left: float
    room: float
    axis: Scale

    def reach(self, value: Decimal) -> float:
        return self.left + self.room * self.axis.share(value)


def draw_bars(chart: Chart, written: Written, drawing: Drawing) -> None:
    """Add the bars of a chart below what already stands in a drawing."""
    field = _field(chart, written)
    top, y = drawing.height, drawing.height + EDGE
    for place, label in enumerate(chart.labels):
        words = fitting(label, WIDTH - 3 * EDGE)
        drawing.words.append(Words(2 * EDGE, at(y + LINE - 5), words, "label"))
        y += LINE
        _group(chart, place, y, field, written, drawing)
        y += THICK * len(chart.series) + APART
    _draw_axis(field, top, y, written, drawing)
    drawing.height = y + LINE + EDGE


def _field(chart: Chart, written: Written) -> _Field:
    numbers = widest([written(value) for value in chart.values]) + 6
    left = EDGE + (numbers if any(value < 0 for value in chart.values) else 0)
    left = min(left, (WIDTH - NARROWEST) / 2)
    room = max(WIDTH - EDGE - numbers - left, NARROWEST)
    for parts in range(MOST_PARTS, 1, -1):
        axis = scale(chart.values, parts, chart.decimals)
        # A number at an end leans inwards: beside it the next one needs half its own room more.
        needed = BESIDE_END * widest([written(tick) for tick in axis.ticks]) + 8
        if needed * (len(axis.ticks) - 1) <= room:
            return _Field(left, room, axis)
    return _Field(left, room, scale(chart.values, 1, chart.decimals))


def _draw_axis(
    field: _Field, top: float, bottom: float, written: Written, drawing: Drawing
) -> None:
    last = len(field.axis.ticks) - 1
    for number, tick in enumerate(field.axis.ticks):
        x = at(field.reach(tick))
        line = Stroke(((x, at(top)), (x, at(bottom))))
        drawing.grid.append(line)
        anchor: Anchor = "start" if not number else "end" if number == last else "middle"
        drawing.words.append(Words(x, at(bottom + LINE - 3), written(tick), "tick", anchor))
        if not tick:
            drawing.zero = line


def _group(
    chart: Chart, place: int, top: float, field: _Field, written: Written, drawing: Drawing
) -> None:
    zero = field.reach(Decimal(0))
    for number, series in enumerate(chart.series):
        value, y = series.values[place], top + THICK * number
        if value is None:
            why = chart.why_absent(series, place) or "–"
            why = fitting(why, WIDTH - EDGE - zero - 5)
            drawing.words.append(Words(at(zero + 5), at(y + BASE), why, "absent"))
        else:
            end = field.reach(value)
            start, length = min(zero, end), abs(end - zero)
            drawing.bars.append(Bar(at(start), at(y), at(length), THICK - 2, number % LOOKS))
            drawing.words.append(_number(written(value), end, at(y + BASE), below=value < 0))


def _number(text: str, end: float, y: float, *, below: bool) -> Words:
    if below:
        return Words(at(max(end - 4, width_of(text))), y, text, "value", "end")
    return Words(at(min(end + 4, WIDTH - width_of(text))), y, text, "value")
