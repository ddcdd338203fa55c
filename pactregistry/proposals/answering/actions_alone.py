"""Going on without the call: what was meant for it becomes a proposal of one's own. 11(1)c, 34."""

from collections.abc import Sequence

from pactregistry.database import db
from pactregistry.journal import Entry, expect, history, record
from pactregistry.people.acting import Actor, Day, act, today
from pactregistry.people.addressees import desk, write
from pactregistry.proposals import revisions
from pactregistry.proposals.acting import refuse_wrong_day
from pactregistry.proposals.actions_submit import receive
from pactregistry.proposals.addressees import author_of
from pactregistry.proposals.call_answered import questions_of
from pactregistry.proposals.facts import facts_on
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState, Track


def go_on_alone(proposal: Proposal, actor: Actor, seen: int, day: Day) -> Entry:
    """Leave a call that was withdrawn; the file stays where it is in its procedure."""
    expect(proposal, PROPOSAL.name, seen)
    entries = history(PROPOSAL.name, proposal.id)
    entry = _leave(proposal, actor, day, entries)
    revisions.keep(proposal, entry)
    write(author_of(proposal), "went_on_alone", proposal=proposal, entry=entry)
    write(desk(), "went_on_alone_desk", proposal=proposal, entry=entry)
    db.session.commit()
    return entry


def send_alone(draft: Proposal, actor: Actor, seen: int, registry_number: str = "") -> Entry:
    """Send what came too late for its call as a spontaneous proposal.

    Raises:
        SubmissionFlood: this account sent too many today.
    """
    expect(draft, PROPOSAL.name, seen)
    _leave(draft, actor, today(), history(PROPOSAL.name, draft.id))
    entry = receive(draft, actor, registry_number)
    db.session.commit()
    return entry


def _leave(proposal: Proposal, actor: Actor, day: Day, entries: Sequence[Entry]) -> Entry:
    facts = facts_on(proposal, entries, actor)
    refuse_wrong_day("go_on_alone", proposal, actor, facts, day, entries)
    step = PROPOSAL.take("go_on_alone", ProposalState(proposal.state), actor.role, facts)
    told = {"call": proposal.call.number if proposal.call else ""}
    private = {"answers": dict(proposal.answers or {})}
    proposal.description = _with_answers(proposal)
    proposal.answers = {}
    proposal.track = Track.SPONTANEOUS
    proposal.call = None
    return record(proposal, step, act(actor, day, facts=told, private=private))


def _with_answers(proposal: Proposal) -> str:
    # Without the call nobody would know its questions: what was answered joins the text.
    given = [f"{asked}\n{said.strip()}" for asked, said in questions_of(proposal) if said.strip()]
    return "\n\n".join(part for part in (proposal.description, *given) if part.strip())
