"""Clocks: a deadline is a civil date computed from the journal. Art. 11(4), 11(5), 33(2).

The opening day is not counted, the last day is, until midnight in the city's time zone.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from pactregistry.workflow.engine import ClockEffect


class Unit(StrEnum):
    """What a term counts."""

    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


class ClockState(StrEnum):
    """Where a clock stands on a given day."""

    UNANNOUNCED = "unannounced"
    RUNNING = "running"
    STOPPED = "stopped"
    LATE = "late"
    ENDED = "ended"


def civil_day(instant: datetime, zone: ZoneInfo) -> date:
    """The day on the city's calendar at an instant."""
    return instant.astimezone(zone).date()


def end_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The midnight that ends a civil day, as an instant in UTC."""
    return datetime.combine(day + timedelta(days=1), time(), zone).astimezone(UTC)


def last_day(start: date, amount: int, unit: Unit = Unit.DAYS) -> date:
    """The last day of a term; months and years end on the same day number, or the month's last.

    A term that would go on after the calendar's last day ends with it.
    """
    if unit is Unit.DAYS:
        return start + timedelta(days=min(amount, (date.max - start).days))
    months = amount * (12 if unit is Unit.YEARS else 1)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True)
class Clock:
    """One term as it stands on a day: opened, stopped days taken out, due or late."""

    state: ClockState
    opened: date
    today: date
    term: int | None
    stopped_days: int
    due: date | None
    ended: date | None

    @property
    def elapsed(self) -> int:
        """Days counted so far, without the stopped ones."""
        return ((self.ended or self.today) - self.opened).days - self.stopped_days

    @property
    def left(self) -> int | None:
        """Days until the last one, negative when late; None where no term was announced."""
        return None if self.due is None else (self.due - (self.ended or self.today)).days

    @property
    def late(self) -> int:
        """Days past the last one, 0 when in time."""
        return max(0, -(self.left or 0))


def read_clock(
    marks: Iterable[tuple[ClockEffect, date]], term: int | None, today: date
) -> Clock | None:
    """Fold the journal's clock marks, in their order, into a clock; None before it starts.

    A mark later than `today` is not read, so that the clock of a past day stays what it was.
    """
    opened: date | None = None
    stopped: date | None = None
    ended: date | None = None
    stopped_days = 0
    for effect, day in marks:
        if day > today:
            continue
        if effect is ClockEffect.STARTS:
            opened, stopped, ended, stopped_days = day, None, None, 0
            continue
        # A reopened file goes on counting: the days that it was closed are not the City's.
        since = stopped or ended or day
        # Papers that came before they were asked for stopped nothing.
        stopped_days += max(0, (day - since).days)
        stopped = day if effect is ClockEffect.STOPS else None
        ended = day if effect is ClockEffect.ENDS else None
    if opened is None:
        return None
    pending = (today - stopped).days if stopped else 0
    due = None if term is None else last_day(opened, term + stopped_days + pending)
    state = _state(term, stopped, ended, due, today)
    return Clock(state, opened, today, term, stopped_days + pending, due, ended)


def _state(
    term: int | None, stopped: date | None, ended: date | None, due: date | None, today: date
) -> ClockState:
    if ended is not None:
        return ClockState.ENDED
    if stopped is not None:
        return ClockState.STOPPED
    if term is None or due is None:
        return ClockState.UNANNOUNCED
    return ClockState.LATE if today > due else ClockState.RUNNING
