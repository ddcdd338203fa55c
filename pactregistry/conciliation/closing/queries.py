"""What the public lists and pages of disputes read. Art. 33, 3(1)b."""

from collections.abc import Sequence

from sqlalchemy import func, select

from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.queries import OPEN
from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.pacts.access import PACT_IS_PUBLIC
from pactregistry.pacts.models import Pact
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states_disputes import DisputeState

CLOSED = tuple(state for state in DisputeState if state not in OPEN)


def steps_that_closed(dispute_ids: Sequence[int]) -> dict[int, Entry]:
    """The step by which each dispute ended, by dispute."""
    query = select(Entry).where(
        Entry.subject_kind == DISPUTE.name,
        Entry.subject_id.in_(dispute_ids),
        Entry.to_state.in_(CLOSED),
    )
    return {entry.subject_id: entry for entry in db.session.scalars(query)}


def told_on(pact: Pact) -> list[Dispute]:
    """The disputes on a pact that anyone may know of, the newest first."""
    query = select(Dispute).where(Dispute.pact_id == pact.id, Dispute.convened_on.is_not(None))
    return list(db.session.scalars(query.order_by(Dispute.requested_on.desc(), Dispute.id.desc())))


def untold_counts() -> tuple[int, int]:
    """How many requests wait for a committee, and how many ended before one sat."""
    unseen = select(func.count()).select_from(Dispute).join(Dispute.pact)
    unseen = unseen.where(PACT_IS_PUBLIC, Dispute.convened_on.is_(None))
    waiting = db.session.scalar(unseen.where(Dispute.state.in_(OPEN))) or 0
    ended = db.session.scalar(unseen.where(Dispute.state.in_(CLOSED))) or 0
    return waiting, ended
