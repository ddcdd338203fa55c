"""Disputes as open data: of those whose committee sat, days and outcome. Art. 9(2), 33."""

from collections.abc import Mapping, Sequence
from typing import Any

from marshmallow import Schema, fields

from pactregistry.civicnetwork.disputes_list import all_disputes, disputes_told_of
from pactregistry.civicnetwork.schemas import PageLink
from pactregistry.civicnetwork.schemas_disputes import DisputeLine
from pactregistry.conciliation.closing.public import Told, all_told
from pactregistry.config import settings

COLUMNS = (
    "number",
    "pact",
    "title",
    "district",
    "state",
    "requested_on",
    "convened_on",
    "propose_by",
    "proposed_on",
    "answer_by",
    "closed_on",
    "days_to_proposal",
    "days_to_end",
    "days_late",
    "effect",
    "url",
)


class DisputeSchema(DisputeLine):
    """One dispute with its pact."""

    pact = fields.String()
    title = fields.String()
    district = fields.String()
    links = fields.Nested(PageLink)


class DisputePage(Schema):
    """A page of disputes; `next` is the cursor of the following one, null on the last."""

    items = fields.List(fields.Nested(DisputeSchema))
    next = fields.Integer(allow_none=True)


def dispute_record(told: Told) -> dict[str, Any]:
    """One dispute as the contract tells it."""
    pact = told.dispute.pact
    return {
        **short_dispute(told),
        "pact": pact.number,
        "title": pact.title,
        "district": pact.district,
        "links": {"html": f"{settings().base_url}/disputes/{told.dispute.number}"},
    }


def short_dispute(told: Told) -> dict[str, Any]:
    """One dispute as it stands with its pact."""
    dispute = told.dispute
    days = ("requested_on", "convened_on", "propose_by", "proposed_on", "answer_by", "closed_on")
    return {
        "number": dispute.number,
        "state": str(dispute.state),
        **{name: getattr(dispute, name) for name in days},
        "days_to_proposal": told.days_to_proposal,
        "days_to_end": told.days_to_end,
        "days_late": told.late,
        "effect": told.effect or None,
    }


def disputes_by_pact(pact_ids: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    """The disputes of several pacts, by pact, the oldest first."""
    found: dict[int, list[dict[str, Any]]] = {pact_id: [] for pact_id in pact_ids}
    for told in all_told(disputes_told_of(pact_ids)):
        found[told.dispute.pact_id].append(short_dispute(told))
    return found


def dump_disputes() -> list[dict[str, Any]]:
    """All disputes whose committee sat, as plain JSON values."""
    records = [dispute_record(told) for told in all_told(all_disputes())]
    return [dict(record) for record in DisputeSchema(many=True).dump(records)]


def dispute_row(record: Mapping[str, Any]) -> dict[str, Any]:
    """One line of `disputes.csv` from a dumped record."""
    return {**record, "url": record["links"]["html"]}
