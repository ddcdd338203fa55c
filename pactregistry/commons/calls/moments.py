"""The minute at which a call opens or closes, on the city's clock. Art. 11(2).

Twice a year the clock is put on or back: one hour is missing, another comes twice.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)


class Unsettled(Exception):
    """A civil time that names no instant, or two."""


class Missing(Unsettled):
    """The clock is put on over this time: it does not exist on that day."""


class Twice(Unsettled):
    """The clock is put back over this time: it comes twice on that day."""


def instant_of(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The instant of a civil time.

    Raises:
        Missing: the time does not exist on that day.
        Twice: it comes twice.
    """
    first = datetime.combine(day, at, zone)
    if first.utcoffset() == first.replace(fold=1).utcoffset():
        return first.astimezone(UTC)
    there_and_back = first.astimezone(UTC).astimezone(zone)
    raise Twice if there_and_back.replace(tzinfo=None) == first.replace(tzinfo=None) else Missing


def has_closed(closes_at: datetime, moment: datetime) -> bool:
    """Whether a moment comes too late: the minute that is named still counts in full."""
    return moment >= closes_at + MINUTE


@dataclass(frozen=True)
class Left:
    """What remains, in the one unit that says enough: days, else hours, else minutes."""

    days: int = 0
    hours: int = 0
    minutes: int = 0


def left_until(closes_at: datetime, now: datetime) -> Left | None:
    """What remains until entries are no longer taken; None when nothing does."""
    if has_closed(closes_at, now):
        return None
    rest = closes_at + MINUTE - now
    if rest.days:
        return Left(days=rest.days)
    hours, seconds = divmod(rest.seconds, 3600)
    return Left(hours=hours) if hours else Left(minutes=max(1, seconds // 60))


def days_between(opens_at: datetime, closes_at: datetime, zone: ZoneInfo) -> int:
    """The civil days from one moment to another; the first day is not counted."""
    return (closes_at.astimezone(zone).date() - opens_at.astimezone(zone).date()).days
