"""The figures as data for programs: keys that no language changes. Art. 3(1)b, 9(2), 35(2)."""

from collections.abc import Mapping
from typing import Any

from flask_babel import force_locale
from marshmallow import Schema, fields

from pactregistry.config import settings
from pactregistry.documents.tables import as_csv
from pactregistry.reports.figures.collected import Figures, lines
from pactregistry.reports.figures.told import told

COLUMNS = (
    "year",
    "district",
    "kind",
    "as_of",
    "table",
    "row",
    "column",
    "value",
    "unit",
    "title",
    "row_name",
    "column_name",
)


class FigureRow(Schema):
    """One row of a table: a value for each column, a decimal string or null."""

    key = fields.String()
    values = fields.List(fields.Decimal(as_string=True, allow_none=True))


class FigureTable(Schema):
    """One table; `unit` is n, days, h or eur, empty where each row has its own."""

    key = fields.String()
    section = fields.String()
    unit = fields.String()
    rows_are = fields.String()
    columns = fields.List(fields.String())
    rows = fields.List(fields.Nested(FigureRow))


class FiguresSchema(Schema):
    """All figures; `year`, `district`, `kind` of commons are null where all are counted."""

    year = fields.Integer(allow_none=True)
    district = fields.String(allow_none=True)
    kind = fields.String(allow_none=True)
    as_of = fields.String()
    tables = fields.List(fields.Nested(FigureTable))


def figures_csv(figures: Figures) -> str:
    """The figures as a flat table, one value a line, named in the City's language too."""
    with force_locale(settings().city.language):
        names = _names(figures)
    return as_csv(COLUMNS, [line | names[_place(line)] for line in lines(figures.record())])


def _place(line: Mapping[str, Any]) -> tuple[str, str, str]:
    return line["table"], line["row"], line["column"]


def _names(figures: Figures) -> dict[tuple[str, str, str], dict[str, str]]:
    found = {}
    for table in figures.tables:
        chart = told(table)
        for row, label in zip(table.rows, chart.labels, strict=True):
            for column, series in zip(table.columns, chart.series, strict=True):
                said = {"title": chart.title, "row_name": label, "column_name": series.name}
                found[table.key, row, column] = said
    return found
