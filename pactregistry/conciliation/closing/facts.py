"""Gathers what the guards on answers and on the end of an attempt read. Art. 33(2), 34(1)."""

from dataclasses import replace
from datetime import date
from typing import Any

from pactregistry.conciliation.committee.seats import chairs_open
from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.rhythm import deadline_of
from pactregistry.conciliation.voices import parties_of
from pactregistry.config import settings
from pactregistry.pacts.life.terms import until
from pactregistry.workflow.facts_disputes import DisputeFacts
from pactregistry.workflow.states_disputes import Chair, DisputeState, Side


def closing_facts(dispute: Dispute, side: Side | None = None, **typed: Any) -> DisputeFacts:
    """The facts on how a dispute ends, for the party that answers; with what the form adds."""
    accepted = {answer.side: answer.accepted for answer in dispute.answers}
    parties = parties_of(dispute)
    over = over_on(dispute)
    facts = DisputeFacts(
        withheld=dispute.withheld,
        answered=side in accepted,
        all_answered=all(party in accepted for party in parties),
        all_accepted=all(accepted.get(party, False) for party in parties),
        chairs_open=chairs_open(dispute),
        term_over=over is not None and over < settings().today(),
    )
    return replace(facts, **typed)


def over_on(dispute: Dispute) -> date | None:
    """The last day after which time may close a dispute; None for one that is closed.

    A seat that was left while the committee sat has the whole term again to be filled.
    """
    last = deadline_of(dispute)
    if last is None or dispute.state != DisputeState.SITTING:
        return last
    empty = [_empty_since(dispute, chair) for chair in Chair]
    left = [day for day in empty if day is not None]
    if not left:
        return last
    return max(last, until(dispute.pact, "conciliation", min(left)) or last)


def _empty_since(dispute: Dispute, chair: Chair) -> date | None:
    """The day on which a seat fell empty; None where somebody sits."""
    on_it = [member for member in dispute.members if member.chair == chair]
    if any(member.current and member.seated_on is not None for member in on_it):
        return None
    sat = [m.left_on for m in on_it if m.seated_on is not None and m.left_on is not None]
    return max(sat, default=dispute.convened_on)
