"""Amounts that the City grants a pact, and when they were paid. Art. 24(4), 24(5)."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Numeric
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pactregistry.database import Base
from pactregistry.pacts.models import Pact
from pactregistry.reports.models import Report


class GrantKind(StrEnum):
    """Paid before the costs, or against an accepted report."""

    ADVANCE = "advance"
    SETTLEMENT = "settlement"


class Grant(Base):
    """An amount granted: an advance, or the balance of a report; negative is to be given back.

    `account` is the arithmetic line by line, as it was printed when the balance was settled;
    `accounted_in` the report that an advance asks for once it is paid.
    """

    __tablename__ = "money_grant"
    __table_args__ = (CheckConstraint("kind <> 'ADVANCE' OR amount > 0", name="advance_is_some"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    pact_id: Mapped[int] = mapped_column(ForeignKey("pact.id"), index=True)
    kind: Mapped[GrantKind]
    report_id: Mapped[int | None] = mapped_column(ForeignKey("report.id"), unique=True)
    amount: Mapped[Decimal] = mapped_column(Numeric(12, 2))
    granted_on: Mapped[date]
    act: Mapped[str] = mapped_column(default="")
    account: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    paid_on: Mapped[date | None]
    payment_order: Mapped[str] = mapped_column(default="")
    accounted_in_id: Mapped[int | None] = mapped_column(ForeignKey("report.id"), index=True)

    pact: Mapped[Pact] = relationship()
    report: Mapped[Report | None] = relationship(foreign_keys=[report_id])
    accounted_in: Mapped[Report | None] = relationship(foreign_keys=[accounted_in_id])

    @property
    def is_open(self) -> bool:
        """Whether a payment is still to be recorded."""
        return self.paid_on is None and bool(self.amount)
