"""Asks for a renewal and opens the pact that renews another. Art. 30(8), 5(1)."""

from flask_babel import force_locale

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts import letters
from pactregistry.pacts.facts import pact_facts, version_facts
from pactregistry.pacts.life.opening import begin
from pactregistry.pacts.life.renewing import first_text, new_pact
from pactregistry.pacts.models import Pact
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, act, today
from pactregistry.workflow.lifecycle import PACT, VERSION
from pactregistry.workflow.states import PactState


def ask(pact: Pact, actor: Actor, seen: int, reason: str) -> None:
    """Tell the other side that one's own would go on with a new pact."""
    facts = begin("ask_renewal", pact, actor, seen, today())
    step = PACT.take("ask_renewal", PactState(pact.state), actor.role, facts)
    journal.record(pact, step, act(actor, today(), reason=reason.strip()))
    _tell(pact, pact, "pact_renewal_asked", reason=reason.strip())
    db.session.commit()


def renew(pact: Pact, actor: Actor, seen: int, reason: str) -> Pact:
    """Open the co-design of the pact that renews this one, under the regulation in force."""
    here = settings()
    facts = begin("renew", pact, actor, seen, today())
    step = PACT.take("renew", PactState(pact.state), actor.role, facts)
    made = act(actor, today())
    renewal = new_pact(
        pact, journal.next_number("", here.today().year), here.pack, made.recorded_at
    )
    with force_locale(here.city.language):
        version = first_text(renewal, pact, here.pack, made.recorded_at)
    formed = PACT.take("form", None, actor.role, pact_facts(renewal, version))
    journal.record(renewal, formed, made)
    opened = VERSION.take("open", None, actor.role, version_facts(version))
    journal.record(version, opened, made)
    told = {"renewed_as": renewal.number}
    journal.record(pact, step, act(actor, today(), reason=reason.strip(), facts=told))
    _tell(pact, renewal, "pact_renewed", before=pact, reason=reason.strip())
    db.session.commit()
    return renewal


def _tell(old: Pact, pact: Pact, template: str, **context: object) -> None:
    # Who joined the earlier pact is told too: joining the new one is a choice of their own.
    to = [*letters.citizens_of(old), *addressees.desk(), *addressees.managers()]
    letters.write(to, template, pact, **context)
