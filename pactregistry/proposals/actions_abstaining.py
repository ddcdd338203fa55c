"""An officer steps aside on a file for an interest of the own. Art. 10(1); general law."""

from pactregistry.database import db
from pactregistry.journal import expect, history, record
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, act, today
from pactregistry.people.addressees import write
from pactregistry.proposals.facts import facts_on
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState


def abstain(proposal: Proposal, actor: Actor, seen: int, reason: str) -> None:
    """Step aside: others of the office go on; the reason stays between the officers."""
    expect(proposal, PROPOSAL.name, seen)
    entries = history(PROPOSAL.name, proposal.id)
    facts = facts_on(proposal, entries, actor, reasons=(reason.strip(),))
    step = PROPOSAL.take("abstain", ProposalState(proposal.state), actor.role, facts)
    record(proposal, step, act(actor, today(), private={"reason": reason.strip()}))
    write([*addressees.desk(), *addressees.managers()], "abstained", file=proposal)
    db.session.commit()
