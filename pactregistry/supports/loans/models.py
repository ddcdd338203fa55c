"""What the City lends: things counted in a stock, and free loans of them. Art. 22."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pactregistry.database import Base, UTCDateTime
from pactregistry.journal import Subject
from pactregistry.workflow.clocks import last_day
from pactregistry.workflow.states import LoanState

FOREVER = date.max  # no day is known on which it comes back


class Thing(Base):
    """A kind of thing in the City's stock, counted; `protective` where it protects who works."""

    __tablename__ = "thing"
    __table_args__ = (CheckConstraint("quantity >= 0", name="counted"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    unit: Mapped[str] = mapped_column(default="")
    quantity: Mapped[int]
    protective: Mapped[bool] = mapped_column(default=False)
    office: Mapped[str] = mapped_column(default="")
    condition: Mapped[str] = mapped_column(default="")
    offered: Mapped[bool] = mapped_column(default=True)


class Loan(Base, Subject):
    """A free loan, for an activity, for a pact or for neither; overdue is computed. Art. 22(2).

    The borrower is private. `since` is the first day on which the things are kept for it.
    """

    __tablename__ = "loan"
    __table_args__ = (
        CheckConstraint(
            "account_id IS NOT NULL OR group_id IS NOT NULL OR borrower_name <> ''",
            name="has_borrower",
        ),
        CheckConstraint("due_on >= since", name="ends_after_it_begins"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("group.id"), index=True)
    borrower_name: Mapped[str] = mapped_column(default="")
    borrower_contact: Mapped[str] = mapped_column(default="")
    activity_id: Mapped[int | None] = mapped_column(ForeignKey("activity.id"), index=True)
    pact_id: Mapped[int | None] = mapped_column(ForeignKey("pact.id"), index=True)
    purpose: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    since: Mapped[date]
    due_on: Mapped[date] = mapped_column(index=True)
    handed_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    condition_out: Mapped[str] = mapped_column(default="")
    condition_in: Mapped[str] = mapped_column(default="")
    sub_loan_allowed: Mapped[bool] = mapped_column(default=False)

    lines: Mapped[list["LoanLine"]] = relationship(back_populates="loan", order_by="LoanLine.id")
    sub_loans: Mapped[list["SubLoan"]] = relationship(back_populates="loan", order_by="SubLoan.id")

    def late_days(self, today: date) -> int:
        """Days past the last one while the things are out, 0 when in time."""
        return max(0, (today - self.due_on).days) if self.state == LoanState.LENT else 0

    def kept_until(self, today: date) -> date:
        """The last day on which the things are not free; what is overdue has none."""
        return FOREVER if self.late_days(today) else self.due_on

    @property
    def is_over(self) -> bool:
        """Whether nothing is out or kept any more."""
        return self.state not in {LoanState.AGREED, LoanState.LENT}


class LoanLine(Base):
    """So many of one thing; `came_back` is counted at the return."""

    __tablename__ = "loan_line"
    __table_args__ = (CheckConstraint("quantity > 0", name="something"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    loan_id: Mapped[int] = mapped_column(ForeignKey("loan.id"), index=True)
    thing_id: Mapped[int] = mapped_column(ForeignKey("thing.id"), index=True)
    quantity: Mapped[int]
    came_back: Mapped[int | None]

    loan: Mapped[Loan] = relationship(back_populates="lines")
    thing: Mapped[Thing] = relationship()


class SubLoan(Base):
    """Things that the borrower lent on to somebody else; the name is private. Art. 22(3)."""

    __tablename__ = "sub_loan"

    id: Mapped[int] = mapped_column(primary_key=True)
    loan_id: Mapped[int] = mapped_column(ForeignKey("loan.id"), index=True)
    to_name: Mapped[str]
    what: Mapped[str] = mapped_column(default="")
    lent_on: Mapped[date]
    until: Mapped[date]
    back_on: Mapped[date | None]

    loan: Mapped[Loan] = relationship(back_populates="sub_loans")


def return_day(day: date, days: int) -> date:
    """The day on which things lent for a day come back, so many days after it."""
    return last_day(day, days)
