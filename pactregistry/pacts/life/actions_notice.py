"""The citizens withdraw with notice, take it back, or the day ends the pact. Art. 5(2)b, 3(1)i."""

from datetime import date, datetime

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act
from pactregistry.pacts import letters
from pactregistry.pacts.facts import pact_facts
from pactregistry.pacts.life.opening import begin
from pactregistry.pacts.life.terms import day_after, notice_until
from pactregistry.pacts.models import Pact
from pactregistry.pacts.queries import signed_version
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, Day, act
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState, Role


def withdraw_from(
    pact: Pact, actor: Actor, seen: int, day: Day, reason: str, document: str = ""
) -> None:
    """Give notice for the citizens' side: the last day is computed and said in public."""
    facts = begin("withdraw_from", pact, actor, seen, day)
    step = PACT.take("withdraw_from", PactState(pact.state), actor.role, facts)
    pact.notice_until = notice_until(pact, day.occurred_on)
    told = {"until": pact.notice_until.isoformat()}
    private = {"document": document.strip()} if document.strip() else {}
    made = act(actor, day, reason=reason.strip(), facts=told, private=private)
    journal.record(pact, step, made)
    _tell(pact, "pact_notice_given", reason=reason.strip(), until=pact.notice_until)
    db.session.commit()


def take_back(pact: Pact, actor: Actor, seen: int, day: Day, reason: str) -> None:
    """Take a notice back while it runs; after its last day nothing is left to take back."""
    running = pact.notice_until
    if running is not None and running < settings().today():
        running = None
    facts = begin("take_back_notice", pact, actor, seen, day, notice_until=running)
    step = PACT.take("take_back_notice", PactState(pact.state), actor.role, facts)
    pact.notice_until = None
    journal.record(pact, step, act(actor, day, reason=reason.strip()))
    _tell(pact, "pact_notice_taken_back", reason=reason.strip())
    db.session.commit()


def end_by_notice(pact: Pact, day: date, now: datetime) -> None:
    """End a pact with the last day of the citizens' notice. Does not commit."""
    facts = pact_facts(pact, signed_version(pact), day_reached=True)
    step = PACT.take("end_by_notice", PactState(pact.state), Role.CLOCK, facts)
    pact.forget_days()
    journal.record(pact, step, Act(None, day, now))
    _tell(pact, "pact_ended_by_notice", until=day, free_on=day_after(day))


def _tell(pact: Pact, template: str, **context: object) -> None:
    city = [*addressees.desk(), *addressees.managers()]
    letters.write([*letters.citizens_of(pact), *city], template, pact, **context)
