"""What schedulers leave behind: a sign of life for the health page, and the turns they took."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from pactregistry.database import Base, UTCDateTime, db

SILENCE = timedelta(minutes=5)
SCHEDULER = "scheduler"
KEPT = timedelta(days=1)  # how long a turn is remembered


class Pulse(Base):
    """When a process last said that it works."""

    __tablename__ = "pulse"

    process: Mapped[str] = mapped_column(primary_key=True)
    beat_at: Mapped[datetime] = mapped_column(UTCDateTime)


def beat(now: datetime) -> None:
    """Say that the scheduler works; does not commit."""
    pulse = db.session.get(Pulse, SCHEDULER)
    if pulse is None:
        db.session.add(Pulse(process=SCHEDULER, beat_at=now))
    else:
        pulse.beat_at = now


def is_alive(now: datetime) -> bool:
    """Whether the scheduler gave a sign of life within `SILENCE`."""
    pulse = db.session.get(Pulse, SCHEDULER)
    return pulse is not None and abs(now - pulse.beat_at) <= SILENCE


class Claim(Base):
    """That one scheduler took one turn of one job: the others then leave it."""

    __tablename__ = "claim"

    job: Mapped[str] = mapped_column(primary_key=True)
    slot: Mapped[datetime] = mapped_column(UTCDateTime, primary_key=True)


def claim(job: str, slot: datetime) -> bool:
    """Take a turn of a job, or say that another scheduler has it; commits, as a claim must."""
    db.session.execute(delete(Claim).where(Claim.job == job, Claim.slot < slot - KEPT))
    db.session.add(Claim(job=job, slot=slot))
    try:
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
        return False
    return True
