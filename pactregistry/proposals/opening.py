"""The page of one step on a proposal, opened by one officer. Art. 10, 11."""

from collections.abc import Mapping
from typing import Any

from flask import url_for

from pactregistry.journal import history
from pactregistry.people import step_page
from pactregistry.proposals.facts import facts_on
from pactregistry.proposals.lawful_steps import ANSWERED_BY_FORM
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.officers import actor_for
from pactregistry.proposals.reading import received
from pactregistry.workflow.facts import ProposalFacts
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState


class StepPage(step_page.StepPage[ProposalState, ProposalFacts]):
    """One step on one proposal."""

    @property
    def proposal(self) -> Proposal:
        """The file."""
        found: Proposal = self.shown["proposal"]
        return found


def open_step(step: str, number: str, shown: Mapping[str, Any] | None = None) -> StepPage:
    """The page of a step for the officer who is here; others do not find it."""
    proposal = received(number)
    actor = actor_for(proposal, PROPOSAL.rows[step].by)
    return StepPage(
        machine=PROPOSAL,
        step=step,
        subject=proposal,
        actor=actor,
        facts=facts_on(proposal, history(PROPOSAL.name, proposal.id), actor),
        name=f"{proposal.number} · {proposal.title or proposal.place_name}",
        back=url_for("proposals.desk_file", number=number),
        answered=ANSWERED_BY_FORM,
        shown={"proposal": proposal, **(shown or {})},
    )
