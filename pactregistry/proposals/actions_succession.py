"""An open file goes on under the regulation that has come into force. Art. 36(1), 34(1)."""

from collections.abc import Sequence
from datetime import date

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act, Entry, expect, history, record
from pactregistry.notices.models import Reminder, reminded
from pactregistry.people.acting import Actor, today
from pactregistry.people.addressees import desk, write
from pactregistry.proposals.addressees import author_of
from pactregistry.proposals.facts import facts_on
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.succession import Entering, entering
from pactregistry.workflow.facts import ProposalFacts
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState, Role


def choose_pack(proposal: Proposal, actor: Actor, seen: int) -> Entry:
    """The author chooses the new regulation, where it asks and while its term runs."""
    expect(proposal, PROPOSAL.name, seen)
    entries = history(PROPOSAL.name, proposal.id)
    facts = facts_on(proposal, entries, actor)
    found = entering(proposal)
    done = _act(actor.account_id, today().occurred_on)
    entry = _change("choose_pack", proposal, found, actor.role, facts, done)
    db.session.commit()
    return entry


def take_over(proposal: Proposal, entries: Sequence[Entry]) -> None:
    """What the day of entry does to one file: it moves, or its author is asked, once.

    The sweep that found it commits.
    """
    found = entering(proposal)
    if found is None:
        return
    if found.moves:
        day = max(found.since, entries[-1].occurred_on)
        facts = ProposalFacts(pack_offered=True)
        _change("change_pack", proposal, found, Role.CLOCK, facts, _act(None, day))
    elif found.asks:
        _ask_once(proposal, found)


def _change(
    name: str,
    proposal: Proposal,
    found: Entering | None,
    role: Role,
    facts: ProposalFacts,
    act: Act,
) -> Entry:
    step = PROPOSAL.take(name, ProposalState(proposal.state), role, facts)
    if found is None:  # the guard has refused it already
        raise LookupError(proposal.number)
    pack = found.pack
    told = {
        "from": {"id": proposal.pack_id, "version": proposal.pack_version},
        "to": {"id": pack.id, "version": pack.version},
        "kind": proposal.pact_kind,
    }
    proposal.pack_id, proposal.pack_version = pack.id, pack.version
    # A kind that the new text does not know is chosen anew by the office.
    proposal.pact_kind = proposal.pact_kind if proposal.pact_kind in pack.kinds else ""
    entry = record(proposal, step, Act(act.actor_id, act.occurred_on, act.recorded_at, facts=told))
    to = [*author_of(proposal), *desk()]
    write(to, "pack_changed", proposal=proposal, pack=pack, since=found.since)
    return entry


def _act(account_id: int | None, day: date) -> Act:
    return Act(account_id, day, settings().now())


def _ask_once(proposal: Proposal, found: Entering) -> None:
    key = f"pack:{proposal.id}:{found.pack.id}"
    if reminded(key) is not None:
        return
    db.session.add(Reminder(key=key, queued_on=settings().today()))
    write(author_of(proposal), "pack_offered", proposal=proposal, pack=found.pack, found=found)
