"""Changes of a pact that were settled and could not be opened then. Art. 33(2), 5(2)m.

What was opened since is taken up there, whoever opened it; a change that both gave up stays so.
"""

from collections.abc import Sequence

from sqlalchemy import exists, or_, select

from pactregistry.conciliation.closing.queries import settled_with
from pactregistry.conciliation.models import Dispute
from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.pacts.models import Pact, PactVersion, Purpose
from pactregistry.workflow.lifecycle import IN_FORCE, VERSION
from pactregistry.workflow.states import VersionState
from pactregistry.workflow.states_disputes import Effect

OPEN_TEXTS = (VersionState.CODESIGN, VersionState.READY)


def changes_to_open() -> Sequence[int]:
    """The ids of the disputes whose settlement still asks for a change, and no version is open."""
    of_pact = PactVersion.pact_id == Pact.id
    begun = exists().where(
        of_pact,
        PactVersion.purpose == Purpose.AMENDMENT,
        Entry.subject_kind == VERSION.name,
        Entry.subject_id == PactVersion.id,
        Entry.recorded_at >= Dispute.closed_at,
        or_(Entry.from_state.is_(None), Entry.to_state == VersionState.SIGNED),
    )
    query = (
        select(Dispute.id)
        .join(Dispute.pact)
        .where(
            settled_with(Effect.AMEND),
            Pact.state.in_(IN_FORCE),
            ~exists().where(of_pact, PactVersion.state.in_(OPEN_TEXTS)),
            ~begun,
        )
    )
    return db.session.scalars(query.order_by(Dispute.closed_at, Dispute.id)).all()
