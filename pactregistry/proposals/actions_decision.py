"""Decisions on a proposal, each with reasons and remedies. Art. 1(2), 3(1)b, 11(7), 11(8)."""

from collections.abc import Mapping, Sequence
from typing import Any

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Entry, expect, history, record, stood_before
from pactregistry.people.acting import Actor, Day, act
from pactregistry.people.addressees import write
from pactregistry.proposals import revisions
from pactregistry.proposals.acting import refuse_wrong_day
from pactregistry.proposals.addressees import author_of, bodies_of
from pactregistry.proposals.competing.actions_leaving import left
from pactregistry.proposals.facts import days_of, facts_on
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.citations import cite
from pactregistry.workflow.clocks import last_day
from pactregistry.workflow.engine import N_, Obstacle, Unlawful
from pactregistry.workflow.lifecycle import OPEN, PROPOSAL
from pactregistry.workflow.states import ProposalState, Role


def redirect(
    proposal: Proposal, actor: Actor, seen: int, day: Day, *, instrument: str, reason: str
) -> Entry:
    """Name the right instrument for what a pact cannot give. Art. 1(2), 1(4)."""
    entries = _entries(proposal, seen)
    reasons = _given([reason])
    facts = facts_on(proposal, entries, actor, instrument=instrument, reasons=reasons)
    refuse_wrong_day("redirect", proposal, actor, facts, day, entries)
    step = PROPOSAL.take("redirect", ProposalState(proposal.state), actor.role, facts)
    until = last_day(day.occurred_on, days_of(proposal, "insist"))
    told = _negative(reasons) | {"instrument": instrument.strip(), "until": until.isoformat()}
    entry = record(proposal, step, act(actor, day, reason="\n\n".join(reasons), facts=told))
    context = {"proposal": proposal, "entry": entry, "until": until}
    write(author_of(proposal), "redirected", **context)
    db.session.commit()
    return entry


def warn(proposal: Proposal, actor: Actor, seen: int, day: Day, reasons: Sequence[str]) -> Entry:
    """Announce the obstacles to the author, with a term to answer, before any refusal."""
    entries = _entries(proposal, seen)
    given = _given(reasons)
    facts = facts_on(proposal, entries, actor, reasons=given)
    refuse_wrong_day("warn", proposal, actor, facts, day, entries)
    step = PROPOSAL.take("warn", ProposalState(proposal.state), actor.role, facts)
    until = last_day(day.occurred_on, days_of(proposal, "answer_to_obstacles"))
    told = {"reasons": list(given), "until": until.isoformat()}
    entry = record(proposal, step, act(actor, day, reason="\n\n".join(given), facts=told))
    write(author_of(proposal), "obstacles_announced", proposal=proposal, entry=entry, until=until)
    left(proposal)
    db.session.commit()
    return entry


def refuse(proposal: Proposal, actor: Actor, seen: int, day: Day, reasons: Sequence[str]) -> Entry:
    """Refuse with a reason for each obstacle; all who took part are told. Art. 11(8)."""
    entries = _entries(proposal, seen)
    given = _given(reasons)
    facts = facts_on(proposal, entries, actor, reasons=given)
    refuse_wrong_day("refuse", proposal, actor, facts, day, entries)
    step = PROPOSAL.take("refuse", ProposalState(proposal.state), actor.role, facts)
    text = "\n\n".join(given)
    entry = record(proposal, step, act(actor, day, reason=text, facts=_negative(given)))
    write(author_of(proposal), "refused", proposal=proposal, entry=entry)
    write(bodies_of(proposal), "refused_bodies", proposal=proposal, entry=entry)
    left(proposal)
    db.session.commit()
    return entry


def correct(
    proposal: Proposal,
    actor: Actor,
    seen: int,
    *,
    reason: str,
    changes: Mapping[str, Any],
) -> Entry:
    """Mend a mistake in what the sheet says, by a step of its own; what stood before is kept."""
    entries = _entries(proposal, seen)
    day = Day(settings().today())
    facts = facts_on(proposal, entries, actor, reasons=_given([reason]))
    step = PROPOSAL.take("correct", ProposalState(proposal.state), actor.role, facts)
    before = {name: getattr(proposal, name) for name in changes}
    changed = sorted(name for name in changes if changes[name] != before[name])
    for name in changed:
        setattr(proposal, name, changes[name])
    kept = {name: [before[name], changes[name]] for name in changed}
    made = act(actor, day, reason=reason.strip(), facts={"fields": changed}, private=kept)
    entry = record(proposal, step, made)
    revisions.keep(proposal, entry)
    write(author_of(proposal), "corrected", proposal=proposal, entry=entry)
    db.session.commit()
    return entry


def reopen(proposal: Proposal, actor: Actor, seen: int, day: Day, *, reason: str) -> Entry:
    """Take an ended file back to where it was; published like the end was. Art. 3(1)b, 34."""
    entries = _entries(proposal, seen)
    facts = facts_on(proposal, entries, actor, reasons=_given([reason]))
    refuse_wrong_day("reopen", proposal, actor, facts, day, entries)
    if proposal.state == ProposalState.ACCEPTED:
        others = PROPOSAL.obstacles("reopen", ProposalState.ACCEPTED, actor.role, facts)
        raise Unlawful(PROPOSAL.name, "reopen", (*others, _grew_into_pact()))
    # An imported file may never have stood open here: its inquiry goes on.
    back = ProposalState(stood_before(entries, OPEN) or ProposalState.INQUIRY)
    step = PROPOSAL.take("reopen", ProposalState(proposal.state), actor.role, facts, to=back)
    entry = record(proposal, step, act(actor, day, reason=reason.strip()))
    write(author_of(proposal), "reopened", proposal=proposal, entry=entry)
    write(bodies_of(proposal), "reopened", proposal=proposal, entry=entry)
    db.session.commit()
    return entry


def _entries(proposal: Proposal, seen: int) -> Sequence[Entry]:
    expect(proposal, PROPOSAL.name, seen)
    return history(PROPOSAL.name, proposal.id)


def _given(reasons: Sequence[str]) -> tuple[str, ...]:
    return tuple(reason.strip() for reason in reasons if reason.strip())


def _negative(reasons: Sequence[str]) -> dict[str, object]:
    # The remedies as they stood on that day: a later change of settings does not rewrite the act.
    return {"reasons": list(reasons), "remedies": dict(settings().city.remedies)}


def _grew_into_pact() -> Obstacle:
    return Obstacle(
        "grew_into_pact",
        cite("11(7)", "11(10)"),
        binds=True,
        message=N_("A pact has grown out of this proposal."),
        remedy=N_("What is to change is changed on the pact, by an amendment or by its end."),
        mender=Role.MANAGER,
    )
