"""An evaluation with its externalities, and what citizens wrote for it. Art. 30(8)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Enum, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pactregistry.database import Base, UTCDateTime
from pactregistry.pacts.models import Pact
from pactregistry.people.models import Account
from pactregistry.workflow.states_reports import Outcome


class Evaluation(Base):
    """What both sides found; never changed: a later one is another row.

    `externalities` are `{text, sign, reach, nature, value, unit}`: positive or negative, direct or
    indirect, tangible or intangible; value (decimal string) and unit may be empty.
    """

    __tablename__ = "evaluation"

    id: Mapped[int] = mapped_column(primary_key=True)
    pact_id: Mapped[int] = mapped_column(ForeignKey("pact.id"), index=True)
    outcome: Mapped[Outcome] = mapped_column(Enum(Outcome, name="evaluation_outcome"))
    occurred_on: Mapped[date] = mapped_column(index=True)
    recorded_at: Mapped[datetime] = mapped_column(UTCDateTime)
    reasons: Mapped[str]
    met_on: Mapped[date | None]  # the day on which both sides spoke about it
    taking_part: Mapped[str] = mapped_column(default="")  # how the citizens took part
    citizens_view: Mapped[str] = mapped_column(default="")
    what_changes: Mapped[str] = mapped_column(default="")
    externalities: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)

    pact: Mapped[Pact] = relationship()


class OwnView(Base):
    """What somebody of the citizens' side wrote for an evaluation to come; only added to.

    The two sides read it. What the evaluation takes up of it becomes public there.
    """

    __tablename__ = "own_view"

    id: Mapped[int] = mapped_column(primary_key=True)
    pact_id: Mapped[int] = mapped_column(ForeignKey("pact.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    text: Mapped[str]
    written_at: Mapped[datetime] = mapped_column(UTCDateTime)

    author: Mapped[Account] = relationship()
