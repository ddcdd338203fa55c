"""Attachments: papers that stand with a proposal, a pact or a report (Art. 4(4), 5(2), 15(2))."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from pactregistry.database import Base, UTCDateTime, db


class Attachment(Base):
    """A file that stands with a subject; its content lies in the store under its digest."""

    __tablename__ = "attachment"
    __table_args__ = (
        UniqueConstraint("subject_kind", "subject_id", "sha256"),
        Index(None, "sha256"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    subject_kind: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[int]
    label: Mapped[str] = mapped_column(String(200))
    name: Mapped[str] = mapped_column(String(120))
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    pages: Mapped[int | None]
    public: Mapped[bool] = mapped_column(default=False)
    added_at: Mapped[datetime] = mapped_column(UTCDateTime)
    added_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


def attachments_of(subject_kind: str, subject_id: int) -> Sequence[Attachment]:
    """Give the attachments of a subject, the oldest first."""
    query = select(Attachment).where(
        Attachment.subject_kind == subject_kind, Attachment.subject_id == subject_id
    )
    return db.session.scalars(query.order_by(Attachment.added_at, Attachment.id)).all()


def attachment(attachment_id: int) -> Attachment | None:
    """Give one attachment, or None."""
    return db.session.get(Attachment, attachment_id)


def attachment_with_content(subject_kind: str, subject_id: int, sha256: str) -> Attachment | None:
    """Give the attachment of a subject that has this content, or None."""
    query = select(Attachment).where(
        Attachment.subject_kind == subject_kind,
        Attachment.subject_id == subject_id,
        Attachment.sha256 == sha256,
    )
    return db.session.scalars(query).one_or_none()
