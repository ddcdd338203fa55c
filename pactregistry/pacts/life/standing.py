"""What stands on a pact today, in plain words, for its page. Art. 3(1)b, 5(2)b."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pactregistry.config import settings
from pactregistry.journal import Entry, history
from pactregistry.pacts.access import OFFICERS, is_public, seat_on
from pactregistry.pacts.life.facts import successor_of
from pactregistry.pacts.life.steps import NextStep, next_steps
from pactregistry.pacts.life.story import (
    Breach,
    End,
    Rest,
    announcement,
    breach_of,
    end_of,
    rest_of,
)
from pactregistry.pacts.life.terms import day_after
from pactregistry.pacts.models import Pact
from pactregistry.people.current import account
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import Role

CITIZENS = frozenset({Role.CITIZEN, Role.LEAD})
OWN = ("answer_breach", "take_back_notice", "ask_renewal", "renew", "withdraw_from")
"""What the citizens' side may do, in the order in which it is offered: leaving comes last."""


@dataclass(frozen=True)
class Announced:
    """A suspension that is to begin."""

    on: date
    announced_on: date
    cause: str
    reason: str


@dataclass(frozen=True)
class Notice:
    """The citizens' notice that runs: its last day, and the first one without the pact."""

    given_on: date
    until: date
    free_on: date
    reason: str


@dataclass(frozen=True)
class Standing:
    """All that is to be said; the breach for who sits at the table alone."""

    announced: Announced | None
    rest: Rest | None
    confirm_until: date | None
    confirm_late: int
    notice: Notice | None
    end: End | None
    breach: Breach | None
    answer_until: date | None
    predecessor: Pact | None
    successor: Pact | None
    steps: tuple[NextStep, ...]
    is_officer: bool


def standing_of(pact: Pact) -> Standing:
    """What stands on a pact, for the person at the page."""
    entries = history(PACT.name, pact.id)
    seat = seat_on(pact, account())
    due = pact.confirm_until
    late = (settings().today() - due).days if due else 0
    return Standing(
        announced=_announced(pact, entries),
        rest=rest_of(entries),
        confirm_until=due,
        confirm_late=max(0, late),
        notice=_notice(pact, entries),
        end=end_of(entries),
        breach=breach_of(entries) if seat.roles else None,
        answer_until=pact.answer_until,
        predecessor=_shown(pact.predecessor),
        successor=_shown(successor_of(pact)),
        steps=_own_steps(pact, entries, seat.roles),
        is_officer=bool(seat.roles & set(OFFICERS)),
    )


def _own_steps(
    pact: Pact, entries: Sequence[Entry], roles: frozenset[Role]
) -> tuple[NextStep, ...]:
    """What the citizens may do next; officers find theirs in the file of the pact."""
    person = account()
    if person is None or not pact.import_confirmed:
        return ()
    found = next_steps(pact, entries, person.id, roles & CITIZENS)
    return tuple(sorted((s for s in found if s.name in OWN), key=lambda s: OWN.index(s.name)))


def _announced(pact: Pact, entries: Sequence[Entry]) -> Announced | None:
    if pact.suspends_on is None:
        return None
    entry = announcement(entries)
    cause = str(entry.facts.get("cause", ""))
    return Announced(pact.suspends_on, entry.occurred_on, cause, entry.reason)


def _notice(pact: Pact, entries: Sequence[Entry]) -> Notice | None:
    if pact.notice_until is None:
        return None
    entry = next(e for e in reversed(entries) if e.step == "withdraw_from")
    until = pact.notice_until
    return Notice(entry.occurred_on, until, day_after(until), entry.reason)


def _shown(pact: Pact | None) -> Pact | None:
    if pact is None or not (is_public(pact) or seat_on(pact, account()).reads):
        return None
    return pact
