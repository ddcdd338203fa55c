"""The facts on a call that only its entries tell: scores, ties, who entered. Art. 11(2), 16(3)."""

from collections.abc import Sequence
from typing import Any

from pactregistry.commons.calls.facts import facts_on
from pactregistry.commons.calls.models import Call
from pactregistry.people.abstaining import abstained
from pactregistry.people.acting import Actor
from pactregistry.proposals.answering import queries
from pactregistry.proposals.answering.ranking import Ranking, rank, unscored
from pactregistry.proposals.facts import is_proposer
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.facts import CallFacts
from pactregistry.workflow.states import ProposalState


def criteria_of(call: Call) -> list[str]:
    """The keys of a call's criteria, in their order."""
    return [criterion["key"] for criterion in call.criteria]


def ranking_of(call: Call, entries: Sequence[Proposal]) -> Ranking:
    """The order of the entries that stand, by the scores as they are now."""
    scored = queries.scored(entries, queries.scores_of(call))
    return rank(scored, criteria_of(call), call.places_offered, call.least_total)


def entry_facts(call: Call, actor: Actor, **typed: Any) -> CallFacts:
    """The facts on a call with its entries, and what a form adds to them."""
    entries = queries.entries_of(call)
    standing = queries.compared(entries)
    scored = queries.scored(standing, queries.scores_of(call))
    ranking = rank(scored, criteria_of(call), call.places_offered, call.least_total)
    unopened = [e.number or "" for e in standing if e.state != ProposalState.INQUIRY]
    found: dict[str, Any] = {
        "entries_unopened": tuple(unopened),
        "entries_unscored": unscored(scored, criteria_of(call)),
        "ties_open": ranking.level,
        "actor_is_proposer": any(is_proposer(entry, actor.account_id) for entry in entries)
        or stepped_aside(entries, actor.account_id),
    }
    return facts_on(call, **found | typed)


def stepped_aside(entries: Sequence[Proposal], account_id: int) -> bool:
    """Whether an officer stepped aside on one of these entries. Art. 10(1)."""
    files = [("proposal", entry.id) for entry in entries]
    return bool(files) and abstained(account_id, *files)
