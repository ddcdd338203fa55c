"""Sign-ins that stand, attempts that a limit counts, forms that were done."""

from datetime import datetime

from sqlalchemy import ForeignKey, func, select
from sqlalchemy.orm import Mapped, mapped_column

from pactregistry.database import Base, UTCDateTime, db


class Attempt(Base):
    """One try that a limit counts; whose it was lies under a keyed digest."""

    __tablename__ = "attempt"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime] = mapped_column(UTCDateTime, index=True)


class RequestDone(Base):
    """A form that was done, under a keyed digest of all that it held, and the page it led to."""

    __tablename__ = "request_done"

    key: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UTCDateTime, index=True)
    result: Mapped[str] = mapped_column(default="")


class SignIn(Base):
    """One sign-in that stands: the session cookie counts only while its row is here."""

    __tablename__ = "sign_in"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    began_at: Mapped[datetime] = mapped_column(UTCDateTime)
    seen_at: Mapped[datetime] = mapped_column(UTCDateTime, index=True)
    code_passed: Mapped[bool]


def attempts_since(key: str, moment: datetime) -> int:
    """How many attempts under a key were noted since a moment."""
    query = select(func.count()).where(Attempt.key == key, Attempt.at > moment)
    return db.session.scalar(query) or 0


def sign_in_with(key: str) -> SignIn | None:
    """The sign-in that stands under a key."""
    return db.session.scalar(select(SignIn).where(SignIn.key == key))
