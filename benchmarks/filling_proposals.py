"""A proposal for each of the many pacts, with the steps that clocks and figures read."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from pactregistry.workflow.states import ProposalState, ProposerKind, Track

INQUIRY = 45  # the days that the office announces
COMMENTS = 15

Taken = tuple[str, tuple[str, str], date]


def received_on(n: int, signed_on: date) -> date:
    """When the proposal came: between 20 and 99 days before its pact was signed."""
    return signed_on - timedelta(days=20 + n % 80)


def proposal(n: int, signed_on: date) -> dict[str, Any]:
    """A proposal that was accepted; its pact has the same number."""
    received = received_on(n, signed_on)
    return {
        "state": ProposalState.ACCEPTED,
        "number": f"{received.year}-P-{n:05d}",
        "track": Track.SPONTANEOUS,
        "author_name": "Invented",
        "proposer_kind": ProposerKind.INFORMAL_GROUP,
        "submitted_on": received,
        "announced_days": INQUIRY,
        "comments_from": received,
        "comments_until": received + timedelta(days=COMMENTS),
    }


def steps(n: int, signed_on: date) -> Iterator[Taken]:
    """From receipt to acceptance; for every fourth the office asked for papers in between."""
    state = ProposalState
    received = received_on(n, signed_on)
    yield "submit", (state.DRAFT, state.SUBMITTED), received
    yield "open_inquiry", (state.SUBMITTED, state.INQUIRY), received + timedelta(days=2)
    if n % 4 == 0:
        asked = received + timedelta(days=5)
        yield "request_supplement", (state.INQUIRY, state.INCOMPLETE), asked
        yield "supplement", (state.INCOMPLETE, state.INQUIRY), asked + timedelta(days=n % 9)
    yield "accept", (state.INQUIRY, state.ACCEPTED), signed_on - timedelta(days=5)
