"""Suspends a pact, with its notice or in urgency, confirms, calls off, resumes. Art. 5(2)b."""

from dataclasses import dataclass
from datetime import date, datetime

from pactregistry import journal
from pactregistry.database import db
from pactregistry.journal import Act
from pactregistry.pacts import letters
from pactregistry.pacts.facts import pact_facts
from pactregistry.pacts.life.opening import begin
from pactregistry.pacts.life.story import announcement
from pactregistry.pacts.life.terms import suspended_from, until
from pactregistry.pacts.models import Pact
from pactregistry.pacts.queries import signed_version
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, Day, act
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState, Role


@dataclass(frozen=True)
class Cause:
    """Why a pact rests or ends: a cause that section b lists (empty: another one), and in words."""

    listed: str
    reason: str

    def stands_in(self, causes: list[str]) -> bool:
        """Whether both sides agreed on this cause."""
        return bool(self.listed) and self.listed in causes


def announce(pact: Pact, actor: Actor, seen: int, day: Day, cause: Cause) -> None:
    """Announce a suspension: it begins by itself after its notice."""
    facts = begin("announce_suspension", pact, actor, seen, day, **_why(pact, cause))
    step = PACT.take("announce_suspension", PactState(pact.state), actor.role, facts)
    pact.suspends_on = suspended_from(pact, day.occurred_on)
    told = {"cause": cause.listed, "suspends_on": pact.suspends_on.isoformat()}
    journal.record(pact, step, act(actor, day, reason=cause.reason.strip(), facts=told))
    _tell(pact, "pact_suspension_announced", cause=cause)
    db.session.commit()


def call_off(pact: Pact, actor: Actor, seen: int, day: Day, reason: str) -> None:
    """Call an announced suspension off before it begins."""
    facts = begin("call_off_suspension", pact, actor, seen, day)
    step = PACT.take("call_off_suspension", PactState(pact.state), actor.role, facts)
    pact.suspends_on = None
    journal.record(pact, step, act(actor, day, reason=reason.strip()))
    _tell(pact, "pact_suspension_called_off", reason=reason.strip())
    db.session.commit()


def begin_suspension(pact: Pact, day: date, now: datetime) -> None:
    """Let an announced suspension begin on its day; both days are kept. Does not commit."""
    announced = announcement(journal.history(PACT.name, pact.id))
    facts = pact_facts(pact, signed_version(pact), day_reached=True)
    step = PACT.take("begin_suspension", PactState(pact.state), Role.CLOCK, facts)
    pact.suspends_on = None
    told = {"announced_on": announced.occurred_on.isoformat(), "cause": announced.facts["cause"]}
    journal.record(pact, step, Act(None, day, now, reason=announced.reason, facts=told))
    cause = Cause(str(announced.facts["cause"]), announced.reason)
    _tell(pact, "pact_suspended", cause=cause, confirm_until=None)


def suspend(pact: Pact, actor: Actor, seen: int, day: Day, cause: Cause) -> None:
    """Suspend at once, in urgency; what the desk suspends waits for the managing officer."""
    facts = begin("suspend", pact, actor, seen, day, **_why(pact, cause))
    step = PACT.take("suspend", PactState(pact.state), actor.role, facts)
    pact.suspends_on = None
    awaited = None
    if actor.role is Role.DESK:
        awaited = until(pact, "suspension_confirmation", day.occurred_on)
    pact.confirm_until = awaited
    told = {"cause": cause.listed, "urgent": True}
    if awaited is not None:
        told["confirm_until"] = awaited.isoformat()
    journal.record(pact, step, act(actor, day, reason=cause.reason.strip(), facts=told))
    _tell(pact, "pact_suspended", cause=cause, confirm_until=awaited)
    if awaited is not None:
        letters.write(
            addressees.managers(), "pact_suspension_to_confirm", pact, until=awaited, cause=cause
        )
    db.session.commit()


def confirm(pact: Pact, actor: Actor, seen: int, day: Day, reason: str) -> None:
    """Confirm what the desk suspended."""
    facts = begin("confirm_suspension", pact, actor, seen, day)
    step = PACT.take("confirm_suspension", PactState(pact.state), actor.role, facts)
    pact.confirm_until = None
    journal.record(pact, step, act(actor, day, reason=reason.strip()))
    _tell(pact, "pact_suspension_confirmed", reason=reason.strip())
    db.session.commit()


def resume(pact: Pact, actor: Actor, seen: int, day: Day, reason: str) -> None:
    """Lift a suspension."""
    facts = begin("resume", pact, actor, seen, day)
    step = PACT.take("resume", PactState(pact.state), actor.role, facts)
    pact.confirm_until = None
    journal.record(pact, step, act(actor, day, reason=reason.strip()))
    _tell(pact, "pact_resumed", reason=reason.strip())
    db.session.commit()


def _why(pact: Pact, cause: Cause) -> dict[str, object]:
    text = signed_version(pact)
    listed = text is not None and cause.stands_in(text.suspension_causes)
    return {"reasons": (cause.reason.strip(),), "cause_listed": listed}


def _tell(pact: Pact, template: str, **context: object) -> None:
    letters.write([*letters.citizens_of(pact), *addressees.desk()], template, pact, **context)
