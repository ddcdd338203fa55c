"""An urban commons as the City lists it. Art. 2(1)a, 7(4), 8(2), 8(3), 10(6), 14, 16."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, event
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from pactregistry.database import Base, UTCDateTime, folded
from pactregistry.journal import Subject
from pactregistry.workflow.states import CommonsKind, OwnerKind


class Commons(Base, Subject):
    """One good of the inventory; public once it is listed.

    `geometry` is GeoJSON in longitude and latitude, None for what has no place; longitude and
    latitude are the point that stands for it. `reserved_for` is empty, `social_innovation`
    (Art. 7(4)) or `creativity` (Art. 8(2)). The public reads the owner's kind, and the name only
    where `owner_public` says that it is no person's.
    """

    __tablename__ = "commons"
    __table_args__ = (
        # One that was proposed and declined never stood on the list, and has no number.
        CheckConstraint(
            "state IN ('proposed', 'withdrawn') OR number IS NOT NULL", name="numbered_when_listed"
        ),
    )

    number: Mapped[str | None] = mapped_column(unique=True)
    kind: Mapped[CommonsKind]
    name: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    aims: Mapped[str] = mapped_column(default="")
    availability: Mapped[str] = mapped_column(default="")
    theme: Mapped[str] = mapped_column(default="")
    district: Mapped[str] = mapped_column(default="", index=True)
    address: Mapped[str] = mapped_column(default="")
    longitude: Mapped[float | None]
    latitude: Mapped[float | None]
    geometry: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    url: Mapped[str] = mapped_column(default="")  # where a digital good lives
    licence: Mapped[str] = mapped_column(default="")
    owner_kind: Mapped[OwnerKind] = mapped_column(default=OwnerKind.CITY)
    owner: Mapped[str] = mapped_column(default="")
    owner_public: Mapped[bool] = mapped_column(default=False)
    heritage_protected: Mapped[bool] = mapped_column(default=False)
    confiscated: Mapped[bool] = mapped_column(default=False)
    source_act: Mapped[str] = mapped_column(default="")
    reserved_for: Mapped[str] = mapped_column(default="")
    temporary_use: Mapped[bool] = mapped_column(default=False)
    temporary_use_until: Mapped[date | None]
    proposed_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    listed_on: Mapped[date | None]
    reviewed_on: Mapped[date | None]  # the day on which the City last confirmed the entry
    search_text: Mapped[str] = mapped_column(default="")


@event.listens_for(Commons, "before_insert")
@event.listens_for(Commons, "before_update")
def _fold(mapper: Mapper[Commons], connection: object, commons: Commons) -> None:  # noqa: ARG001 - SQLAlchemy's signature
    commons.search_text = folded(
        f"{commons.name} {commons.description} {commons.aims} {commons.address} {commons.theme}"
    )
