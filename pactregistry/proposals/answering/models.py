"""The score of one entry by one criterion of its call. Art. 11(2), 16(3)."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Numeric, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pactregistry.database import Base, UTCDateTime


class Score(Base):
    """How many points an entry gets by one criterion, and why; between officers until decided."""

    __tablename__ = "call_score"
    __table_args__ = (
        UniqueConstraint("proposal_id", "criterion"),
        CheckConstraint("points >= 0", name="not_below_zero"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"), index=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), index=True)
    criterion: Mapped[str]
    points: Mapped[Decimal] = mapped_column(Numeric(8, 2))
    sentence: Mapped[str] = mapped_column(default="")
    scored_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    scored_at: Mapped[datetime] = mapped_column(UTCDateTime)
