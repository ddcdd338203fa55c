"""All evaluations as open data, one line each. Art. 9(2), 30(8)."""

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields

from pactregistry.civicnetwork.schemas import PageLink
from pactregistry.civicnetwork.schemas_evaluations import EvaluationLine
from pactregistry.reports.evaluating.queries import all_evaluations
from pactregistry.reports.evaluating.record import evaluation_record

COLUMNS = (
    "id",
    "pact",
    "title",
    "on",
    "outcome",
    "reasons",
    "what_changes",
    "met_on",
    "how",
    "view",
    "positive",
    "negative",
    "externalities",
    "url",
)


class EvaluationSchema(EvaluationLine):
    """One evaluation with its pact."""

    id = fields.Integer()
    pact = fields.String()
    title = fields.String()
    links = fields.Nested(PageLink)


class EvaluationList(Schema):
    """All evaluations, the oldest first."""

    items = fields.List(fields.Nested(EvaluationSchema))
    next = fields.Integer(allow_none=True)


def evaluation_records() -> list[dict[str, Any]]:
    """All evaluations of public pacts as the contract tells them."""
    return [evaluation_record(evaluation) for evaluation in all_evaluations()]


def dump_evaluations() -> list[dict[str, Any]]:
    """All evaluations as plain JSON values."""
    return [dict(record) for record in EvaluationSchema(many=True).dump(evaluation_records())]


def evaluation_row(record: Mapping[str, Any]) -> dict[str, Any]:
    """One line of `evaluations.csv` from a dumped record; the effects in one cell, in words."""
    effects = record["externalities"]
    return {
        **record,
        **record["citizens"],
        "positive": sum(effect["sign"] == "positive" for effect in effects),
        "negative": sum(effect["sign"] == "negative" for effect in effects),
        "externalities": "; ".join(map(_told, effects)),
        "url": record["links"]["html"],
    }


def _told(effect: Mapping[str, Any]) -> str:
    words = f"{effect['text']} ({effect['sign']}, {effect['reach']}, {effect['nature']})"
    return f"{words}: {effect['value']} {effect['unit']}" if effect["value"] else words
