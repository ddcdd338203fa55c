"""What the steps of a proposal's history say: items asked, terms running, resolution. Art. 11."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pactregistry.journal import Entry


@dataclass(frozen=True)
class Awaiting:
    """What the author was asked for: items or obstacles, since when, the last day to answer."""

    items: tuple[str, ...]
    since: date
    until: date


def last(entries: Sequence[Entry], *steps: str) -> Entry | None:
    """The latest entry of one of these steps."""
    return next((entry for entry in reversed(entries) if entry.step in steps), None)


def supplement_request(entries: Sequence[Entry]) -> Awaiting | None:
    """The papers last asked for; the items are between the office and the author. Art. 11(4).

    A file that was reopened gives its author the whole term again, from the day of the reopening.
    """
    entry = last(entries, "request_supplement")
    if entry is None:
        return None
    asked = _awaiting(entry, entry.private.get("items", []))
    latest = last(entries, "request_supplement", "reopen")
    if latest is None or latest is entry:
        return asked
    anew = latest.occurred_on
    return replace(asked, since=anew, until=anew + (asked.until - asked.since))


def obstacles_notice(entries: Sequence[Entry]) -> Awaiting | None:
    """The obstacles last announced to the author, with the term to answer."""
    entry = last(entries, "warn")
    return None if entry is None else _awaiting(entry, entry.facts.get("reasons", []))


def resolution_of(entries: Sequence[Entry]) -> str:
    """The executive's resolution as recorded, number and date; empty for none. Art. 11(9)."""
    entry = last(entries, "resolve")
    return "" if entry is None else str(entry.facts.get("resolution", ""))


def is_announced(entries: Sequence[Entry]) -> bool:
    """Whether the obstacles of the present inquiry were announced to the author."""
    latest = last(entries, "warn", "reopen", "insist")
    return latest is not None and latest.step == "warn"


def _awaiting(entry: Entry, items: Sequence[str]) -> Awaiting:
    return Awaiting(tuple(items), entry.occurred_on, date.fromisoformat(entry.facts["until"]))
