"""A report on a pact: its parts, figures, photographs and costs. Art. 24(5)-(7), 30."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Numeric, UniqueConstraint, exists
from sqlalchemy.orm import Mapped, aliased, column_property, mapped_column, relationship

from pactregistry.database import Base, UTCDateTime
from pactregistry.documents.models import Attachment
from pactregistry.journal import Subject
from pactregistry.pacts.models import Pact
from pactregistry.workflow.states_reports import CostVerdict, ReportKind


class PaidBy(StrEnum):
    """Whose money paid a cost: only what is asked back is reimbursed. Art. 24, 25, 30(4)d."""

    ASKED_BACK = "asked_back"
    RAISED = "raised"
    OWN = "own"


class Report(Base, Subject):
    """A report of the citizens on a period of a pact; `kind` says what for. Art. 24(5), 30(3).

    `parts` holds the texts by key of the pack's parts, with `problems` and `ideas`; `revisions`
    counts the changes of each piece of the form, so that two people may write different pieces at
    once. The two contents and digests fix what the files print, so that they can be made again.
    """

    __tablename__ = "report"
    __table_args__ = (
        CheckConstraint("period_from <= period_to", name="period_in_order"),
        UniqueConstraint("pact_id", "kind", "period_to"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    pact_id: Mapped[int] = mapped_column(ForeignKey("pact.id"), index=True)
    kind: Mapped[ReportKind]
    period_from: Mapped[date]
    period_to: Mapped[date]
    due_on: Mapped[date | None] = mapped_column(index=True)  # None: the city sets no term
    short: Mapped[bool] = mapped_column(default=False)
    parts: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    revisions: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    submitted_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    submitted_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    examine_by: Mapped[date | None]
    # The file was closed without this report: nobody is reminded of it any more. Art. 30(3), 34
    unreported_on: Mapped[date | None]
    remarks: Mapped[str] = mapped_column(default="")  # of the office, with what it returned
    published_at: Mapped[datetime | None] = mapped_column(UTCDateTime, index=True)
    public_content: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    public_sha256: Mapped[str | None]

    if TYPE_CHECKING:  # mapped at the end, since it asks the same table twice
        superseded: Mapped[bool]

    pact: Mapped[Pact] = relationship()
    figures: Mapped[list["Figure"]] = relationship(
        back_populates="report", order_by="Figure.id", cascade="all, delete-orphan"
    )
    photographs: Mapped[list["Photograph"]] = relationship(
        back_populates="report", order_by="Photograph.id", cascade="all, delete-orphan"
    )
    costs: Mapped[list["Cost"]] = relationship(
        back_populates="report", order_by="Cost.id", cascade="all, delete-orphan"
    )

    @property
    def title(self) -> str:
        """The pact's title: the kind and the period stand beside it."""
        return self.pact.title

    @property
    def summary(self) -> str:
        """The results in the citizens' own words, for the feed."""
        return self.parts.get("results", "")


class Figure(Base):
    """One figure: an indicator of the pack, or the pact's own (`own.` before its key). Art. 30(5).

    `label` and `definition` are kept for the pact's own only; the pack says those of its own.
    """

    __tablename__ = "report_figure"
    __table_args__ = (
        UniqueConstraint("report_id", "code"),
        CheckConstraint("value >= 0", name="not_negative"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"), index=True)
    code: Mapped[str] = mapped_column(index=True)
    value: Mapped[Decimal] = mapped_column(Numeric(14, 2))
    unit: Mapped[str]
    label: Mapped[str] = mapped_column(default="")
    definition: Mapped[str] = mapped_column(default="")
    explanation: Mapped[str] = mapped_column(default="")

    report: Mapped[Report] = relationship(back_populates="figures")


class Photograph(Base):
    """A photograph with its caption; public only where those who are on it agreed. Art. 30(6)."""

    __tablename__ = "report_photograph"

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"), index=True)
    attachment_id: Mapped[int] = mapped_column(ForeignKey("attachment.id"))
    caption: Mapped[str] = mapped_column(default="")
    faces: Mapped[bool] = mapped_column(default=False)  # somebody can be recognised
    consent: Mapped[bool] = mapped_column(default=False)  # and agreed to be shown

    report: Mapped[Report] = relationship(back_populates="photographs")
    attachment: Mapped[Attachment] = relationship()

    @property
    def is_public(self) -> bool:
        """Whether it may be shown: nobody can be recognised, or who can has agreed."""
        return not self.faces or self.consent


class Cost(Base):
    """A cost with its receipt; `own_work` is pay for the citizens' own work. Art. 24(3), 24(5)-(7).

    `category` is a key of the pack's expense categories, `fee_purpose` of its fee purposes.
    """

    __tablename__ = "report_cost"
    __table_args__ = (CheckConstraint("amount > 0", name="something"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"), index=True)
    category: Mapped[str]
    fee_purpose: Mapped[str] = mapped_column(default="")
    description: Mapped[str]
    amount: Mapped[Decimal] = mapped_column(Numeric(12, 2))
    spent_on: Mapped[date]
    paid_by: Mapped[PaidBy] = mapped_column(default=PaidBy.ASKED_BACK)
    own_work: Mapped[bool] = mapped_column(default=False)
    receipt_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"))
    verdict: Mapped[CostVerdict] = mapped_column(default=CostVerdict.OPEN)
    verdict_reason: Mapped[str] = mapped_column(default="")

    report: Mapped[Report] = relationship(back_populates="costs")
    receipt: Mapped[Attachment | None] = relationship()


_later = aliased(Report)
# A pact that was taken up again ends again: its last final report tells of it all. Art. 30(3)
Report.superseded = column_property(
    exists()
    .where(
        Report.kind == ReportKind.FINAL,
        _later.kind == ReportKind.FINAL,
        _later.pact_id == Report.pact_id,
        _later.period_to > Report.period_to,
    )
    .correlate(Report.__table__)
)
