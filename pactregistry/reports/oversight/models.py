"""Questions of the public, problems at a place, ratings of it. Art. 3(1)b, 10(2), 30(3), 30(8)."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pactregistry.database import Base, UTCDateTime
from pactregistry.documents.models import Attachment
from pactregistry.journal import Subject
from pactregistry.pacts.models import Pact
from pactregistry.reports.models import Report


class About(StrEnum):
    """What a question is about."""

    PACT = "pact"
    MONEY = "money"
    REPORT = "report"


class Question(Base, Subject):
    """A question to the office on a published pact; public with its answer, or its silence."""

    __tablename__ = "question"

    pact_id: Mapped[int] = mapped_column(ForeignKey("pact.id"), index=True)
    report_id: Mapped[int | None] = mapped_column(ForeignKey("report.id"))
    about: Mapped[About]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    public_author: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    search_text: Mapped[str] = mapped_column(default="")
    # Where the city reads first: not public before an officer has.
    awaits_moderation: Mapped[bool] = mapped_column(default=False)
    reports: Mapped[int] = mapped_column(default=0)  # how often the office was told of it
    asked_on: Mapped[date] = mapped_column(index=True)
    asked_at: Mapped[datetime] = mapped_column(UTCDateTime, index=True)
    answer_by: Mapped[date | None] = mapped_column(index=True)
    answer: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[date | None]

    pact: Mapped[Pact] = relationship()
    report: Mapped[Report | None] = relationship()


class Problem(Base, Subject):
    """A problem at a place under pact; both sides read it, the public reads how many there are."""

    __tablename__ = "problem"

    pact_id: Mapped[int] = mapped_column(ForeignKey("pact.id"), index=True)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    text: Mapped[str]
    where: Mapped[str] = mapped_column(default="")
    urgent: Mapped[bool] = mapped_column(default=False)
    # How somebody who called at the desk may be reached again; the desk alone reads it.
    contact: Mapped[str] = mapped_column(default="")
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"))
    reported_at: Mapped[datetime] = mapped_column(UTCDateTime, index=True)
    reported_on: Mapped[date]
    answer: Mapped[str] = mapped_column(default="")
    closed_on: Mapped[date | None]

    pact: Mapped[Pact] = relationship()
    photograph: Mapped[Attachment | None] = relationship()


class Rating(Base, Subject):
    """What one person says of a place in one month, 1 to 5; never of people."""

    __tablename__ = "rating"
    __table_args__ = (
        UniqueConstraint("pact_id", "author_id", "month"),
        CheckConstraint("stars BETWEEN 1 AND 5", name="one_to_five"),
    )

    pact_id: Mapped[int] = mapped_column(ForeignKey("pact.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    month: Mapped[date]  # its first day
    stars: Mapped[int]
    text: Mapped[str] = mapped_column(default="")
    public_author: Mapped[str] = mapped_column(default="")
    awaits_moderation: Mapped[bool] = mapped_column(default=False)
    given_at: Mapped[datetime] = mapped_column(UTCDateTime)
    answer: Mapped[str] = mapped_column(default="")

    pact: Mapped[Pact] = relationship()
