"""Adherents of a pact, requests to join it, and exclusions, as dated records. Art. 3(1)d, 5(2)l."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, Enum, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pactregistry.database import Base, UTCDateTime
from pactregistry.pacts.models import Pact


class Ending(StrEnum):
    """How somebody's part in a pact ended before the pact itself."""

    NONE = ""
    LEFT = "left"
    EXCLUDED = "excluded"


class Outcome(StrEnum):
    """What became of a request or of an exclusion."""

    WAITING = ""
    ADMITTED = "admitted"
    DECLINED = "declined"
    TAKEN_BACK = "taken_back"
    PACT_ENDED = "pact_ended"
    EXCLUDED = "excluded"
    DROPPED = "dropped"


OUTCOMES = Enum(Outcome, name="joining_outcome")


class Adherent(Base):
    """A person or group that takes part in a pact for a period; a person's name is private.

    Who signs, and the members of the group that signs, have a row only once they leave.
    """

    __tablename__ = "adherent"
    __table_args__ = (
        CheckConstraint("account_id IS NOT NULL OR name <> ''", name="someone"),
        CheckConstraint("until IS NULL OR until >= since", name="ends_after_it_began"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    pact_id: Mapped[int] = mapped_column(ForeignKey("pact.id"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("group.id"), index=True)
    name: Mapped[str] = mapped_column(default="")
    public_name: Mapped[str] = mapped_column(default="")  # of a group; a person stays unnamed
    contact: Mapped[str] = mapped_column(default="")
    since: Mapped[date]
    until: Mapped[date | None]
    ending: Mapped[Ending] = mapped_column(default=Ending.NONE)
    joined: Mapped[bool] = mapped_column(default=True)  # False: was in it from the signature on

    pact: Mapped[Pact] = relationship(back_populates="adherents")


class JoinRequest(Base):
    """Somebody asks to join a pact; each side says yes on a day, or one says no with reasons."""

    __tablename__ = "join_request"

    id: Mapped[int] = mapped_column(primary_key=True)
    pact_id: Mapped[int] = mapped_column(ForeignKey("pact.id"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("group.id"))
    name: Mapped[str] = mapped_column(default="")
    public_name: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    words: Mapped[str] = mapped_column(default="")
    asked_on: Mapped[date]
    citizens_yes_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    citizens_yes_on: Mapped[date | None]
    city_yes_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    city_yes_on: Mapped[date | None]
    outcome: Mapped[Outcome] = mapped_column(OUTCOMES, default=Outcome.WAITING)
    decided_on: Mapped[date | None]
    reasons: Mapped[str] = mapped_column(default="")

    pact: Mapped[Pact] = relationship()


class Exclusion(Base):
    """One side wants somebody out: told, heard, then decided by both. Art. 5(2)l."""

    __tablename__ = "exclusion"

    id: Mapped[int] = mapped_column(primary_key=True)
    pact_id: Mapped[int] = mapped_column(ForeignKey("pact.id"), index=True)
    adherent_id: Mapped[int] = mapped_column(ForeignKey("adherent.id"))
    side: Mapped[str]
    announced_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    announced_on: Mapped[date]
    charges: Mapped[str]
    answer_until: Mapped[date]
    answer: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    citizens_yes_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    city_yes_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    outcome: Mapped[Outcome] = mapped_column(OUTCOMES, default=Outcome.WAITING)
    decided_on: Mapped[date | None]

    pact: Mapped[Pact] = relationship()
    adherent: Mapped[Adherent] = relationship()
