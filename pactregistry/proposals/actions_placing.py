"""The office links a proposal to the list of commons: rivals are found by it. Art. 10(6), 10(7)."""

from pactregistry.commons.inventory.models import Commons
from pactregistry.database import db
from pactregistry.journal import Entry, expect, history, record
from pactregistry.people.acting import Actor, act, today
from pactregistry.people.addressees import write
from pactregistry.proposals import revisions
from pactregistry.proposals.addressees import author_of
from pactregistry.proposals.facts import facts_on
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.placing import known_of
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState

# What the author left open the list fills in; what the author said stays.
FILLED_IN = ("commons_kind", "district", "longitude", "latitude")


def locate(proposal: Proposal, actor: Actor, seen: int, commons: Commons | None) -> Entry:
    """Say which entry of the list a proposal is about; None takes a wrong link away."""
    expect(proposal, PROPOSAL.name, seen)
    facts = facts_on(proposal, history(PROPOSAL.name, proposal.id), actor)
    step = PROPOSAL.take("locate", ProposalState(proposal.state), actor.role, facts)
    before = proposal.commons_id
    proposal.commons_id = commons.id if commons else None
    known = known_of(commons) if commons else {}
    for name in FILLED_IN:
        if getattr(proposal, name) in {None, ""} and name in known:
            setattr(proposal, name, known[name])
    told = {"commons": commons.number if commons else None}
    kept = {"commons_id": [before, proposal.commons_id]}
    entry = record(proposal, step, act(actor, today(), facts=told, private=kept))
    revisions.keep(proposal, entry)
    write(author_of(proposal), "located", proposal=proposal, commons=commons)
    db.session.commit()
    return entry
