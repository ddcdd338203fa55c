"""An evaluation and its externalities, as text and as figures. Art. 30(8)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pactregistry.database import Base, UTCDateTime
from pactregistry.pacts.models import Pact
from pactregistry.workflow.states_reports import Outcome


class Evaluation(Base):
    """What both sides found; never changed: a later one is another row.

    `externalities` are `{text, sign, reach, nature, value, unit}`: positive or negative, direct or
    indirect, tangible or intangible; value (decimal string) and unit may be empty.
    """

    __tablename__ = "evaluation"

    id: Mapped[int] = mapped_column(primary_key=True)
    pact_id: Mapped[int] = mapped_column(ForeignKey("pact.id"), index=True)
    outcome: Mapped[Outcome]
    occurred_on: Mapped[date]
    recorded_at: Mapped[datetime] = mapped_column(UTCDateTime)
    reasons: Mapped[str]
    taking_part: Mapped[str] = mapped_column(default="")  # how the citizens took part, and when
    citizens_view: Mapped[str] = mapped_column(default="")
    what_changes: Mapped[str] = mapped_column(default="")
    externalities: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)

    pact: Mapped[Pact] = relationship()
