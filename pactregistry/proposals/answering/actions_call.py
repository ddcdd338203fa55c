"""What the managing officer does with an open call: more time, or its end. Art. 11(2), 3(1)b."""

from collections.abc import Sequence
from datetime import datetime

from pactregistry.commons.calls.models import Call
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Entry, expect, history, record
from pactregistry.people.acting import Actor, Day, act, check_day, today
from pactregistry.people.addressees import Addressee, desk, write
from pactregistry.proposals.addressees import author_of
from pactregistry.proposals.answering import queries
from pactregistry.proposals.answering.facts import entry_facts
from pactregistry.workflow.lifecycle import CALL
from pactregistry.workflow.states import CallState


def extend(call: Call, actor: Actor, seen: int, closes_at: datetime | None, reason: str) -> Entry:
    """Give everyone more time, with a reason; who writes or has sent an answer is told."""
    expect(call, CALL.name, seen)
    before = call.closes_at
    later = closes_at is not None and closes_at > max(before or closes_at, settings().now())
    facts = entry_facts(call, actor, reasons=(reason.strip(),), closes_later=later)
    step = CALL.take("extend", CallState(call.state), actor.role, facts)
    call.closes_at = closes_at
    told = {
        "from": before.isoformat() if before else "",
        "closes_at": closes_at.isoformat() if closes_at else "",
    }
    entry = record(call, step, act(actor, today(), reason=reason.strip(), facts=told))
    write(_all_concerned(call), "call_extended", call=call, reason=reason.strip())
    db.session.commit()
    return entry


def withdraw(call: Call, actor: Actor, seen: int, day: Day, reasons: Sequence[str]) -> Entry:
    """End a call without a decision; who answered may go on with a proposal of their own."""
    expect(call, CALL.name, seen)
    given = tuple(reason.strip() for reason in reasons if reason.strip())
    facts = entry_facts(call, actor, reasons=given)
    state = CallState(call.state)
    check_day(CALL, "withdraw", state, actor, facts, (day, history(CALL.name, call.id)))
    step = CALL.take("withdraw", CallState(call.state), actor.role, facts)
    told = {"reasons": list(given), "remedies": dict(settings().city.remedies)}
    entry = record(call, step, act(actor, day, reason="\n\n".join(given), facts=told))
    if call.number:
        for proposal in queries.compared(queries.entries_of(call)):
            context = {"call": call, "proposal": proposal, "entry": entry}
            write(author_of(proposal), "call_withdrawn", **context)
        writing = [Addressee(a.email, a.language) for a in queries.draft_authors(call)]
        write([*writing, *desk()], "call_withdrawn", call=call, proposal=None, entry=entry)
    db.session.commit()
    return entry


def _all_concerned(call: Call) -> list[Addressee]:
    sent = [who for entry in queries.compared(queries.entries_of(call)) for who in author_of(entry)]
    writing = [Addressee(a.email, a.language) for a in queries.draft_authors(call)]
    return list(dict.fromkeys([*writing, *sent]))
