"""A proposal lapses by itself when the papers asked for do not come in time. Art. 11(4), 3(1)b."""

from datetime import date

from pactregistry.config import settings
from pactregistry.journal import Act, Entry, record
from pactregistry.people.addressees import desk, write
from pactregistry.proposals.addressees import author_of
from pactregistry.proposals.entries import Awaiting
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.facts import ProposalFacts
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState, Role


def lapse(proposal: Proposal, asked: Awaiting, today: date) -> Entry:
    """End a file whose author's term is over; the sweep that found it due commits."""
    facts = ProposalFacts(term_over=today > asked.until)
    step = PROPOSAL.take("lapse", ProposalState(proposal.state), Role.CLOCK, facts)
    here = settings()
    done = Act(
        actor_id=None,
        occurred_on=today,
        recorded_at=here.now(),
        facts={"remedies": dict(here.city.remedies)},
    )
    entry = record(proposal, step, done)
    write(author_of(proposal), "lapsed", proposal=proposal, until=asked.until)
    write(desk(), "lapsed_desk", proposal=proposal, until=asked.until)
    return entry
