"""The day of a step on a proposal: refused as on every other file. Art. 3(1)b."""

from collections.abc import Sequence

from pactregistry.journal import Entry
from pactregistry.people.acting import Actor, Day, check_day
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.facts import ProposalFacts
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState


def refuse_wrong_day(
    step: str,
    proposal: Proposal,
    actor: Actor,
    facts: ProposalFacts,
    day: Day,
    entries: Sequence[Entry],
) -> None:
    """Refuse a day that cannot be, together with all else that stands against the step.

    Raises:
        Unlawful: the day is in the future, or earlier than the previous step without a reason.
    """
    state = ProposalState(proposal.state)
    check_day(PROPOSAL, step, state, actor, facts, (day, entries))
