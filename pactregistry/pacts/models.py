"""A pact, the versions of its text, signatories and signatures. Art. 5, 11(10), 11(11)."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Numeric, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pactregistry.database import Base, UTCDateTime
from pactregistry.journal import Subject
from pactregistry.pacts.conditions.place_acts import PlaceDates
from pactregistry.pacts.life.dates import LifeDates
from pactregistry.proposals.models import Comment, Placed, Proposal
from pactregistry.workflow.states import Pace, SignatureKind, Track

if TYPE_CHECKING:
    from pactregistry.pacts.joining.models import Adherent
    from pactregistry.pacts.older import OlderPact


class Purpose(StrEnum):
    """Why a version was opened: the first text, an amendment, a later last day. Art. 5(2)b, m."""

    FIRST = "first"
    AMENDMENT = "amendment"
    EXTENSION = "extension"


class Pact(Base, Subject, Placed, LifeDates, PlaceDates):
    """A collaboration pact: numbered at acceptance, public once signed by all. Art. 5, 11(11)."""

    __tablename__ = "pact"

    number: Mapped[str] = mapped_column(unique=True)
    proposal_id: Mapped[int | None] = mapped_column(ForeignKey("proposal.id"), unique=True)
    track: Mapped[Track]
    pace: Mapped[Pace]
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    signed_on: Mapped[date | None]
    published_at: Mapped[datetime | None] = mapped_column(UTCDateTime, index=True)
    heritage_act: Mapped[str] = mapped_column(default="")
    imported_from: Mapped[str] = mapped_column(default="")
    import_confirmed: Mapped[bool] = mapped_column(default=True)

    # The pact that this one renews. Art. 30(8)
    predecessor_id: Mapped[int | None] = mapped_column(ForeignKey("pact.id"), index=True)

    proposal: Mapped[Proposal | None] = relationship()
    predecessor: Mapped["Pact | None"] = relationship(remote_side="Pact.id")
    # What is known of it where it was signed before this registry was used. Art. 36
    older: Mapped["OlderPact | None"] = relationship(back_populates="pact")
    adherents: Mapped[list["Adherent"]] = relationship(
        back_populates="pact", order_by="Adherent.id"
    )
    versions: Mapped[list["PactVersion"]] = relationship(
        back_populates="pact", order_by="PactVersion.ordinal"
    )

    @property
    def origin(self) -> Proposal | None:
        """The proposal of the pact, or of the first one that it renews: its citizens' side."""
        first: Pact = self
        while first.proposal is None and first.predecessor is not None:
            first = first.predecessor
        return first.proposal


class PactVersion(Base, Subject):
    """One version of a pact's text, from co-design to the last signature."""

    __tablename__ = "pact_version"
    __table_args__ = (UniqueConstraint("pact_id", "ordinal"),)

    pact_id: Mapped[int] = mapped_column(ForeignKey("pact.id"), index=True)
    ordinal: Mapped[int]
    purpose: Mapped[Purpose] = mapped_column(default=Purpose.FIRST)
    opened_because: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    withdrawal_notice_days: Mapped[int]
    # What section b lists as causes, each in a line of its own. Art. 5(2)b
    suspension_causes: Mapped[list[str]] = mapped_column(JSON, default=list)
    end_causes: Mapped[list[str]] = mapped_column(JSON, default=list)
    supervisor: Mapped[str] = mapped_column(default="")
    long_term_grounds: Mapped[str] = mapped_column(default="")
    long_term_amount: Mapped[Decimal | None] = mapped_column(Numeric(12, 2))
    premises: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    determination_number: Mapped[str] = mapped_column(default="")
    determination_date: Mapped[date | None]
    resolution: Mapped[str] = mapped_column(default="")
    onerous_letters: Mapped[list[str]] = mapped_column(JSON, default=list)
    privacy_notice: Mapped[str] = mapped_column(default="")
    # What is stated beside the sections, by group: see `conditions`. Art. 5(3), 13-17, 31
    conditions: Mapped[dict[str, dict[str, Any]]] = mapped_column(JSON, default=dict)
    # Any change of the text moves the row's version: a form opened on an older one is refused.
    changed_at: Mapped[datetime] = mapped_column(UTCDateTime)
    # What the two files print, fixed when each is made: the same bytes come out again.
    frozen_content: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    public_content: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    frozen_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    original_sha256: Mapped[str | None]
    public_sha256: Mapped[str | None]
    signed_on: Mapped[date | None]

    pact: Mapped[Pact] = relationship(back_populates="versions")
    sections: Mapped[list["SectionText"]] = relationship(
        back_populates="pact_version", order_by="SectionText.letter"
    )
    supports: Mapped[list["SupportItem"]] = relationship(
        back_populates="pact_version", order_by="SupportItem.id"
    )
    signatories: Mapped[list["Signatory"]] = relationship(
        back_populates="pact_version", order_by="Signatory.position"
    )


class SectionText(Base):
    """The text of one section in one version, with the agreement of both sides. Art. 5(2)."""

    __tablename__ = "section_text"
    __table_args__ = (
        UniqueConstraint("pact_version_id", "letter"),
        CheckConstraint("NOT not_applicable OR reason <> ''", name="reason_for_not_applicable"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    pact_version_id: Mapped[int] = mapped_column(ForeignKey("pact_version.id"), index=True)
    letter: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    not_applicable: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str] = mapped_column(default="")
    revision: Mapped[int] = mapped_column(default=1)
    citizens_agreed_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    city_agreed_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    pact_version: Mapped[PactVersion] = relationship(back_populates="sections")


class SectionRevision(Base):
    """How a section stood before a change: kept so that differences can be shown side by side."""

    __tablename__ = "section_revision"

    id: Mapped[int] = mapped_column(primary_key=True)
    section_id: Mapped[int] = mapped_column(ForeignKey("section_text.id"), index=True)
    revision: Mapped[int]
    text: Mapped[str]
    not_applicable: Mapped[bool]
    reason: Mapped[str]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    side: Mapped[str]
    written_at: Mapped[datetime] = mapped_column(UTCDateTime)


class Remark(Base):
    """A remark of one side on a section, until it is settled."""

    __tablename__ = "remark"

    id: Mapped[int] = mapped_column(primary_key=True)
    pact_version_id: Mapped[int] = mapped_column(ForeignKey("pact_version.id"), index=True)
    letter: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    side: Mapped[str]
    text: Mapped[str]
    written_at: Mapped[datetime] = mapped_column(UTCDateTime)
    settled_at: Mapped[datetime | None] = mapped_column(UTCDateTime)


class SupportItem(Base):
    """One form of support by the City, with a ceiling where it is money. Art. 5(2)g, 18-27."""

    __tablename__ = "support_item"

    id: Mapped[int] = mapped_column(primary_key=True)
    pact_version_id: Mapped[int] = mapped_column(ForeignKey("pact_version.id"), index=True)
    kind: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    amount_ceiling: Mapped[Decimal | None] = mapped_column(Numeric(12, 2))
    # What its kind asks for: see `supporting`. Art. 18-27
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)

    pact_version: Mapped[PactVersion] = relationship(back_populates="supports")


class Signatory(Base):
    """Who signs a version: a citizen for a side, then the managing officer. Art. 4(3), 11(10)."""

    __tablename__ = "signatory"

    id: Mapped[int] = mapped_column(primary_key=True)
    pact_version_id: Mapped[int] = mapped_column(ForeignKey("pact_version.id"), index=True)
    position: Mapped[int]
    side: Mapped[str]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    name: Mapped[str]
    capacity: Mapped[str] = mapped_column(default="")
    on_behalf_of: Mapped[str] = mapped_column(default="")
    act: Mapped[str] = mapped_column(default="")  # the delegation under which a substitute signs
    public_name: Mapped[str] = mapped_column(default="")

    pact_version: Mapped[PactVersion] = relationship(back_populates="signatories")
    signatures: Mapped[list["Signature"]] = relationship(back_populates="signatory")


class Signature(Base):
    """The record of one signature over the frozen original; voided when the text is reworked."""

    __tablename__ = "signature"

    id: Mapped[int] = mapped_column(primary_key=True)
    signatory_id: Mapped[int] = mapped_column(ForeignKey("signatory.id"), index=True)
    kind: Mapped[SignatureKind]
    identity_check: Mapped[str]
    password_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    occurred_on: Mapped[date]
    recorded_at: Mapped[datetime] = mapped_column(UTCDateTime)
    sha256: Mapped[str]
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"))
    attested_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    onerous_approved: Mapped[bool] = mapped_column(default=False)
    holds_frozen: Mapped[
        bool | None
    ]  # whether an uploaded file holds the frozen one; None: not told
    voided_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    signatory: Mapped[Signatory] = relationship(back_populates="signatures")


class CommentInfluence(Base):
    """Which public comment changed which section: shown on the pact's page. Art. 11(5), 3(1)b."""

    __tablename__ = "comment_influence"
    __table_args__ = (UniqueConstraint("pact_version_id", "letter", "comment_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    pact_version_id: Mapped[int] = mapped_column(ForeignKey("pact_version.id"), index=True)
    letter: Mapped[str]
    comment_id: Mapped[int] = mapped_column(ForeignKey("comment.id"))
    added_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    comment: Mapped[Comment] = relationship()
