"""What is due by date: pacts start and expire, and remind before they do. Art. 5(2)b, 15(6).

Run twice, late or on two machines it does nothing twice.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import apart, db
from pactregistry.journal import Act
from pactregistry.notices.models import Reminder, reminded
from pactregistry.pacts import letters
from pactregistry.pacts.facts import pact_facts
from pactregistry.pacts.models import Pact
from pactregistry.pacts.queries import pacts_in, signed_version
from pactregistry.proposals import addressees
from pactregistry.workflow.clocks import civil_day
from pactregistry.workflow.engine import Unlawful
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState, Role


def run(now: datetime) -> int:
    """Do what is due at an instant, each pact in a transaction of its own; gives how many acts."""
    today = civil_day(now, settings().city.zone)
    done = 0
    for states, doing in (
        ((PactState.SIGNED,), _start),
        ((PactState.ACTIVE, PactState.SUSPENDED), _remind),
        ((PactState.ACTIVE, PactState.SUSPENDED), _expire),
    ):
        for pact_id in [pact.id for pact in pacts_in(*states)]:
            with apart(f"the sweep of pact {pact_id}"):
                done += _each(pact_id, states, doing, today, now)
    return done


def _each(
    pact_id: int,
    states: tuple[PactState, ...],
    doing: Callable[[Pact, date, datetime], bool],
    today: date,
    now: datetime,
) -> bool:
    pact = db.session.get(Pact, pact_id, with_for_update=True, populate_existing=True)
    # An imported pact waits for a person: nothing happens to it by itself before. Art. 36
    due = pact is not None and pact.state in states and pact.import_confirmed
    return pact is not None and due and doing(pact, today, now)


def _start(pact: Pact, today: date, now: datetime) -> bool:
    if pact.starts_on is None or pact.starts_on > today:
        return False
    facts = pact_facts(pact, signed_version(pact), day_reached=pact.starts_on <= today)
    try:
        step = PACT.take("start", PactState(pact.state), Role.CLOCK, facts)
    except Unlawful as refusal:
        return _remind_once(pact, f"pact:{pact.id}:start", today, "pact_cannot_start", refusal)
    journal.record(pact, step, Act(None, pact.starts_on, now))
    letters.write(letters.citizens_of(pact), "pact_started", pact)
    return True


def _expire(pact: Pact, today: date, now: datetime) -> bool:
    if pact.ends_on is None or pact.ends_on >= today:
        return False
    facts = pact_facts(pact, signed_version(pact), day_reached=pact.ends_on < today)
    step = PACT.take("expire", PactState(pact.state), Role.CLOCK, facts)
    journal.record(pact, step, Act(None, pact.ends_on, now))
    letters.write([*letters.citizens_of(pact), *addressees.desk()], "pact_expired", pact)
    return True


def _remind(pact: Pact, today: date, now: datetime) -> bool:  # noqa: ARG001 - one signature for what is due
    if pact.ends_on is None or pact.ends_on < today:
        return False
    here = settings()
    reminders = here.city.term(here.packs.get(pact.pack_id, here.pack), "expiry").reminders
    reached = [days for days in reminders if today >= pact.ends_on - timedelta(days=days)]
    # Late, only the nearest one is sent: three mails on one day help nobody.
    if not reached:
        return False
    key = f"pact:{pact.id}:expiry:{pact.ends_on}:{min(reached)}"
    return _remind_once(pact, key, today, "pact_expires", None)


def _remind_once(
    pact: Pact, key: str, today: date, template: str, refusal: Unlawful | None
) -> bool:
    if reminded(key) is not None:
        return False
    db.session.add(Reminder(key=key, queued_on=today))
    to = addressees.desk() if refusal else [*letters.citizens_of(pact), *addressees.desk()]
    letters.write(to, template, pact, obstacles=refusal.obstacles if refusal else ())
    return True
