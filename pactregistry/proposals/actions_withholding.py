"""What should not have been public is withheld at once, restored with a reason. Art. 3(1)b."""

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Entry, expect, history, record
from pactregistry.people.acting import Actor, Day, act
from pactregistry.people.addressees import managers, write
from pactregistry.proposals.addressees import author_of
from pactregistry.proposals.facts import facts_on
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState


def withhold(proposal: Proposal, actor: Actor, seen: int, reason: str) -> Entry:
    """Take page and data from the public at once; the history stays, the reason is not shown."""
    expect(proposal, PROPOSAL.name, seen)
    entries = history(PROPOSAL.name, proposal.id)
    facts = facts_on(proposal, entries, actor, reasons=(reason.strip(),))
    step = PROPOSAL.take("withhold", ProposalState(proposal.state), actor.role, facts)
    # The reason tends to repeat what must not be read: it is kept for the officers alone.
    made = act(actor, Day(settings().today()), private={"reason": reason.strip()})
    entry = record(proposal, step, made)
    write(author_of(proposal), "withheld", proposal=proposal, reason=reason)
    write(managers(), "withheld_manager", proposal=proposal, reason=reason)
    db.session.commit()
    return entry


def restore(proposal: Proposal, actor: Actor, seen: int, reason: str) -> Entry:
    """Show a file again that was withheld."""
    expect(proposal, PROPOSAL.name, seen)
    entries = history(PROPOSAL.name, proposal.id)
    facts = facts_on(proposal, entries, actor, reasons=(reason.strip(),))
    step = PROPOSAL.take("restore", ProposalState(proposal.state), actor.role, facts)
    entry = record(proposal, step, act(actor, Day(settings().today()), reason=reason.strip()))
    write(author_of(proposal), "restored", proposal=proposal, reason=reason)
    db.session.commit()
    return entry
