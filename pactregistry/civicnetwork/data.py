"""The open data of the registry: every public pact and proposal as a dumped record. Art. 9(2)."""

import json
from collections.abc import Sequence
from typing import Any

from pactregistry.civicnetwork.public import all_pacts, all_proposals
from pactregistry.civicnetwork.records import proposal_record
from pactregistry.civicnetwork.schemas import PactSchema, ProposalSchema
from pactregistry.civicnetwork.tables import (
    PACT_COLUMNS,
    PROPOSAL_COLUMNS,
    pact_row,
    proposal_row,
)
from pactregistry.documents.tables import as_csv
from pactregistry.journal import histories
from pactregistry.pacts.models import Pact
from pactregistry.pacts.record import pact_record
from pactregistry.proposals.models import Proposal

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
FILES = ("pacts.csv", "pacts.json", "proposals.csv", "proposals.json")


def pact_records(pacts: Sequence[Pact]) -> list[dict[str, Any]]:
    """Pacts as the contract tells them, their histories read in one query."""
    entries = histories("pact", [pact.id for pact in pacts])
    return [pact_record(pact, entries[pact.id]) for pact in pacts]


def proposal_records(proposals: Sequence[Proposal]) -> list[dict[str, Any]]:
    """Proposals as the contract tells them, their histories read in one query."""
    entries = histories("proposal", [proposal.id for proposal in proposals])
    return [proposal_record(proposal, entries[proposal.id]) for proposal in proposals]


def dump_pacts(pacts: Sequence[Pact]) -> list[dict[str, Any]]:
    """Pacts as plain JSON values."""
    return [dict(record) for record in PactSchema(many=True).dump(pact_records(pacts))]


def dump_proposals(proposals: Sequence[Proposal]) -> list[dict[str, Any]]:
    """Proposals as plain JSON values."""
    return [dict(record) for record in ProposalSchema(many=True).dump(proposal_records(proposals))]


def data_file(name: str) -> tuple[str, str]:
    """The text and media type of one of `FILES`."""
    kind, _, form = name.partition(".")
    records = dump_pacts(all_pacts()) if kind == "pacts" else dump_proposals(all_proposals())
    if form == "json":
        body = {"licence": LICENCE, kind: records}
        return json.dumps(body, ensure_ascii=False, indent=2) + "\n", "application/json"
    if kind == "pacts":
        return as_csv(PACT_COLUMNS, map(pact_row, records)), "text/csv"
    return as_csv(PROPOSAL_COLUMNS, map(proposal_row, records)), "text/csv"
