"""Lines over time: a gap stays a gap, and each point carries its number. Art. 30(5)."""

from itertools import groupby, pairwise
from typing import Final

from pactregistry.reports.charts.chart import Chart
from pactregistry.reports.charts.marks import (
    EDGE,
    LINE,
    LOOKS,
    WIDTH,
    Drawing,
    Mark,
    Point,
    Stroke,
    Words,
    Written,
    at,
    fitting,
    widest,
    width_of,
)
from pactregistry.reports.charts.scale import Scale, scale

TALL: Final = 170
PARTS: Final = 4
MOST_LABELS: Final = 16
LONGEST_TURNED: Final = 172
ABOVE: Final = 7
NUMBER: Final = 13  # how high a number is


def legible_as_lines(chart: Chart, written: Written) -> bool:
    """Whether the numbers of points beside and above each other stand apart."""
    if not 1 < len(chart.labels) <= MOST_LABELS or len(chart.series) > LOOKS:
        return False
    axis = scale(chart.values, PARTS, chart.decimals)
    slot = (WIDTH - _left(axis, written) - EDGE) / len(chart.labels)
    if widest([written(value) for value in chart.values]) > slot:
        return False
    return all(_apart(chart, place, axis) for place in range(len(chart.labels)))


def _apart(chart: Chart, place: int, axis: Scale) -> bool:
    found = [each.values[place] for each in chart.series]
    heights = sorted(TALL * axis.share(value) for value in found if value is not None)
    return all(above - below >= NUMBER for below, above in pairwise(heights))


def draw_lines(chart: Chart, written: Written, drawing: Drawing) -> None:
    """Add the lines of a chart below what already stands in a drawing."""
    axis = scale(chart.values, PARTS, chart.decimals)
    left = _left(axis, written)
    slot = (WIDTH - left - EDGE) / len(chart.labels)
    bottom = drawing.height + EDGE + NUMBER + ABOVE + TALL
    middles = [left + slot * (place + 0.5) for place in range(len(chart.labels))]
    for tick in axis.ticks:
        y = at(bottom - TALL * axis.share(tick))
        drawing.grid.append(Stroke(((at(left), y), (WIDTH - EDGE, y))))
        drawing.words.append(Words(at(left - 5), at(y + 4), written(tick), "tick", "end"))
        if not tick:
            drawing.zero = Stroke(((at(left), y), (WIDTH - EDGE, y)))
    for number, series in enumerate(chart.series):
        places = [
            None if value is None else (at(x), at(bottom - TALL * axis.share(value)))
            for x, value in zip(middles, series.values, strict=True)
        ]
        _line(places, number % LOOKS, drawing)
    for place, x in enumerate(middles):
        drawing.words += _numbers(chart, place, x, bottom, axis, written)
    drawing.height = _labels(chart, middles, slot, bottom, drawing)


def _left(axis: Scale, written: Written) -> float:
    return EDGE + widest([written(tick) for tick in axis.ticks]) + 5


def _line(places: list[Point | None], look: int, drawing: Drawing) -> None:
    for known, run in groupby(places, lambda point: point is not None):
        points = tuple(point for point in run if point is not None)
        if known and len(points) > 1:
            drawing.strokes.append(Stroke(points, look))
        drawing.marks.extend(Mark(x, y, look) for x, y in points)


def _numbers(
    chart: Chart, place: int, x: float, bottom: float, axis: Scale, written: Written
) -> list[Words]:
    found = [each.values[place] for each in chart.series]
    values = [value for value in found if value is not None]
    if not values:
        return [Words(at(x), at(bottom - ABOVE), "–", "absent", "middle")]
    heights = [bottom - TALL * axis.share(value) - ABOVE for value in values]
    return [
        Words(at(x), at(height), written(value), "value", "middle")
        for value, height in zip(values, heights, strict=True)
    ]


def _labels(
    chart: Chart, middles: list[float], slot: float, bottom: float, drawing: Drawing
) -> float:
    longest = widest(list(chart.labels))
    if longest <= slot:
        for x, label in zip(middles, chart.labels, strict=True):
            drawing.words.append(Words(at(x), at(bottom + LINE), label, "label", "middle"))
        return bottom + LINE + EDGE
    cut = [fitting(label, LONGEST_TURNED) for label in chart.labels]
    for x, label in zip(middles, cut, strict=True):
        place = (at(x + 4), at(bottom + 6))
        drawing.words.append(Words(*place, label, "label", "end", turned=True))
    return bottom + 6 + max(map(width_of, cut)) + EDGE
