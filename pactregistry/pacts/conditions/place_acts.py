"""Whose the place is, and what its protection allows. Art. 14, 15(6), 16(4)."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column

from pactregistry.database import Base, UTCDateTime, db


class PlaceDates:
    """Days on a pact's place that other people's acts have set."""

    heritage_asked_on: Mapped[date | None]
    # The owner's consent counts if it was given on this day or later.
    owner_changed_on: Mapped[date | None]


class OwnerConsent(Base):
    """One consent of an owner, or the City's act in place of it; never overwritten. Art. 16(4).

    `owner` is private. `act` is the City's act under art. 838 of the civil code, else empty.
    """

    __tablename__ = "owner_consent"

    id: Mapped[int] = mapped_column(primary_key=True)
    pact_id: Mapped[int] = mapped_column(ForeignKey("pact.id"), index=True)
    owner: Mapped[str]
    given_on: Mapped[date]
    act: Mapped[str] = mapped_column(default="")
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"))
    recorded_at: Mapped[datetime] = mapped_column(UTCDateTime)
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


def consents_of(pact_id: int) -> Sequence[OwnerConsent]:
    """The consents that were recorded, oldest first."""
    query = select(OwnerConsent).filter_by(pact_id=pact_id).order_by(OwnerConsent.id)
    return db.session.scalars(query).all()


def consent_stands(pact_id: int, changed_on: date | None) -> bool:
    """Whether the present owner has consented."""
    return any(changed_on is None or c.given_on >= changed_on for c in consents_of(pact_id))
