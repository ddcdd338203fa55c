"""The office writes a call and opens it; who may not be read is withheld. Art. 11(1)a, 11(2)."""

from collections.abc import Mapping, Sequence
from typing import Any

from pactregistry.commons.calls.facts import facts_on
from pactregistry.commons.calls.models import Call
from pactregistry.commons.inventory.models import Commons
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Entry, expect, next_number, record
from pactregistry.people.acting import Actor, act, today
from pactregistry.people.addressees import managers, write
from pactregistry.workflow.facts import CallFacts
from pactregistry.workflow.lifecycle import CALL
from pactregistry.workflow.states import CallState

SERIES = "C"

# What the office types; a form that sends anything else is refused.
TYPED = frozenset(
    {
        "title",
        "summary",
        "text",
        "emergency",
        "emergency_grounds",
        "theme",
        "district",
        "act",
        "opens_at",
        "closes_at",
        "terms",
        "questions",
        "criteria",
        "places_offered",
        "least_total",
    }
)


def draft(actor: Actor, values: Mapping[str, Any], commons: Sequence[Commons]) -> Call:
    """Begin a call; nobody outside the office knows of it yet."""
    here = settings()
    step = CALL.take("draft", None, actor.role, CallFacts())
    call = Call(
        created_at=here.now(),
        pack_id=here.pack.id,
        pack_version=here.pack.version,
        office=actor.office,
    )
    _fill(call, values, commons)
    record(call, step, act(actor, today()))
    db.session.commit()
    return call


def revise(
    call: Call, actor: Actor, seen: int, values: Mapping[str, Any], commons: Sequence[Commons]
) -> Entry:
    """Save the text of a draft. Once it is open a call says the same to everyone, to its end."""
    expect(call, CALL.name, seen)
    step = CALL.take("revise", CallState(call.state), actor.role, facts_on(call))
    _fill(call, values, commons)
    entry = record(call, step, act(actor, today()))
    db.session.commit()
    return entry


def open_call(call: Call, actor: Actor, seen: int) -> Entry:
    """Publish a call under its number: what was previewed is what everyone reads."""
    expect(call, CALL.name, seen)
    here = settings()
    step = CALL.take("open", CallState(call.state), actor.role, facts_on(call))
    call.number = next_number(SERIES, here.today().year)
    call.opens_at = max(call.opens_at or here.now(), here.now())
    told = {
        "opens_at": call.opens_at.isoformat(),
        "closes_at": call.closes_at.isoformat() if call.closes_at else "",
        "emergency": call.emergency,
    }
    entry = record(call, step, act(actor, today(), facts=told))
    db.session.commit()
    return entry


def withhold(call: Call, actor: Actor, seen: int, reason: str) -> Entry:
    """Take a call from the public at once; its procedure goes on."""
    expect(call, CALL.name, seen)
    facts = facts_on(call, reasons=(reason.strip(),))
    step = CALL.take("withhold", CallState(call.state), actor.role, facts)
    # Why it should not have been public tends to repeat what must not be read.
    entry = record(call, step, act(actor, today(), private={"reason": reason.strip()}))
    write(managers(), "call_withheld", call=call, reason=reason)
    db.session.commit()
    return entry


def restore(call: Call, actor: Actor, seen: int, reason: str) -> Entry:
    """Show a call to the public again."""
    expect(call, CALL.name, seen)
    facts = facts_on(call, reasons=(reason.strip(),))
    step = CALL.take("restore", CallState(call.state), actor.role, facts)
    entry = record(call, step, act(actor, today(), reason=reason.strip()))
    db.session.commit()
    return entry


def _fill(call: Call, values: Mapping[str, Any], commons: Sequence[Commons]) -> None:
    for name in sorted(values):
        if name not in TYPED:
            message = f"not typed for a call: {name}"
            raise ValueError(message)
        setattr(call, name, values[name])
    call.commons = list(commons)
