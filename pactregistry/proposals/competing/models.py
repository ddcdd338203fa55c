"""Proposals on one commons, what was said between them, and a text of all. Art. 10(7), 3(1)b."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pactregistry.database import Base, UTCDateTime
from pactregistry.proposals.models import Proposal


class Competition(Base):
    """Proposals declared competing in one act; `comparison` is the office's public note."""

    __tablename__ = "competition"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    commons_id: Mapped[int | None] = mapped_column(ForeignKey("commons.id"), index=True)
    place_name: Mapped[str] = mapped_column(default="")
    district: Mapped[str] = mapped_column(default="")
    comparison: Mapped[str] = mapped_column(default="")
    declared_on: Mapped[date]
    declared_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    recorded_at: Mapped[datetime] = mapped_column(UTCDateTime)

    rivals: Mapped[list["Rival"]] = relationship(
        back_populates="competition", order_by="Rival.proposal_id"
    )


class Rival(Base):
    """One proposal of a competition; it stays on the list when it has ended."""

    __tablename__ = "competition_rival"
    __table_args__ = (UniqueConstraint("competition_id", "proposal_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    competition_id: Mapped[int] = mapped_column(ForeignKey("competition.id"))
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), index=True)
    joined_on: Mapped[date]

    competition: Mapped[Competition] = relationship(back_populates="rivals")
    proposal: Mapped[Proposal] = relationship()


class Meeting(Base):
    """A meeting of the parties: numbers and roles are public, names never; scans lie beside it.

    `public` is false where the minutes are for the parties only.
    """

    __tablename__ = "competition_meeting"

    id: Mapped[int] = mapped_column(primary_key=True)
    competition_id: Mapped[int] = mapped_column(ForeignKey("competition.id"), index=True)
    held_on: Mapped[date]
    place: Mapped[str]
    people: Mapped[int | None]
    roles: Mapped[str] = mapped_column(default="")
    names: Mapped[str] = mapped_column(default="")
    minutes: Mapped[str] = mapped_column(default="")
    public: Mapped[bool] = mapped_column(default=True)
    source_document: Mapped[str] = mapped_column(default="")
    recorded_at: Mapped[datetime] = mapped_column(UTCDateTime)
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


class JointText(Base):
    """A text of all the rivals; never changed: another wording is another text, asked anew.

    `proposal_id` is the file that would go on with it.
    """

    __tablename__ = "joint_text"

    id: Mapped[int] = mapped_column(primary_key=True)
    competition_id: Mapped[int] = mapped_column(ForeignKey("competition.id"), index=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"))
    title: Mapped[str]
    summary: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(default="")
    benefits: Mapped[str] = mapped_column(default="")
    support_asked: Mapped[str] = mapped_column(default="")
    leading: Mapped[str] = mapped_column(default="")
    written_on: Mapped[date]
    written_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    recorded_at: Mapped[datetime] = mapped_column(UTCDateTime)
    joined_on: Mapped[date | None]

    proposal: Mapped[Proposal] = relationship()
    consents: Mapped[list["Consent"]] = relationship(
        back_populates="joint_text", order_by="Consent.proposal_id"
    )


class Consent(Base):
    """One author's answer to a joint text, given once; a remark stays between the parties."""

    __tablename__ = "joint_text_consent"
    __table_args__ = (UniqueConstraint("joint_text_id", "proposal_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    joint_text_id: Mapped[int] = mapped_column(ForeignKey("joint_text.id"))
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"))
    agrees: Mapped[bool]
    remark: Mapped[str] = mapped_column(default="")
    given_on: Mapped[date]
    given_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    recorded_at: Mapped[datetime] = mapped_column(UTCDateTime)
    source_document: Mapped[str] = mapped_column(default="")

    joint_text: Mapped[JointText] = relationship(back_populates="consents")
