"""The days of a pact that time has reached, in their order. Art. 5(2)b, 15(6).

Late, everything happens as it would have: a pact that should have rested and then ended does both,
each on its day. What begins on a day goes before what ends with it.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from pactregistry import journal
from pactregistry.journal import Act
from pactregistry.notices.models import reminded
from pactregistry.pacts import letters
from pactregistry.pacts.facts import pact_facts
from pactregistry.pacts.life.actions_notice import end_by_notice
from pactregistry.pacts.life.actions_rest import begin_suspension
from pactregistry.pacts.models import Pact
from pactregistry.pacts.queries import signed_version
from pactregistry.people import addressees
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState, Role

BEGINS, ENDS = 0, 1
RUNNING = (PactState.ACTIVE, PactState.SUSPENDED)


@dataclass(frozen=True, order=True)
class Due:
    """One step of time: its day, whether it begins or ends with it, and the step."""

    day: date
    rank: int
    name: str


def next_due(pact: Pact, today: date, *, held: bool) -> Due | None:
    """The earliest step whose day has come, or None; what is held up does not start."""
    found = []
    if pact.state == PactState.SIGNED and not held:
        found.append(_begins(pact.starts_on, today, "start"))
    if pact.state == PactState.ACTIVE:
        found.append(_begins(pact.suspends_on, today, "begin_suspension"))
    if pact.state in RUNNING:
        found.append(_ends(pact.ends_on, today, "expire"))
    found.append(_ends(pact.notice_until, today, "end_by_notice"))
    return min((due for due in found if due is not None), default=None)


def take(due: Due, pact: Pact, today: date, now: datetime) -> None:
    """Take a step of time; does not commit.

    Raises:
        Unlawful: a pact cannot start yet, or never.
    """
    match due.name:
        case "start":
            _start(pact, due.day, today, now)
        case "begin_suspension":
            begin_suspension(pact, due.day, now)
        case "expire":
            _expire(pact, due.day, now)
        case "end_by_notice":
            end_by_notice(pact, due.day, now)


def start_reminder(pact: Pact) -> str:
    """The key under which the desk was told that a pact cannot start."""
    return f"pact:{pact.id}:start"


def _begins(day: date | None, today: date, name: str) -> Due | None:
    return Due(day, BEGINS, name) if day is not None and day <= today else None


def _ends(day: date | None, today: date, name: str) -> Due | None:
    return Due(day, ENDS, name) if day is not None and day < today else None


def _start(pact: Pact, day: date, today: date, now: datetime) -> None:
    # What was held up begins when nothing stands against it any more, not before.
    begins = today if reminded(start_reminder(pact)) else day
    over = pact.ends_on is not None and pact.ends_on < begins
    facts = replace(pact_facts(pact, signed_version(pact), day_reached=True), term_over=over)
    step = PACT.take("start", PactState(pact.state), Role.CLOCK, facts)
    journal.record(pact, step, Act(None, begins, now))
    letters.write(letters.citizens_of(pact), "pact_started", pact)


def _expire(pact: Pact, day: date, now: datetime) -> None:
    facts = pact_facts(pact, signed_version(pact), day_reached=True)
    step = PACT.take("expire", PactState(pact.state), Role.CLOCK, facts)
    pact.forget_days()
    journal.record(pact, step, Act(None, day, now))
    letters.write([*letters.citizens_of(pact), *addressees.desk()], "pact_expired", pact)
