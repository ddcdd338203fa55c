"""The managing officer ends a pact that all parties to a dispute want ended. Art. 33(2), 5(2)b.

It is no act against anybody: it carries no remedies, and the City alone does not take it back.
"""

from pactregistry import journal
from pactregistry.conciliation.closing.waiting_ends import end_awaited
from pactregistry.conciliation.models import Dispute
from pactregistry.database import db
from pactregistry.pacts import letters
from pactregistry.pacts.life.opening import begin
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, Day, act
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState


def end_as_agreed(dispute: Dispute, actor: Actor, seen: int, day: Day, reason: str) -> None:
    """End the pact of a dispute whose settlement says so; the reason is public."""
    pact = dispute.pact
    given = reason.strip()
    agreed = end_awaited(dispute)
    facts = begin("end_as_agreed", pact, actor, seen, day, reasons=(given,), end_agreed=agreed)
    step = PACT.take("end_as_agreed", PactState(pact.state), actor.role, facts)
    pact.forget_days()
    told = {"dispute": dispute.number}
    journal.record(pact, step, act(actor, day, reason=given, facts=told))
    to = [*letters.citizens_of(pact), *addressees.desk(), *addressees.managers()]
    letters.write(to, "pact_ended_as_agreed", pact, dispute=dispute, on=day.occurred_on)
    db.session.commit()
