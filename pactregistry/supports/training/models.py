"""A training session, who is on its list, the pacts that it serves. Art. 18."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pactregistry.database import Base, UTCDateTime
from pactregistry.journal import Subject


class Audience(StrEnum):
    """For whom a session is; both together where it serves both. Art. 18(2)."""

    CITIZENS = "citizens"
    STAFF = "staff"
    BOTH = "both"


class Session(Base, Subject):
    """One session; its topics are keys of the pack."""

    __tablename__ = "training_session"
    __table_args__ = (
        CheckConstraint("seats > 0", name="some_seats"),
        CheckConstraint("ends_at > starts_at", name="ends_after_it_begins"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    topics: Mapped[list[str]] = mapped_column(JSON)
    audience: Mapped[Audience]
    place: Mapped[str]
    who_teaches: Mapped[str] = mapped_column(default="")
    seats: Mapped[int]
    starts_at: Mapped[datetime] = mapped_column(UTCDateTime, index=True)
    ends_at: Mapped[datetime] = mapped_column(UTCDateTime)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)

    people: Mapped[list["SignUp"]] = relationship(
        back_populates="session", order_by="(SignUp.signed_at, SignUp.id)"
    )

    @property
    def listed(self) -> list["SignUp"]:
        """Who is on the list, in the order of signing up."""
        return [person for person in self.people if person.left_at is None]

    @property
    def seated(self) -> list["SignUp"]:
        """Who has a seat: the first ones."""
        return self.listed[: self.seats]

    @property
    def waiting(self) -> list["SignUp"]:
        """Who waits for a seat; moves up by itself when somebody leaves."""
        return self.listed[self.seats :]

    @property
    def came(self) -> int:
        """How many came."""
        return sum(person.attended is True for person in self.people)


class SignUp(Base):
    """One person on the list of a session; names are private, numbers public."""

    __tablename__ = "training_sign_up"
    __table_args__ = (
        UniqueConstraint("session_id", "account_id"),
        CheckConstraint("account_id IS NOT NULL OR name <> ''", name="someone"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("training_session.id"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    name: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    signed_at: Mapped[datetime] = mapped_column(UTCDateTime)
    left_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    attended: Mapped[bool | None]

    session: Mapped[Session] = relationship(back_populates="people")
    account: Mapped[Any] = relationship("Account")


class SessionPact(Base):
    """That a session serves a pact. Art. 18(2)."""

    __tablename__ = "training_pact"

    session_id: Mapped[int] = mapped_column(ForeignKey("training_session.id"), primary_key=True)
    pact_id: Mapped[int] = mapped_column(ForeignKey("pact.id"), primary_key=True)
