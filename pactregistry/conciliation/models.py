"""A dispute, its committee, its sittings, what is written and answered in it. Art. 33."""

from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import JSON, ColumnElement, ForeignKey, UniqueConstraint, and_
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship

from pactregistry.database import Base, UTCDateTime
from pactregistry.documents.models import Attachment
from pactregistry.journal import Entry, Subject
from pactregistry.pacts.models import Pact
from pactregistry.people.models import Account
from pactregistry.workflow.states_disputes import Chair, Effect, Matter, Side

# What stands below a dispute is read anew with it when it is locked: others wrote there meanwhile.
READ_ANEW: Final = "save-update, merge, refresh-expire"


def _its_request() -> ColumnElement[bool]:
    return and_(
        foreign(Entry.subject_id) == Dispute.id,
        Entry.subject_kind == "dispute",
        Entry.step == "request",
    )


class Dispute(Base, Subject):
    """An attempt at conciliation on a pact; what it says is read by its parties and members alone.

    `third_account_id` is the third party once it has signed in; before that the address invites it,
    and without an address the desk writes to `third_contact`.
    """

    __tablename__ = "dispute"

    number: Mapped[str] = mapped_column(unique=True)
    pact_id: Mapped[int] = mapped_column(ForeignKey("pact.id"), index=True)
    matter: Mapped[Matter]
    asked_by: Mapped[Side]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    third_name: Mapped[str] = mapped_column(default="")
    third_email: Mapped[str] = mapped_column(default="", index=True)
    third_contact: Mapped[str] = mapped_column(default="")
    third_account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    third_left_on: Mapped[date | None]
    what_happened: Mapped[str]
    what_is_asked: Mapped[str]
    requested_on: Mapped[date]
    propose_by: Mapped[date] = mapped_column(index=True)
    convened_on: Mapped[date | None]
    secretary_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    proposed_on: Mapped[date | None]
    answer_by: Mapped[date | None] = mapped_column(index=True)
    closed_on: Mapped[date | None]
    closed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    pact: Mapped[Pact] = relationship()
    # A paper may be recorded long after the day on which it asked: `requested_on`.
    request: Mapped[Entry] = relationship(primaryjoin=_its_request, viewonly=True)
    members: Mapped[list["Member"]] = relationship(
        back_populates="dispute", order_by="Member.id", cascade="all, delete-orphan"
    )
    sittings: Mapped[list["Sitting"]] = relationship(
        back_populates="dispute", order_by="Sitting.held_on, Sitting.id", cascade=READ_ANEW
    )
    texts: Mapped[list["DisputeText"]] = relationship(
        back_populates="dispute", order_by="DisputeText.ordinal", cascade=READ_ANEW
    )
    answers: Mapped[list["Answer"]] = relationship(
        back_populates="dispute", order_by="Answer.id", cascade=READ_ANEW
    )
    draft: Mapped["Draft | None"] = relationship(back_populates="dispute", cascade=READ_ANEW)

    @property
    def title(self) -> str:
        """What the public may call it: the pact, never what it is about."""
        return self.pact.title


class Member(Base):
    """Somebody named for a seat. `current` is true or null: one current member a seat.

    The joint one counts as designated once the other side agreed, or a third party named it.
    """

    __tablename__ = "dispute_member"
    __table_args__ = (UniqueConstraint("dispute_id", "chair", "current"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    dispute_id: Mapped[int] = mapped_column(ForeignKey("dispute.id"), index=True)
    chair: Mapped[Chair]
    current: Mapped[bool | None] = mapped_column(default=True)
    named_by: Mapped[Side]
    name: Mapped[str]
    email: Mapped[str] = mapped_column(index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    named_on: Mapped[date]
    agreed_on: Mapped[date | None]
    seated_on: Mapped[date | None]
    left_on: Mapped[date | None]
    why_left: Mapped[str] = mapped_column(default="")

    dispute: Mapped[Dispute] = relationship(back_populates="members")
    account: Mapped[Account | None] = relationship()

    @property
    def designated(self) -> bool:
        """Whether it is settled that this person is to sit, and nobody else is named instead."""
        return bool(self.current) and (self.chair != Chair.JOINT or self.agreed_on is not None)


class Sitting(Base):
    """A sitting of the committee, with its minutes once it was held. `heard` are sides."""

    __tablename__ = "dispute_sitting"

    id: Mapped[int] = mapped_column(primary_key=True)
    dispute_id: Mapped[int] = mapped_column(ForeignKey("dispute.id"), index=True)
    held_on: Mapped[date]
    at: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    heard: Mapped[str] = mapped_column(default="")
    minutes: Mapped[str] = mapped_column(default="")
    minutes_on: Mapped[date | None]
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"))

    dispute: Mapped[Dispute] = relationship(back_populates="sittings")
    paper: Mapped[Attachment | None] = relationship()


class Message(Base):
    """Something written in the room of a dispute, to all in it or to the committee alone."""

    __tablename__ = "dispute_message"

    id: Mapped[int] = mapped_column(primary_key=True)
    dispute_id: Mapped[int] = mapped_column(ForeignKey("dispute.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    speaks_as: Mapped[str]
    to_committee: Mapped[bool] = mapped_column(default=False)
    text: Mapped[str]
    written_at: Mapped[datetime] = mapped_column(UTCDateTime)

    author: Mapped[Account] = relationship()


class Draft(Base):
    """What the committee writes together, read by its members alone; `revision` counts its changes.

    It stands apart from the dispute: what is written here makes no party's form stale.
    """

    __tablename__ = "dispute_draft"

    id: Mapped[int] = mapped_column(primary_key=True)
    dispute_id: Mapped[int] = mapped_column(ForeignKey("dispute.id"), unique=True)
    text: Mapped[str] = mapped_column(default="")
    effect: Mapped[Effect] = mapped_column(default=Effect.NOTHING)
    revision: Mapped[int] = mapped_column(default=0)
    changed_by_id: Mapped[int | None] = mapped_column(ForeignKey("dispute_member.id"))

    dispute: Mapped[Dispute] = relationship(back_populates="draft")
    changed_by: Mapped[Member | None] = relationship()


class DisputeText(Base):
    """A text that was put to the vote: fixed, with the digest of its words.

    As the proposal it has a file under `sha256`, made from the values in `content` alone.
    """

    __tablename__ = "dispute_text"
    __table_args__ = (UniqueConstraint("dispute_id", "ordinal"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    dispute_id: Mapped[int] = mapped_column(ForeignKey("dispute.id"), index=True)
    ordinal: Mapped[int]
    text: Mapped[str]
    effect: Mapped[Effect]
    fixed_at: Mapped[datetime] = mapped_column(UTCDateTime)
    taken_back: Mapped[bool] = mapped_column(default=False)
    digest: Mapped[str]
    sha256: Mapped[str] = mapped_column(default="")
    content: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)

    dispute: Mapped[Dispute] = relationship(back_populates="texts")
    votes: Mapped[list["MemberVote"]] = relationship(order_by="MemberVote.id", cascade=READ_ANEW)


class MemberVote(Base):
    """How one member voted on one text, by name, with what the member says against it."""

    __tablename__ = "dispute_vote"
    __table_args__ = (UniqueConstraint("text_id", "member_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    text_id: Mapped[int] = mapped_column(ForeignKey("dispute_text.id"), index=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("dispute_member.id"))
    in_favour: Mapped[bool]
    dissent: Mapped[str] = mapped_column(default="")
    voted_at: Mapped[datetime] = mapped_column(UTCDateTime)
    evidence: Mapped[str] = mapped_column(default="")
    password_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    member: Mapped[Member] = relationship()


class Answer(Base):
    """What one party answered to the proposal."""

    __tablename__ = "dispute_answer"
    __table_args__ = (UniqueConstraint("dispute_id", "side"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    dispute_id: Mapped[int] = mapped_column(ForeignKey("dispute.id"), index=True)
    side: Mapped[Side]
    accepted: Mapped[bool]
    reason: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[date]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    dispute: Mapped[Dispute] = relationship(back_populates="answers")
