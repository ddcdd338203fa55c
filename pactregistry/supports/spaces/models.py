"""The use of a municipal space, at the rate of the City's own activities; who asks is private."""

from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pactregistry.database import Base, UTCDateTime
from pactregistry.journal import Subject


class Use(StrEnum):
    """What citizens may ask a space for. Art. 21(1)."""

    MEETING = "meeting"
    SELF_FINANCING = "self_financing"


class Booking(Base, Subject):
    """A space for some hours of one day; the rate is no column: there is one. Art. 21(2)."""

    __tablename__ = "booking"
    __table_args__ = (CheckConstraint("ends > begins", name="ends_after_it_begins"),)

    number: Mapped[str] = mapped_column(unique=True)
    space: Mapped[str] = mapped_column(index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("group.id"), index=True)
    pact_id: Mapped[int | None] = mapped_column(ForeignKey("pact.id"), index=True)
    use: Mapped[Use]
    purpose: Mapped[str]
    people: Mapped[int]
    day: Mapped[date] = mapped_column(index=True)
    begins: Mapped[time]
    ends: Mapped[time]
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)

    @property
    def hours(self) -> str:
        """From when to when."""
        return f"{self.begins:%H:%M}-{self.ends:%H:%M}"
