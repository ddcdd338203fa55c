"""A proposal as the data contract tells it: plain values, nothing personal. Art. 3(1)b, 11(5)."""

from collections.abc import Sequence
from typing import Any

from pactregistry.civicnetwork.published import is_open
from pactregistry.config import settings
from pactregistry.journal import Entry
from pactregistry.pacts.record import history_record, place_record
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.sheet import clock_of
from pactregistry.workflow.clocks import Clock


def proposal_record(proposal: Proposal, entries: Sequence[Entry]) -> dict[str, Any]:
    """The public fields of a proposal; until its sheet is public only that it was received."""
    shown = is_open(proposal)
    clock = clock_of(proposal, entries)
    return {
        "number": proposal.number,
        "title": proposal.title if shown else None,
        "summary": proposal.summary if shown else None,
        "state": str(proposal.state),
        "pack": {"id": proposal.pack_id, "version": proposal.pack_version},
        "track": proposal.track,
        "intensity": proposal.intensity,
        "kind": proposal.commons_kind,
        "pact_kind": proposal.pact_kind or None,
        "commons": [place_record(proposal)],
        "proposer": {
            "kind": proposal.proposer_kind,
            "name": (proposal.public_author or None) if shown else None,
        },
        "submitted_on": proposal.submitted_on,
        "registry_number": proposal.registry_number or None,
        "comments": {"from": proposal.comments_from, "until": proposal.comments_until},
        "clock": None if clock is None else _clock(clock),
        "imported": bool(proposal.imported_from),
        "history": [history_record(entry) for entry in entries if entry.step != "draft"],
        "links": {"html": f"{settings().base_url}/proposals/{proposal.number}"},
    }


def _clock(clock: Clock) -> dict[str, Any]:
    return {
        "state": clock.state,
        "term_days": clock.term,
        "elapsed_days": clock.elapsed,
        "due": clock.due,
        "late_days": clock.late,
    }
