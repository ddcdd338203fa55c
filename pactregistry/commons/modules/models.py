"""Predefined modules with their versions, and activities under them. Art. 10(4), 11(3), 12, 29."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Numeric, UniqueConstraint, event
from sqlalchemy.orm import Mapped, Mapper, mapped_column, relationship

from pactregistry.commons.inventory.models import Commons
from pactregistry.database import Base, UTCDateTime, folded
from pactregistry.journal import Subject
from pactregistry.languages import in_language
from pactregistry.workflow.states import CommonsKind, Intensity


class Module(Base, Subject):
    """One version of a predefined module; its family shares a `key`. Art. 11(3), 29(1).

    Texts are by language; the one in `language` binds. `conditions` is what `conditions.Conditions`
    reads; `kit` are `{thing_id, quantity}`. Its state says which version is in force.
    """

    __tablename__ = "module"
    __table_args__ = (UniqueConstraint("key", "ordinal"),)

    key: Mapped[str] = mapped_column(index=True)
    ordinal: Mapped[int]
    language: Mapped[str]
    titles: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    scopes: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    terms: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    risk_sheets: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    conditions: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    kit: Mapped[list[dict[str, int]]] = mapped_column(JSON, default=list)
    loan_days: Mapped[int] = mapped_column(default=0)
    fetch_days: Mapped[int] = mapped_column(default=0)
    emergency: Mapped[bool] = mapped_column(default=False)
    act: Mapped[str] = mapped_column(default="")
    office: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    in_force_from: Mapped[date | None]
    ended_on: Mapped[date | None]
    search_text: Mapped[str] = mapped_column(default="")

    @property
    def number(self) -> str:
        """The family's key with the number of the version, as it is cited."""
        return f"{self.key}/{self.ordinal}"

    @property
    def title(self) -> str:
        """Its name in the reader's language, else in the binding one."""
        return text_in(self.titles, self.language)

    @property
    def summary(self) -> str:
        """What may be done, in the reader's language, else in the binding one."""
        return text_in(self.scopes, self.language)


class Activity(Base, Subject):
    """Something done under a module: authorised at once, with no pact. Art. 10(4), 12(1).

    The author is private; `public_author` is what the public reads, empty for nobody's name. The
    acceptance (who, when, which version) stands here and in the journal; `terms_sha256` is the
    fingerprint of the words that were accepted.
    """

    __tablename__ = "activity"
    __table_args__ = (
        CheckConstraint("author_id IS NOT NULL OR author_name <> ''", name="has_author"),
        CheckConstraint("people_count > 0", name="somebody_comes"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    module_id: Mapped[int] = mapped_column(ForeignKey("module.id"), index=True)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    author_name: Mapped[str] = mapped_column(default="")
    author_contact: Mapped[str] = mapped_column(default="")
    entered_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    group_id: Mapped[int | None] = mapped_column(ForeignKey("group.id"), index=True)
    public_author: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)

    commons_id: Mapped[int | None] = mapped_column(ForeignKey("commons.id"), index=True)
    commons_kind: Mapped[CommonsKind | None]
    place_name: Mapped[str]
    district: Mapped[str] = mapped_column(default="", index=True)
    longitude: Mapped[float | None]
    latitude: Mapped[float | None]
    happens_on: Mapped[date] = mapped_column(index=True)
    items: Mapped[int | None]
    people_count: Mapped[int]
    answers: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    owner_consent: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")

    accepted_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    terms_sha256: Mapped[str] = mapped_column(default="")

    done_on: Mapped[date | None] = mapped_column(index=True)
    items_done: Mapped[int | None]
    people_came: Mapped[int | None]
    hours: Mapped[Decimal | None] = mapped_column(Numeric(7, 2))
    told: Mapped[str] = mapped_column(default="")

    module: Mapped[Module] = relationship()
    commons: Mapped[Commons | None] = relationship()

    @property
    def title(self) -> str:
        """The module's name and the place."""
        return f"{self.module.title}, {self.place_name}"

    @property
    def summary(self) -> str:
        """What its author told of it, for the feed."""
        return self.told

    @property
    def intensity(self) -> Intensity:
        """Activities are occasional care. Art. 12(1)."""
        return Intensity.OCCASIONAL


def text_in(texts: Mapping[str, str], binding: str) -> str:
    """A text in the reader's language, else in the binding one."""
    written = {code: text for code, text in texts.items() if text}
    return in_language({binding: texts.get(binding, ""), **written})


@event.listens_for(Module, "before_insert")
@event.listens_for(Module, "before_update")
def _fold_module(mapper: Mapper[Module], connection: object, module: Module) -> None:  # noqa: ARG001 - SQLAlchemy's signature
    words = (module.key, *module.titles.values(), *module.scopes.values())
    module.search_text = folded(" ".join(words))


@event.listens_for(Activity, "before_insert")
@event.listens_for(Activity, "before_update")
def _fold_activity(mapper: Mapper[Activity], connection: object, activity: Activity) -> None:  # noqa: ARG001 - SQLAlchemy's signature
    activity.search_text = folded(f"{activity.number} {activity.place_name}")
