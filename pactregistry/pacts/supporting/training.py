"""Training that serves pacts, and what their people attended. Art. 18(2), 18(4), 31(1)."""

from collections.abc import Sequence

from sqlalchemy import select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.access import is_public
from pactregistry.pacts.joining.queries import adherents_on
from pactregistry.pacts.models import Pact
from pactregistry.people.models import members_on
from pactregistry.supports.training import reading
from pactregistry.supports.training.models import Session


def pacts_served(session_id: int) -> list[Pact]:
    """The public pacts that a session serves."""
    ids = reading.pact_ids_of(session_id)
    found: Sequence[Pact] = db.session.scalars(
        select(Pact).where(Pact.id.in_(ids)).order_by(Pact.id)
    ).all()
    return [pact for pact in found if is_public(pact)]


def training_of(pact: Pact) -> Sequence[Session]:
    """The sessions that serve a pact."""
    return reading.sessions_of_pact(pact.id)


def trained_on_risks(pact: Pact) -> bool:
    """Whether somebody of the citizens' side attended a session on risks and equipment."""
    topics = reading.on_risks(settings().packs[pact.pack_id])
    return bool(topics & reading.attended_topics(_people(pact)))


def _people(pact: Pact) -> set[int]:
    day = settings().today()
    origin = pact.origin
    found = {a.account_id for a in adherents_on(pact, day)}
    found |= {s.account_id for v in pact.versions for s in v.signatories if s.side == "citizens"}
    if origin is not None:
        found.add(origin.author_id)
        if origin.group_id is not None:
            found |= {m.account_id for m in members_on(origin.group_id, day)}
    return {account_id for account_id in found if account_id is not None}
