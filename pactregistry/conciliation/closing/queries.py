"""What the public lists and pages of disputes read. Art. 33, 3(1)b."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, select

from pactregistry.conciliation.models import Dispute, DisputeText
from pactregistry.conciliation.queries import OPEN, with_all
from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.pacts.access import PACT_IS_PUBLIC
from pactregistry.pacts.models import Pact, Purpose
from pactregistry.workflow.lifecycle import DISPUTE, VERSION
from pactregistry.workflow.states import VersionState
from pactregistry.workflow.states_disputes import DisputeState, Effect

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


def settled_with(effect: Effect) -> ColumnElement[bool]:
    """Of a dispute: all parties accepted a proposal that means this for the pact."""
    agreed = select(DisputeText.dispute_id).where(
        DisputeText.taken_back.is_(False),
        DisputeText.sha256 != "",  # of the texts put to the vote, the one that was proposed
        DisputeText.effect == effect,
    )
    return and_(Dispute.state == DisputeState.SETTLED, Dispute.id.in_(agreed))


def settled_to_amend(pact: Pact) -> list[Dispute]:
    """The disputes that all parties settled with a proposal to change the pact, oldest first."""
    query = select(Dispute).where(Dispute.pact_id == pact.id, settled_with(Effect.AMEND))
    return list(db.session.scalars(with_all(query).order_by(Dispute.closed_at, Dispute.id)))


def signed_after(pact: Pact, instant: datetime | None) -> bool:
    """Whether an amendment of a pact was signed by all since an instant."""
    amendments = [v.id for v in pact.versions if v.purpose is Purpose.AMENDMENT]
    query = select(Entry.id).where(
        Entry.subject_kind == VERSION.name,
        Entry.subject_id.in_(amendments),
        Entry.to_state == VersionState.SIGNED,
        Entry.recorded_at >= instant,
    )
    return db.session.scalar(query.limit(1)) is not None


def untold_counts() -> tuple[int, int]:
    """How many requests wait for a committee, and how many ended before one sat."""
    unseen = select(func.count()).select_from(Dispute).join(Dispute.pact)
    unseen = unseen.where(PACT_IS_PUBLIC, Dispute.convened_on.is_(None))
    waiting = db.session.scalar(unseen.where(Dispute.state.in_(OPEN))) or 0
    ended = db.session.scalar(unseen.where(Dispute.state.in_(CLOSED))) or 0
    return waiting, ended
