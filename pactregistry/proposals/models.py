"""A proposal with its opinions and comments, and the reads that pages need. Art. 2(1)d, 10, 11."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, UniqueConstraint, event
from sqlalchemy.orm import Mapped, Mapper, declared_attr, mapped_column, relationship

from pactregistry.commons.calls.models import Call
from pactregistry.commons.inventory.models import Commons
from pactregistry.database import Base, UTCDateTime, folded
from pactregistry.journal import Subject
from pactregistry.workflow.states import CommonsKind, Intensity, ProposerKind, Track, Verdict


class Placed:
    """What a file is about and where: one for a proposal and its pact. Art. 2(1)a, 6(1)."""

    title: Mapped[str] = mapped_column(default="")
    summary: Mapped[str] = mapped_column(default="")
    intensity: Mapped[Intensity | None]
    commons_kind: Mapped[CommonsKind | None]
    theme: Mapped[str] = mapped_column(default="")
    # The kind of pact, where the regulation pack tells kinds apart; else empty.
    pact_kind: Mapped[str] = mapped_column(default="")
    place_name: Mapped[str] = mapped_column(default="")
    district: Mapped[str] = mapped_column(default="")
    longitude: Mapped[float | None]
    latitude: Mapped[float | None]
    # The entry of the inventory that it is about, where there is one.
    commons_id: Mapped[int | None] = mapped_column(ForeignKey("commons.id"), index=True)
    search_text: Mapped[str] = mapped_column(default="")

    @declared_attr
    def commons(cls) -> Mapped[Commons | None]:  # noqa: N805 - SQLAlchemy passes the class
        """That entry itself."""
        return relationship(Commons)


PLACED = tuple(name for name in Placed.__annotations__ if name != "search_text")
"""What a pact takes over from its proposal, and a renewal from its pact."""


@event.listens_for(Placed, "before_insert", propagate=True)
@event.listens_for(Placed, "before_update", propagate=True)
def _fold(mapper: Mapper[Any], connection: object, placed: Placed) -> None:  # noqa: ARG001 - SQLAlchemy's signature
    placed.search_text = folded(
        f"{placed.title} {placed.summary} {placed.place_name} {placed.theme}"
    )


class Proposal(Base, Subject, Placed):
    """A proposal. Private until it is submitted; numbered then. Art. 11(1)."""

    __tablename__ = "proposal"
    __table_args__ = (
        CheckConstraint("state = 'draft' OR number IS NOT NULL", name="numbered_at_submission"),
        CheckConstraint("author_id IS NOT NULL OR author_name <> ''", name="has_author"),
        # The history of a draft that was thrown away must never become another file's.
        {"sqlite_autoincrement": True},
    )

    number: Mapped[str | None] = mapped_column(unique=True)
    track: Mapped[Track] = mapped_column(default=Track.SPONTANEOUS)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    submitted_on: Mapped[date | None] = mapped_column(index=True)
    registry_number: Mapped[str] = mapped_column(default="")
    call_id: Mapped[int | None] = mapped_column(ForeignKey("call.id"), index=True)
    answers: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)  # to the call's questions

    # The author is the citizen; `entered_by_id` is the officer who typed at the counter, if any.
    author_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    author_name: Mapped[str] = mapped_column(default="")
    author_contact: Mapped[str] = mapped_column(default="")
    entered_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    proposer_kind: Mapped[ProposerKind] = mapped_column(default=ProposerKind.PERSON)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("group.id"), index=True)
    public_author: Mapped[str] = mapped_column(default="")
    interest_declared: Mapped[str] = mapped_column(default="")

    description: Mapped[str] = mapped_column(default="")
    benefits: Mapped[str] = mapped_column(default="")
    support_asked: Mapped[str] = mapped_column(default="")
    people_count: Mapped[int | None]
    wished_from: Mapped[date | None]
    wished_until: Mapped[date | None]
    works: Mapped[bool] = mapped_column(default=False)
    money: Mapped[bool] = mapped_column(default=False)
    risk: Mapped[bool] = mapped_column(default=False)
    private_owner: Mapped[bool] = mapped_column(default=False)
    heritage_protected: Mapped[bool] = mapped_column(default=False)
    substantial_change: Mapped[bool] = mapped_column(default=False)

    # Set by the desk when the inquiry opens. Art. 11(4)-(6).
    announced_days: Mapped[int | None]
    comments_from: Mapped[date | None]
    comments_until: Mapped[date | None]
    imported_from: Mapped[str] = mapped_column(default="")
    import_confirmed: Mapped[bool] = mapped_column(default=True)

    call: Mapped[Call | None] = relationship()
    opinions: Mapped[list["Opinion"]] = relationship(back_populates="proposal")
    comments: Mapped[list["Comment"]] = relationship(back_populates="proposal")


class Revision(Base):
    """The text of a proposal as it stood at one submission, supplement, answer or correction."""

    __tablename__ = "proposal_revision"

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), index=True)
    ordinal: Mapped[int]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    entry_id: Mapped[int] = mapped_column(ForeignKey("journal.id"))


class Opinion(Base):
    """The opinion of an office, a public service or a district president. Art. 11(6)."""

    __tablename__ = "opinion"

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), index=True)
    office: Mapped[str] = mapped_column(index=True)
    is_district: Mapped[bool] = mapped_column(default=False)
    asked_on: Mapped[date]
    term_days: Mapped[int]
    verdict: Mapped[Verdict | None]
    text: Mapped[str] = mapped_column(default="")
    given_on: Mapped[date | None]
    given_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    recorded_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    # Where it came from, if not from these pages: kind of document and the City's registry number.
    source_document: Mapped[str] = mapped_column(default="")
    source_number: Mapped[str] = mapped_column(default="")

    proposal: Mapped[Proposal] = relationship(back_populates="opinions")


class Comment(Base):
    """A comment or reply by anyone with a confirmed e-mail, under a public name. Art. 11(5)."""

    __tablename__ = "comment"

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), index=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("comment.id"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    public_name: Mapped[str]
    kind: Mapped[str]
    text: Mapped[str]
    written_at: Mapped[datetime] = mapped_column(UTCDateTime)
    edited_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    is_answer: Mapped[bool] = mapped_column(default=False)
    awaits_moderation: Mapped[bool] = mapped_column(default=False)
    hidden_category: Mapped[str] = mapped_column(default="")
    hidden_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    hidden_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    objection: Mapped[str] = mapped_column(default="")
    reports: Mapped[int] = mapped_column(default=0)
    # A comment that came on paper: typed by an officer, dated by the day it came.
    received_on: Mapped[date | None]
    entered_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    source_document: Mapped[str] = mapped_column(default="")

    proposal: Mapped[Proposal] = relationship(back_populates="comments")


class CommentReport(Base):
    """Somebody's word to the office that a comment should not stand; private. Art. 3(1)b, 11(5)."""

    __tablename__ = "comment_report"
    __table_args__ = (UniqueConstraint("comment_id", "account_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    comment_id: Mapped[int] = mapped_column(ForeignKey("comment.id"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    reason: Mapped[str]
    reported_at: Mapped[datetime] = mapped_column(UTCDateTime)
