"""Gathers what the guards on a request read, and on its withdrawal. Art. 33(1)."""

from dataclasses import replace
from typing import Any

from pactregistry.conciliation.models import Dispute
from pactregistry.pacts.models import Pact
from pactregistry.workflow.facts_disputes import DisputeFacts
from pactregistry.workflow.lifecycle import PUBLISHED
from pactregistry.workflow.states_disputes import Side


def facts_to_begin(pact: Pact, **typed: Any) -> DisputeFacts:
    """The facts for a request on a pact, with what the form adds."""
    return replace(DisputeFacts(pact_published=pact.state in PUBLISHED), **typed)


def facts_of(dispute: Dispute, side: Side | None, **typed: Any) -> DisputeFacts:
    """The facts on a dispute that stands, for the party that speaks."""
    facts = DisputeFacts(withheld=dispute.withheld, asked_it=dispute.asked_by == side)
    return replace(facts, **typed)
