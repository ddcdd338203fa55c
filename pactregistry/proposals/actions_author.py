"""The author's later steps: papers, answers, a decision asked for. Art. 3(1)i, 11(4), 34."""

from collections.abc import Mapping, Sequence
from typing import Any

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents.uploads import Upload
from pactregistry.journal import Entry, expect, history, record, stood_before
from pactregistry.people.acting import Actor, Day, act
from pactregistry.people.addressees import desk, managers, write
from pactregistry.proposals import revisions
from pactregistry.proposals.acting import refuse_wrong_day
from pactregistry.proposals.actions_draft import keep_paper
from pactregistry.proposals.addressees import author_of, bodies_of
from pactregistry.proposals.competing.actions_leaving import left
from pactregistry.proposals.entries import last
from pactregistry.proposals.facts import days_of, facts_on
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.clocks import last_day
from pactregistry.workflow.facts import ProposalFacts
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState

Named = tuple[str, Upload]  # a paper and its kind: a key of the pack, or `papers.OTHER`

# The words that an answer to obstacles may change; the place and the proposer stay. Art. 11(8)
REVISED = frozenset({"title", "summary", "description", "benefits", "support_asked"})


def facts_for(proposal: Proposal, entries: Sequence[Entry], actor: Actor) -> ProposalFacts:
    """The facts for the author's steps: is the term to ask for a decision still running?"""
    ended = last(entries, "redirect", "lapse")
    within = True
    if ended is not None:
        within = settings().today() <= last_day(ended.occurred_on, days_of(proposal, "insist"))
    return facts_on(proposal, entries, actor, within_term=within)


def supplement(
    proposal: Proposal, actor: Actor, seen: int, day: Day, text: str, uploads: Sequence[Named]
) -> Entry:
    """Send what the office asked for: its clock goes on. Art. 11(4)."""
    expect(proposal, PROPOSAL.name, seen)
    entries = history(PROPOSAL.name, proposal.id)
    facts = facts_for(proposal, entries, actor)
    refuse_wrong_day("supplement", proposal, actor, facts, day, entries)
    # Where it stood when they were asked for, also if it was closed and reopened since.
    asked_in = stood_before(entries, (ProposalState.SUBMITTED, ProposalState.INQUIRY))
    back = ProposalState(asked_in or ProposalState.SUBMITTED)
    step = PROPOSAL.take("supplement", ProposalState(proposal.state), actor.role, facts, to=back)
    private = _sent(proposal, actor, text, uploads)
    told = {"papers": len(uploads)}
    entry = record(proposal, step, act(actor, day, facts=told, private=private))
    _tell(proposal, "supplement_sent", "supplement_arrived", text=text, papers=private["papers"])
    revisions.keep(proposal, entry)
    db.session.commit()
    return entry


def answer(
    proposal: Proposal,
    actor: Actor,
    seen: int,
    day: Day,
    text: str,
    changes: Mapping[str, Any],
    uploads: Sequence[Named],
) -> Entry:
    """Answer the announced obstacles, with a new text where it helps; the inquiry goes on."""
    expect(proposal, PROPOSAL.name, seen)
    entries = history(PROPOSAL.name, proposal.id)
    facts = facts_for(proposal, entries, actor)
    refuse_wrong_day("answer", proposal, actor, facts, day, entries)
    step = PROPOSAL.take("answer", ProposalState(proposal.state), actor.role, facts)
    changed = sorted(
        name for name in REVISED & set(changes) if changes[name] != getattr(proposal, name)
    )
    for name in changed:
        setattr(proposal, name, changes[name])
    private = _sent(proposal, actor, text, uploads)
    told = {"changed": changed}
    entry = record(proposal, step, act(actor, day, facts=told, private=private))
    revisions.keep(proposal, entry)
    _tell(proposal, "answer_sent", "answer_arrived", text=text, papers=private["papers"])
    write(managers(), "answer_arrived", proposal=proposal, text=text, papers=private["papers"])
    db.session.commit()
    return entry


def insist(proposal: Proposal, actor: Actor, seen: int, day: Day, reason: str) -> Entry:
    """Ask for a decision on the merits after a redirection or a lapse. Art. 3(1)b, 34."""
    expect(proposal, PROPOSAL.name, seen)
    entries = history(PROPOSAL.name, proposal.id)
    facts = facts_for(proposal, entries, actor)
    refuse_wrong_day("insist", proposal, actor, facts, day, entries)
    step = PROPOSAL.take("insist", ProposalState(proposal.state), actor.role, facts)
    entry = record(proposal, step, act(actor, day, reason=reason.strip()))
    _tell(proposal, "insistence_sent", "insistence_arrived", text=reason)
    db.session.commit()
    return entry


def withdraw(proposal: Proposal, actor: Actor, seen: int, day: Day, reason: str) -> Entry:
    """Take the proposal back: nobody has to say why. Art. 3(1)i."""
    expect(proposal, PROPOSAL.name, seen)
    entries = history(PROPOSAL.name, proposal.id)
    facts = facts_for(proposal, entries, actor)
    refuse_wrong_day("withdraw", proposal, actor, facts, day, entries)
    step = PROPOSAL.take("withdraw", ProposalState(proposal.state), actor.role, facts)
    entry = record(proposal, step, act(actor, day, reason=reason.strip()))
    _tell(proposal, "withdrawal_received", "withdrawal_arrived", text=reason)
    write(bodies_of(proposal), "withdrawal_arrived", proposal=proposal, text=reason)
    left(proposal)
    db.session.commit()
    return entry


def _sent(proposal: Proposal, actor: Actor, text: str, uploads: Sequence[Named]) -> dict[str, Any]:
    # Answers and papers may name people: they stay between the author and the offices.
    kept = [keep_paper(proposal, actor, upload, kind) for kind, upload in uploads]
    listed = [{"name": paper.name, "sha256": paper.sha256} for paper in kept]
    return {"answer": text.strip(), "papers": listed}


def _tell(proposal: Proposal, to_author: str, to_office: str, **context: Any) -> None:
    write(author_of(proposal), to_author, proposal=proposal, **context)
    write(desk(), to_office, proposal=proposal, **context)
