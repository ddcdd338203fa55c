"""Dated records of support in a pact: funds raised and used, permits asked for. Art. 25(1), 27."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Numeric
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pactregistry.database import Base
from pactregistry.pacts.models import Pact


class PermitOutcome(StrEnum):
    """What became of a permit."""

    AWAITED = ""
    GIVEN = "given"
    DECLINED = "declined"


class RaisedFunds(Base):
    """One occasion of fundraising and what it raised; donors are not kept. Art. 20(2), 25(1)."""

    __tablename__ = "raised_funds"
    __table_args__ = (CheckConstraint("amount >= 0", name="not_negative"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    pact_id: Mapped[int] = mapped_column(ForeignKey("pact.id"), index=True)
    held_on: Mapped[date]
    occasion: Mapped[str]
    amount: Mapped[Decimal] = mapped_column(Numeric(12, 2))

    pact: Mapped[Pact] = relationship()


class SpentFunds(Base):
    """What raised money was spent on. Art. 25(1)."""

    __tablename__ = "spent_funds"
    __table_args__ = (CheckConstraint("amount > 0", name="something"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    pact_id: Mapped[int] = mapped_column(ForeignKey("pact.id"), index=True)
    spent_on: Mapped[date]
    purpose: Mapped[str]
    amount: Mapped[Decimal] = mapped_column(Numeric(12, 2))

    pact: Mapped[Pact] = relationship()


class Permit(Base):
    """A permit asked for under the pact's shortened term; late is computed. Art. 27."""

    __tablename__ = "permit"

    id: Mapped[int] = mapped_column(primary_key=True)
    pact_id: Mapped[int] = mapped_column(ForeignKey("pact.id"), index=True)
    permit: Mapped[str]
    office: Mapped[str]
    asked_on: Mapped[date]
    due_on: Mapped[date | None]  # None: the pact states no term
    outcome: Mapped[PermitOutcome] = mapped_column(default=PermitOutcome.AWAITED)
    decided_on: Mapped[date | None]
    act: Mapped[str] = mapped_column(default="")
    reasons: Mapped[str] = mapped_column(default="")

    pact: Mapped[Pact] = relationship()

    def late_days(self, today: date) -> int:
        """Days past the shortened term while it is awaited, 0 when in time."""
        if self.due_on is None or self.outcome is not PermitOutcome.AWAITED:
            return 0
        return max(0, (today - self.due_on).days)
