"""Flat tables for spreadsheets, safe against formula injection. Art. 9(2)."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def as_csv(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """A table with a header line, UTF-8 text with commas."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(columns), extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: _harmless(value) for key, value in row.items()})
    return out.getvalue()


def _harmless(value: object) -> object:
    # A spreadsheet runs a cell that begins like a formula; a quote keeps it text.
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value
