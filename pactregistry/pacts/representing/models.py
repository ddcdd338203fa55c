"""A change of a group's representative, and what each member says to it. Art. 4(3), 4(4)."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pactregistry.database import Base, UTCDateTime, db
from pactregistry.pacts.models import Pact
from pactregistry.people.models import Membership, members_on
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.lifecycle import IN_FORCE, OPEN
from pactregistry.workflow.states import PactState, ProposalState


class Outcome(StrEnum):
    """What became of a change."""

    WAITING = ""
    TAKEN_OVER = "taken_over"
    DROPPED = "dropped"


class LeadChange(Base):
    """The members are asked whether somebody else shall represent their group; private to them."""

    __tablename__ = "lead_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("group.id"), index=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("membership.id"))
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    asked_on: Mapped[date]
    reason: Mapped[str]
    minutes_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"))
    outcome: Mapped[Outcome] = mapped_column(default=Outcome.WAITING)
    settled_on: Mapped[date | None]

    member: Mapped[Membership] = relationship()
    voices: Mapped[list["LeadVoice"]] = relationship(order_by="LeadVoice.id")


class LeadVoice(Base):
    """What one member says: yes, or no with an objection if they like; it may be changed."""

    __tablename__ = "lead_voice"
    __table_args__ = (UniqueConstraint("change_id", "account_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    change_id: Mapped[int] = mapped_column(ForeignKey("lead_change.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    name: Mapped[str]
    agrees: Mapped[bool]
    objection: Mapped[str] = mapped_column(default="")
    said_at: Mapped[datetime] = mapped_column(UTCDateTime)


def standing_change(group_id: int) -> LeadChange | None:
    """The change on which the members are asked now, or None."""
    query = select(LeadChange).filter_by(group_id=group_id, outcome=Outcome.WAITING)
    return db.session.scalars(query.order_by(LeadChange.id.desc()).limit(1)).first()


def electors_on(group_id: int, day: date) -> list[Membership]:
    """The members with accounts: who can be asked on their own page."""
    return [member for member in members_on(group_id, day) if member.account_id is not None]


def is_confirmed(change: LeadChange, day: date) -> bool:
    """Whether more than half of the members with accounts said yes, or there are minutes."""
    if change.minutes_id is not None:
        return True
    asked = {member.account_id for member in electors_on(change.group_id, day)}
    yes = sum(1 for voice in change.voices if voice.agrees and voice.account_id in asked)
    return yes * 2 > len(asked)


def confirmed_by_members(group_id: int, since: date) -> bool:
    """Whether who represents a group since a day was confirmed by its members here. Art. 4(4)."""
    query = select(LeadChange.id).filter_by(
        group_id=group_id, outcome=Outcome.TAKEN_OVER, settled_on=since
    )
    return db.session.scalar(query.limit(1)) is not None


def proposals_of(group_id: int) -> Sequence[Proposal]:
    """The group's proposals that still go on, its drafts among them."""
    states = (ProposalState.DRAFT, *OPEN)
    query = select(Proposal).where(Proposal.group_id == group_id, Proposal.state.in_(states))
    return db.session.scalars(query.order_by(Proposal.id)).all()


def pacts_of(group_id: int) -> Sequence[Pact]:
    """The group's pacts that are written or in force, renewed ones among them."""
    line = select(Pact.id).join(Proposal).where(Proposal.group_id == group_id)
    line_ = line.cte("line", recursive=True)
    renewed = select(Pact.id).join(line_, Pact.predecessor_id == line_.c.id)
    states = (PactState.FORMING, *IN_FORCE)
    query = select(Pact).where(
        Pact.state.in_(states), Pact.id.in_(select(line_.union(renewed).c.id))
    )
    return db.session.scalars(query.order_by(Pact.id)).all()
