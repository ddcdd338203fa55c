"""Links a training session to the pact that it serves. Art. 18(2)."""

from pactregistry.database import db, lock
from pactregistry.journal import record
from pactregistry.pacts.models import Pact
from pactregistry.people.acting import Actor, act, today
from pactregistry.supports.training.models import Session, SessionPact
from pactregistry.workflow.facts_supports import SessionFacts
from pactregistry.workflow.lifecycle import SESSION
from pactregistry.workflow.states import SessionState


def link_training(pact: Pact, actor: Actor, session: Session) -> None:
    """Say that a session serves a pact; twice changes nothing."""
    lock(session)
    step = SESSION.take("link", SessionState(session.state), actor.role, SessionFacts())
    if db.session.get(SessionPact, (session.id, pact.id)) is None:
        db.session.add(SessionPact(session_id=session.id, pact_id=pact.id))
        record(session, step, act(actor, today(), facts={"pact": pact.number}))
    db.session.commit()
