"""A public call with its own questions, terms and criteria. Art. 11(1)a, 11(2), 16(3)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, ForeignKey, Table, event
from sqlalchemy.orm import Mapped, Mapper, mapped_column, relationship

from pactregistry.commons.inventory.models import Commons
from pactregistry.database import Base, UTCDateTime, folded
from pactregistry.journal import Subject

OFFERED = Table(
    "call_commons",
    Base.metadata,
    Column("call_id", ForeignKey("call.id"), primary_key=True),
    Column("commons_id", ForeignKey("commons.id"), primary_key=True, index=True),
)


class Call(Base, Subject):
    """One public call; its moments and terms override those of the pack (source: notice).

    `terms` maps a term's key to days, `questions` are `{key, label, help, required}`, `criteria`
    are `{key, label, highest}`. Entries are taken up to and including the minute `closes_at`.
    """

    __tablename__ = "call"

    number: Mapped[str | None] = mapped_column(unique=True)
    title: Mapped[str]
    summary: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    emergency: Mapped[bool] = mapped_column(default=False)
    emergency_grounds: Mapped[str] = mapped_column(default="")
    theme: Mapped[str] = mapped_column(default="")
    district: Mapped[str] = mapped_column(default="", index=True)
    office: Mapped[str] = mapped_column(default="")
    act: Mapped[str] = mapped_column(default="")
    opens_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    closes_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    terms: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)
    questions: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    criteria: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    places_offered: Mapped[int | None]  # how many entries can be taken, None without a limit
    least_total: Mapped[int | None]  # the score below which no entry is taken, None without
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    decided_on: Mapped[date | None]
    search_text: Mapped[str] = mapped_column(default="")

    commons: Mapped[list[Commons]] = relationship(secondary=OFFERED, order_by=Commons.name)


@event.listens_for(Call, "before_insert")
@event.listens_for(Call, "before_update")
def _fold(mapper: Mapper[Any], connection: object, call: Call) -> None:  # noqa: ARG001 - SQLAlchemy's signature
    call.search_text = folded(f"{call.title} {call.summary} {call.theme} {call.text}")
