"""Pacts that all parties to a dispute want to end, and the City has not ended. Art. 33(2)."""

from collections.abc import Sequence

from sqlalchemy import Select, exists, or_, select

from pactregistry.conciliation.closing.queries import settled_with
from pactregistry.conciliation.models import Dispute
from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.pacts.models import Pact
from pactregistry.workflow.lifecycle import IN_FORCE, PACT
from pactregistry.workflow.states import PactState
from pactregistry.workflow.states_disputes import Effect


def ends_awaited() -> Sequence[int]:
    """The ids of the disputes whose settlement waits for the City's act."""
    return db.session.scalars(_query()).all()


def end_awaited(dispute: Dispute) -> bool:
    """Whether the settlement of a dispute waits for the City's act."""
    return db.session.scalar(_query().where(Dispute.id == dispute.id)) is not None


def _query() -> Select[int]:
    # Ended, or agreed anew by both sides: then nothing of it is awaited any more.
    overtaken = exists().where(
        Entry.subject_kind == PACT.name,
        Entry.subject_id == Pact.id,
        Entry.recorded_at >= Dispute.closed_at,
        or_(Entry.to_state == PactState.ENDED, Entry.step == "conclude_amendment"),
    )
    return (
        select(Dispute.id)
        .join(Dispute.pact)
        .where(
            settled_with(Effect.END),
            Pact.state.in_(IN_FORCE),
            ~overtaken,
        )
    )
