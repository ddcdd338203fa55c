"""The minute of a call on the city's clock: daylight changes, the last minute, what is left."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from pactregistry.commons.calls.moments import (
    Left,
    Missing,
    Twice,
    days_between,
    has_closed,
    instant_of,
    left_until,
)

ROME = ZoneInfo("Europe/Rome")
NOON = datetime(2026, 3, 31, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "at", "utc"),
    [
        (date(2026, 3, 28), time(12), "2026-03-28T11:00"),
        (date(2026, 3, 29), time(1, 59), "2026-03-29T00:59"),
        (date(2026, 3, 29), time(3), "2026-03-29T01:00"),
        (date(2026, 10, 25), time(1, 59), "2026-10-24T23:59"),
        (date(2026, 10, 25), time(3), "2026-10-25T02:00"),
        (date(2028, 2, 29), time(23, 59), "2028-02-29T22:59"),
    ],
)
def test_a_civil_minute_is_an_instant(day: date, at: time, utc: str) -> None:
    assert instant_of(day, at, ROME) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


@pytest.mark.parametrize("at", [time(2), time(2, 30), time(2, 59)])
def test_hours_that_a_day_does_not_have_once(at: time) -> None:
    with pytest.raises(Missing):
        instant_of(date(2026, 3, 29), at, ROME)
    with pytest.raises(Twice):
        instant_of(date(2026, 10, 25), at, ROME)


@pytest.mark.parametrize(("seconds", "closed"), [(-1, False), (0, False), (59, False), (60, True)])
def test_the_named_minute_counts_in_full(seconds: int, closed: bool) -> None:
    assert has_closed(NOON, NOON + timedelta(seconds=seconds)) is closed


@pytest.mark.parametrize(
    ("before", "left"),
    [
        (timedelta(days=2), Left(days=2)),
        (timedelta(days=1), Left(days=1)),
        (timedelta(hours=23, minutes=58), Left(hours=23)),
        (timedelta(minutes=59), Left(hours=1)),
        (timedelta(minutes=58), Left(minutes=59)),
        (timedelta(0), Left(minutes=1)),
        (timedelta(minutes=-1), None),
    ],
)
def test_what_is_left(before: timedelta, left: Left | None) -> None:
    assert left_until(NOON, NOON - before) == left


def test_days_are_civil_days() -> None:
    late = datetime(2026, 3, 2, 22, 30, tzinfo=UTC)  # half past eleven in the evening
    assert days_between(late, datetime(2026, 3, 2, 23, 30, tzinfo=UTC), ROME) == 1
