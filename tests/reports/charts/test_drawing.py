"""A chart and its table say the same, on the page and on paper. Art. 30(3)b, 30(5)."""

import io
import json
from decimal import Decimal
from itertools import pairwise
from xml.etree.ElementTree import Element

import page as validation
import pikepdf
import pytest
import tinyhtml5
from flask import Flask, render_template_string
from hypothesis import given, settings
from hypothesis import strategies as some

from pactregistry.documents.rendering import render_pdf
from pactregistry.reports.charts.chart import Chart, Series
from pactregistry.reports.charts.drawing import drawn
from pactregistry.reports.charts.marks import WIDTH, width_of
from pactregistry.reports.charts.scale import scale

MACRO = '{% from "reports/_charts.html" import chart with context %}{{ chart(it) }}'
SVG, HTML = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xhtml}"
PAPER = (
    '<!doctype html><html lang="en"><head><title>Charts</title>'
    '<link rel="stylesheet" href="asset:print.css"></head>'
    "<body><h1>Charts</h1>{}</body></html>"
)


def made(*values: object, kind: str = "bars", **said: object) -> Chart:
    """A chart of one series, with a label a value."""
    numbers = tuple(None if v is None else Decimal(str(v)) for v in values)
    labels = tuple(f"Half {place + 1}" for place in range(len(values)))
    series = (Series("This pact", numbers),)
    given = {"title": "Hours", "unit": "h", "explanation": "All together.", **said}
    return Chart("hours", labels=labels, series=series, kind=kind, **given)  # type: ignore[arg-type]  # words of a test


def rendered(app: Flask, chart: Chart) -> Element:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        return tinyhtml5.parse(render_template_string(MACRO, it=chart))


def drawn_numbers(root: Element) -> list[str]:
    texts = root.iter(f"{SVG}text")
    return sorted(each.text or "" for each in texts if each.get("class") == "pr-chart-value")


def told_numbers(root: Element) -> list[str]:
    return sorted(each.text or "" for each in root.iter(f"{HTML}data"))


VALUES = some.none() | some.decimals(-(10**12), 10**12, places=2) | some.integers(0, 40)
WORDS = some.text("abc èß<&\"'", min_size=1, max_size=80)


@some.composite
def charts(draw: some.DrawFn) -> Chart:
    """Any chart: gaps, zeros, debts, millions, long names."""
    count = draw(some.integers(0, 9))
    rows = some.lists(VALUES, min_size=count, max_size=count)
    names = draw(some.lists(WORDS, min_size=1, max_size=5))
    series = tuple(
        Series(name, tuple(None if v is None else Decimal(v) for v in draw(rows))) for name in names
    )
    labels = tuple(draw(some.lists(WORDS, min_size=count, max_size=count)))
    kind, decimals = draw(some.sampled_from(["bars", "lines"])), draw(some.sampled_from([0, 2]))
    return Chart("any", "Any", "n", labels, series, "Words.", kind, decimals)  # type: ignore[arg-type]  # sampled


class TestSameNumbers:
    """Every number of the table stands in the drawing, and none beside. Art. 30(5)."""

    pytestmark = pytest.mark.article("30(5)")

    @pytest.mark.parametrize("kind", ["bars", "lines"])
    @pytest.mark.parametrize(
        "values",
        [
            (12,),
            (0, 0, 0),
            (None, None),
            (),
            (10, None, "12.5", 3),
            ("999999999999.99", 1),
            (-40, 20, "-0.01"),
        ],
        ids=str,
    )
    def test_drawing_and_table(self, app: Flask, kind: str, values: tuple[object, ...]) -> None:
        root = rendered(app, made(*values, kind=kind))
        there = [value for value in values if value is not None]
        assert len(told_numbers(root)) == len(there)
        assert drawn_numbers(root) == told_numbers(root)

    def test_drawing_and_table_of_any_chart(self, app: Flask) -> None:
        @settings(max_examples=60, deadline=None)
        @given(charts())
        def hold(chart: Chart) -> None:
            root = rendered(app, chart)
            assert len(told_numbers(root)) == len(chart.values)
            assert drawn_numbers(root) == told_numbers(root)

        hold()

    def test_the_length_of_a_bar_is_its_number(self) -> None:
        bars = drawn(made(10, 20, 40), str).bars
        assert [round(bar.width / bars[0].width, 1) for bar in bars] == [1, 2, 4]

    def test_a_number_keeps_its_decimals(self, app: Flask) -> None:
        assert told_numbers(rendered(app, made("1234.5", 3, decimals=2))) == ["1,234.50", "3.00"]
        assert told_numbers(rendered(app, made("2.25", 3))) == ["2.25", "3"]


class TestLines:
    """A missing period is a gap and not a zero. Art. 30(3)b."""

    def test_a_gap_breaks_the_line(self) -> None:
        drawing = drawn(made(1, 2, None, 4, 5, None, 7, kind="lines"), str)
        assert [len(stroke.points) for stroke in drawing.strokes] == [2, 2]
        assert len(drawing.marks) == 5
        assert [said.text for said in drawing.words if said.role == "absent"] == ["–", "–"]

    def test_numbers_that_would_meet_become_bars(self) -> None:
        crowded = made(*["1234567.89"] * 8, kind="lines")
        assert len(drawn(crowded, str).bars) == 8
        assert not drawn(made(*[12] * 8, kind="lines"), str).bars

    def test_why_there_is_none_is_told(self, app: Flask) -> None:
        series = Series("This pact", (Decimal(1), None), ("", "no report"))
        chart = Chart("gap", "Gap", "n", ("one", "two"), (series,), "Words.")
        text = "".join(rendered(app, chart).itertext())
        assert text.count("no report") == 2  # in the drawing and in the table


@given(charts())
@settings(max_examples=100, deadline=None)
def test_nothing_leaves_the_drawing(chart: Chart) -> None:
    drawing = drawn(chart, "{:,}".format)
    for said in drawing.words:
        before = {"start": 0.0, "middle": 0.5, "end": 1.0}[said.anchor] * width_of(said.text)
        if not said.turned and said.role != "tick":
            assert said.x - before >= -1
            assert said.x - before + width_of(said.text) <= WIDTH + 1
        assert 0 <= said.y <= drawing.height
    for bar in drawing.bars:
        assert bar.x >= 0
        assert bar.x + bar.width <= WIDTH


@pytest.mark.parametrize("most", ["8.00", "950.10", "66006.60", "150000.25", "-80000.00"])
def test_the_numbers_of_an_axis_do_not_meet(most: str) -> None:
    drawing = drawn(made(most, "120.40", decimals=2), "{:,.2f}".format)
    ticks = [said for said in drawing.words if said.role == "tick"]
    starts = {"start": 0.0, "middle": 0.5, "end": 1.0}
    spans = sorted(
        ((said.x - starts[said.anchor] * width_of(said.text), said) for said in ticks),
        key=lambda span: span[0],
    )
    for (left, said), (right, _next) in pairwise(spans):
        assert left + width_of(said.text) <= right


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ((), "0 1"),
        ((0,), "0 1"),
        ((3,), "0 1 2 3"),
        ((97,), "0 20 40 60 80 100"),
        ((-30, 50), "-40 -20 0 20 40 60"),
    ],
)
def test_the_numbers_of_an_axis_are_round(values: tuple[int, ...], ticks: str) -> None:
    found = scale([Decimal(value) for value in values], 5)
    assert [int(tick) for tick in found.ticks] == [int(tick) for tick in ticks.split()]


def test_labels_and_values_go_together() -> None:
    with pytest.raises(ValueError, match="one value a label"):
        Chart("odd", "Odd", "n", ("one",), (Series("This pact", ()),), "Words.")


def test_on_paper_a_chart_is_read_by_everyone(app: Flask) -> None:
    shown = [
        made(10, None, "12.5", 3),
        Chart(
            "two",
            "Hours and more",
            "h",
            ("First", "Second", "Third"),
            tuple(Series(name, (Decimal(1), None, Decimal(4))) for name in "ABCD"),
            "Four lines, one beside another.",
            "lines",
            remarks=("as counted",),
        ),
    ]
    with app.test_request_context(headers={"Accept-Language": "en"}):
        charts_told = "".join(render_template_string(MACRO, it=chart) for chart in shown)
    content = render_pdf(PAPER.format(charts_told))
    for profile in (validation.ValidationProfile.PDF_A_3A, validation.ValidationProfile.PDF_UA_1):
        assert (
            json.dumps(
                [str(f) for f in validation.validate_pdf_bytes(content, profile=profile).failures]
            )
            == "[]"
        )
    with pikepdf.open(io.BytesIO(content)) as pdf:
        tags = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o]
    assert [str(tag.Alt).split(".")[0] for tag in tags] == ["Hours (h)", "Hours and more (h)"]
    assert all("The table below has the same numbers." in str(tag.Alt) for tag in tags)
