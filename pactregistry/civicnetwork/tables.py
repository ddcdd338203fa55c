"""Pacts and proposals as the lines of flat tables. Art. 9(2)."""

from collections.abc import Mapping
from typing import Any

from pactregistry.commons.geometry import centre_of

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
PACT_COLUMNS = (
    *PLACED_COLUMNS,
    "proposal",
    "signed_on",
    "starts_on",
    "ends_on",
    "url",
    "imported",
    "registry_number",
)
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


def first_shape(record: Mapping[str, Any]) -> Any:
    """The geometry of the place that a file is about, None where it has none."""
    return record["commons"][0]["geometry"]


def _common(record: Mapping[str, Any]) -> dict[str, Any]:
    place = record["commons"][0]
    longitude, latitude = centre_of(place["geometry"]) if place["geometry"] else (None, None)
    return {
        **record,
        "pack": record["pack"]["id"],
        "place": place["name"],
        "district": place["district"],
        "longitude": longitude,
        "latitude": latitude,
        "url": record["links"]["html"],
    }
