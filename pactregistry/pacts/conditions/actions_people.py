"""Who acts confirms the sheet on risks; an officer steps aside. Art. 10(1), 31(1)."""

from pactregistry import journal
from pactregistry.database import db
from pactregistry.pacts import letters
from pactregistry.pacts.life.opening import begin
from pactregistry.pacts.models import Pact
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, act, today
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState


def confirm_risks(pact: Pact, actor: Actor, seen: int) -> None:
    """Keep that a person has read the sheet on risks."""
    facts = begin("confirm_risks", pact, actor, seen, today())
    step = PACT.take("confirm_risks", PactState(pact.state), actor.role, facts)
    journal.record(pact, step, act(actor, today()))
    db.session.commit()


def abstain(pact: Pact, actor: Actor, seen: int, reason: str) -> None:
    """Step aside: others of the office go on; the reason stays between the officers."""
    facts = begin("abstain", pact, actor, seen, today(), reasons=(reason.strip(),))
    step = PACT.take("abstain", PactState(pact.state), actor.role, facts)
    journal.record(pact, step, act(actor, today(), private={"reason": reason.strip()}))
    letters.write([*addressees.desk(), *addressees.managers()], "abstained", pact, file=pact)
    db.session.commit()
