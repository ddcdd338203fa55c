"""What a pact's journal tells of its life: rest, notice, breach, end. Art. 5(2)b, 5(2)i, 3(1)b.

An announced breach is between the parties: it becomes public with the revocation that follows from
it, its day and never its words; one that was settled stays unknown.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pactregistry.journal import Entry
from pactregistry.workflow.states import PactState

BREACH = frozenset({"warn_breach", "answer_breach", "settle_breach"})
BY_CITY = frozenset({"terminate", "revoke"})
RESTS = frozenset({"suspend", "begin_suspension"})


@dataclass(frozen=True)
class Breach:
    """An announced breach that is neither settled nor revoked, with its answer."""

    announced_on: date
    until: date | None
    text: str
    answers: tuple[tuple[date, str], ...] = ()


@dataclass(frozen=True)
class Rest:
    """A suspension: since when, announced when, why, by whose decision."""

    since: date
    announced_on: date
    cause: str
    reason: str
    by_role: str
    confirmed_on: date | None
    is_urgent: bool


@dataclass(frozen=True)
class End:
    """How a pact ended: the step, its last day, the reasons, the remedies as they stood."""

    how: str
    on: date
    reason: str
    remedies: dict[str, str]


def breach_of(entries: Iterable[Entry]) -> Breach | None:
    """The breach that is announced now, or None."""
    found: Breach | None = None
    for entry in entries:
        if entry.step == "warn_breach":
            until = entry.private.get("until")
            found = Breach(
                entry.occurred_on,
                date.fromisoformat(until) if until else None,
                str(entry.private.get("text", "")),
            )
        elif entry.step == "answer_breach" and found is not None:
            answer = (entry.occurred_on, str(entry.private.get("text", "")))
            found = Breach(found.announced_on, found.until, found.text, (*found.answers, answer))
        elif entry.step == "settle_breach" or entry.to_state == PactState.ENDED:
            found = None
    return found


def rest_of(entries: Sequence[Entry]) -> Rest | None:
    """The suspension that lasts now, or None."""
    begun = next((e for e in reversed(entries) if e.step in RESTS), None)
    if begun is None or entries[-1].to_state != PactState.SUSPENDED:
        return None
    decided = announcement(entries, begun) if begun.step == "begin_suspension" else begun
    confirmed = [e for e in entries if e.step == "confirm_suspension" and e.id > begun.id]
    return Rest(
        since=begun.occurred_on,
        announced_on=decided.occurred_on,
        cause=str(decided.facts.get("cause", "")),
        reason=decided.reason,
        by_role=decided.by_role,
        confirmed_on=confirmed[-1].occurred_on if confirmed else None,
        is_urgent=begun.step == "suspend",
    )


def announcement(entries: Sequence[Entry], before: Entry | None = None) -> Entry:
    """The announcement of the suspension that is to come, or that led to an entry."""
    earlier = [e for e in entries if before is None or e.id < before.id]
    return next(e for e in reversed(earlier) if e.step == "announce_suspension")


def end_of(entries: Sequence[Entry]) -> End | None:
    """How the pact ended, where it has."""
    if not entries or entries[-1].to_state != PactState.ENDED:
        return None
    last = next(e for e in reversed(entries) if e.from_state != PactState.ENDED)
    return End(last.step, last.occurred_on, last.reason, dict(last.facts.get("remedies", {})))


def in_public(entries: Sequence[Entry]) -> list[Entry]:
    """The steps that anyone may read; of a breach only what led to a revocation.

    Who has read the sheet on risks is counted, not told one by one.
    """
    shown: list[Entry] = []
    held: list[Entry] = []
    for entry in entries:
        if entry.step == "confirm_risks":
            continue
        if entry.step == "settle_breach":
            held = []
        elif entry.step in BREACH:
            held.append(entry)
        else:
            if entry.step == "revoke":
                shown += held
            held = [] if entry.to_state == PactState.ENDED else held
            shown.append(entry)
    return shown
