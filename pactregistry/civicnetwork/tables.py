"""Pacts and proposals as flat tables, safe against formula injection. Art. 9(2)."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
PLACED_COLUMNS = (
    "number",
    "title",
    "summary",
    "state",
    "pack",
    "track",
    "intensity",
    "kind",
    "place",
    "district",
    "longitude",
    "latitude",
)
PACT_COLUMNS = (*PLACED_COLUMNS, "proposal", "signed_on", "starts_on", "ends_on", "url")
PROPOSAL_COLUMNS = (
    *PLACED_COLUMNS,
    "proposer_kind",
    "proposer",
    "submitted_on",
    "comments_from",
    "comments_until",
    "due",
    "url",
)


def as_csv(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """A table with a header line, UTF-8 text with commas."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(columns), extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: _harmless(value) for key, value in row.items()})
    return out.getvalue()


def pact_row(record: Mapping[str, Any]) -> dict[str, Any]:
    """One line of `pacts.csv` from a pact's dumped record."""
    proposal = record["proposal"] or {}
    return _common(record) | {"proposal": proposal.get("number")}


def proposal_row(record: Mapping[str, Any]) -> dict[str, Any]:
    """One line of `proposals.csv` from a proposal's dumped record."""
    return _common(record) | {
        "proposer_kind": record["proposer"]["kind"],
        "proposer": record["proposer"]["name"],
        "comments_from": record["comments"]["from"],
        "comments_until": record["comments"]["until"],
        "due": (record["clock"] or {}).get("due"),
    }


def _common(record: Mapping[str, Any]) -> dict[str, Any]:
    place = record["commons"][0]
    longitude, latitude = (place["geometry"] or {"coordinates": (None, None)})["coordinates"]
    return {
        **record,
        "pack": record["pack"]["id"],
        "place": place["name"],
        "district": place["district"],
        "longitude": longitude,
        "latitude": latitude,
        "url": record["links"]["html"],
    }


def _harmless(value: object) -> object:
    # A spreadsheet runs a cell that begins like a formula; a quote keeps it text.
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value
