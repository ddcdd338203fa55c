"""Places are proposed for the list, put on it, kept up to date. Art. 2(1)a, 10(6), 16."""

from collections.abc import Mapping, Sequence
from typing import Any

from pactregistry.commons.inventory.facts import facts_on
from pactregistry.commons.inventory.models import Commons
from pactregistry.commons.inventory.queries import PROPOSED_A_DAY, proposed_today
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Entry, expect, history, next_number, record
from pactregistry.people.acting import Actor, Day, act, check_day, today
from pactregistry.people.addressees import desk, of_account, write
from pactregistry.workflow.lifecycle import COMMONS
from pactregistry.workflow.states import CommonsState, Role

SERIES = "B"
TYPED = frozenset(
    {
        "name",
        "kind",
        "description",
        "aims",
        "availability",
        "theme",
        "district",
        "address",
        "longitude",
        "latitude",
        "geometry",
        "url",
        "licence",
        "owner_kind",
        "owner",
        "owner_public",
        "heritage_protected",
        "confiscated",
        "source_act",
        "reserved_for",
        "temporary_use",
        "temporary_use_until",
    }
)


class SuggestionFlood(Exception):
    """This person proposed as many places today as one may: tomorrow one may go on."""


def propose(actor: Actor, values: Mapping[str, Any]) -> Commons:
    """Propose a place for the list; only the office reads it before it stands there. Art. 16(2).

    Raises:
        SuggestionFlood: this account proposed too many today.
    """
    if actor.role is not Role.DESK and proposed_today(actor.account_id) >= PROPOSED_A_DAY:
        raise SuggestionFlood
    commons = _begun(actor, values)
    step = COMMONS.take("propose", None, actor.role, facts_on(commons, None))
    # What was said at first stays in the file, whatever the office makes of it.
    record(commons, step, act(actor, today(), private={"said": _plain(values)}))
    if actor.role is not Role.DESK:
        write(desk(), "commons_proposed", commons=commons)
    db.session.commit()
    return commons


def put_on_list(
    commons: Commons | None,
    actor: Actor,
    seen: int,
    day: Day,
    values: Mapping[str, Any],
) -> Commons:
    """Put a place on the list under its number, whether or not somebody proposed it."""
    entries: Sequence[Entry] = ()
    state = None
    if commons is not None:
        expect(commons, COMMONS.name, seen)
        entries = history(COMMONS.name, commons.id)
        state = CommonsState(commons.state)
    entry = commons or _begun(actor, values)
    facts = facts_on(entry, actor.account_id if commons else None, values)
    check_day(COMMONS, "list", state, actor, facts, (day, entries))
    step = COMMONS.take("list", state, actor.role, facts)
    _fill(entry, values)
    entry.number = entry.number or next_number(SERIES, settings().today().year)
    entry.listed_on = day.occurred_on
    entry.reviewed_on = settings().today()
    record(entry, step, act(actor, day))
    write(of_account(entry.proposed_by_id), "commons_listed", commons=entry)
    db.session.commit()
    return entry


def decline(commons: Commons, actor: Actor, seen: int, day: Day, reasons: Sequence[str]) -> Entry:
    """Leave a proposed place off the list, with reasons for who proposed it. Art. 16(3)."""
    expect(commons, COMMONS.name, seen)
    entries = history(COMMONS.name, commons.id)
    state = CommonsState(commons.state)
    given = tuple(reason.strip() for reason in reasons if reason.strip())
    facts = facts_on(commons, actor.account_id, reasons=given)
    check_day(COMMONS, "decline", state, actor, facts, (day, entries))
    step = COMMONS.take("decline", state, actor.role, facts)
    told = {"reasons": list(given), "remedies": dict(settings().city.remedies)}
    entry = record(commons, step, act(actor, day, reason="\n\n".join(given), facts=told))
    write(of_account(commons.proposed_by_id), "commons_declined", commons=commons, entry=entry)
    db.session.commit()
    return entry


def revise(commons: Commons, actor: Actor, seen: int, values: Mapping[str, Any]) -> Entry:
    """Change an entry of the list; what stood before is kept. Saving says that it is up to date."""
    expect(commons, COMMONS.name, seen)
    facts = facts_on(commons, actor.account_id, values)
    step = COMMONS.take("revise", CommonsState(commons.state), actor.role, facts)
    changed = {name: value for name, value in values.items() if getattr(commons, name) != value}
    before = {name: getattr(commons, name) for name in changed}
    _fill(commons, values)
    commons.reviewed_on = settings().today()
    kept = {name: [_plain(before)[name], _plain(changed)[name]] for name in changed}
    entry = record(
        commons, step, act(actor, today(), facts={"fields": sorted(changed)}, private=kept)
    )
    db.session.commit()
    return entry


def review(actor: Actor, seen: Mapping[int, int], entries: Sequence[Commons]) -> int:
    """Confirm entries as they stand, all or none, each in the version seen. Art. 10(6)."""
    for commons in entries:
        expect(commons, COMMONS.name, seen[commons.id])
        facts = facts_on(commons, actor.account_id)
        step = COMMONS.take("revise", CommonsState(commons.state), actor.role, facts)
        commons.reviewed_on = settings().today()
        record(commons, step, act(actor, today(), facts={"fields": []}))
    db.session.commit()
    return len(entries)


def withhold(commons: Commons, actor: Actor, seen: int, reason: str) -> Entry:
    """Take an entry from the public at once; only officers read why."""
    return _shown("withhold", commons, actor, seen, reason)


def restore(commons: Commons, actor: Actor, seen: int, reason: str) -> Entry:
    """Show an entry to the public again."""
    return _shown("restore", commons, actor, seen, reason)


def _shown(step: str, commons: Commons, actor: Actor, seen: int, reason: str) -> Entry:
    expect(commons, COMMONS.name, seen)
    given = reason.strip()
    facts = facts_on(commons, actor.account_id, reasons=(given,))
    taken = COMMONS.take(step, CommonsState(commons.state), actor.role, facts)
    hidden = step == "withhold"
    made = act(
        actor,
        today(),
        reason="" if hidden else given,
        private={"reason": given} if hidden else None,
    )
    entry = record(commons, taken, made)
    db.session.commit()
    return entry


def _begun(actor: Actor, values: Mapping[str, Any]) -> Commons:
    here = settings()
    commons = Commons(
        created_at=here.now(),
        pack_id=here.pack.id,
        pack_version=here.pack.version,
        proposed_by_id=None if actor.role is Role.DESK else actor.account_id,
    )
    _fill(commons, values)
    return commons


def _fill(commons: Commons, values: Mapping[str, Any]) -> None:
    unknown = sorted(set(values) - TYPED)
    if unknown:
        message = f"not typed about a commons: {', '.join(unknown)}"
        raise ValueError(message)
    for name, value in values.items():
        setattr(commons, name, value)


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as JSON keeps them."""
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in values.items()
    }
