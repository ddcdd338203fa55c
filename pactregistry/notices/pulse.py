"""The scheduler's sign of life, read by the health page."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Mapped, mapped_column

from pactregistry.database import Base, UTCDateTime, db

SILENCE = timedelta(minutes=5)
SCHEDULER = "scheduler"


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
