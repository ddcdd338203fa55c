"""What the pages, actions and sweeps of disputes read. Art. 33."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import joinedload, selectinload

from pactregistry.conciliation.models import Dispute, DisputeText
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.lawbook import speak_under
from pactregistry.pacts.models import Pact
from pactregistry.people.models import Account, Holding
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import DisputeState

OPEN: Final = (DisputeState.REQUESTED, DisputeState.SITTING, DisputeState.PROPOSED)
OFFICERS: Final = (Role.DESK, Role.REVIEWER, Role.DISTRICT, Role.MANAGER, Role.EXECUTIVE)


def dispute_by_number(number: str) -> Dispute:
    """The dispute of a number with its committee and all that was said; raises NoResultFound."""
    dispute = db.session.scalars(with_all(select(Dispute).where(Dispute.number == number))).one()
    speak_under(dispute.pack_id)
    return dispute


def with_all(query: Select[Dispute]) -> Select[Dispute]:
    """A query of disputes that brings their pact, committee, sittings, texts and answers along."""
    return query.options(
        joinedload(Dispute.pact).selectinload(Pact.versions),
        selectinload(Dispute.request),
        selectinload(Dispute.members),
        selectinload(Dispute.sittings),
        selectinload(Dispute.texts).selectinload(DisputeText.votes),
        selectinload(Dispute.answers),
    )


def disputes_on(pact: Pact) -> Sequence[Dispute]:
    """All disputes on a pact, in the order in which they were asked for."""
    query = select(Dispute).where(Dispute.pact_id == pact.id)
    return db.session.scalars(query.order_by(Dispute.requested_on, Dispute.id)).all()


def open_disputes() -> Sequence[int]:
    """The ids of the disputes that are not closed."""
    return db.session.scalars(select(Dispute.id).where(Dispute.state.in_(OPEN))).all()


def secretaries() -> Sequence[Account]:
    """Who holds the role of secretary of conciliation today."""
    day = settings().today()
    held = select(Holding.account_id).where(
        Holding.role == Role.SECRETARY,
        Holding.since <= day,
        or_(Holding.until.is_(None), Holding.until >= day),
    )
    query = select(Account).where(Account.active, Account.id.in_(held))
    return db.session.scalars(query.order_by(Account.id)).all()


def took_part_in_file(pact: Pact, account_id: int) -> bool:
    """Whether a person took a step as an officer on a pact, its texts or its proposal."""
    texts = [version.id for version in pact.versions]
    about = [
        and_(Entry.subject_kind == "pact", Entry.subject_id == pact.id),
        and_(Entry.subject_kind == "version", Entry.subject_id.in_(texts)),
    ]
    if pact.origin is not None:
        kind, key = Entry.subject_kind == "proposal", Entry.subject_id == pact.origin.id
        about.append(and_(kind, key))
    query = select(Entry.id).where(
        Entry.actor_id == account_id, Entry.by_role.in_(OFFICERS), or_(*about)
    )
    return db.session.scalar(query.limit(1)) is not None
