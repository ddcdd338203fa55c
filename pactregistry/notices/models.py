"""The outbox: mails as rows, each sent once."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Mapped, mapped_column

from pactregistry.database import Base, UTCDateTime, db


class Mail(Base):
    """One mail to one address, waiting or sent."""

    __tablename__ = "mail"

    id: Mapped[int] = mapped_column(primary_key=True)
    to_address: Mapped[str]
    language: Mapped[str]
    subject: Mapped[str]
    text: Mapped[str]
    queued_at: Mapped[datetime] = mapped_column(UTCDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UTCDateTime, index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    next_attempt_at: Mapped[datetime] = mapped_column(UTCDateTime)
    last_error: Mapped[str] = mapped_column(default="")


class Reminder(Base):
    """That a reminder was queued: the key names file, term and day, so that none is sent twice."""

    __tablename__ = "reminder"

    key: Mapped[str] = mapped_column(primary_key=True)
    queued_on: Mapped[date]


def reminded(key: str) -> date | None:
    """The day on which a reminder was queued, or None."""
    reminder = db.session.get(Reminder, key)
    return None if reminder is None else reminder.queued_on


def reminded_before(prefix: str, day: date) -> bool:
    """Whether a reminder whose key begins so was queued before a day."""
    query = select(Reminder.key).where(
        Reminder.key.startswith(prefix, autoescape=True), Reminder.queued_on < day
    )
    return db.session.scalar(query.limit(1)) is not None


def waiting(now: datetime, limit: int) -> Sequence[Mail]:
    """The mails that are due, oldest first, locked for this sender."""
    query = select(Mail).where(Mail.sent_at.is_(None), Mail.next_attempt_at <= now)
    query = query.order_by(Mail.id).limit(limit).with_for_update(skip_locked=True)
    return db.session.scalars(query).all()


def queue_length() -> int:
    """How many mails wait to be sent."""
    return db.session.scalar(select(func.count()).where(Mail.sent_at.is_(None))) or 0
