"""Clocks: opening day out, last day in, until midnight in the city's zone. Art. 11(4), 11(5)."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactregistry.workflow.clocks import (
    ClockState,
    Unit,
    civil_day,
    end_of_day,
    last_day,
    read_clock,
)
from pactregistry.workflow.engine import ClockEffect

STARTS, STOPS, RESUMES, ENDS = ClockEffect
ROME = ZoneInfo("Europe/Rome")
RECEIVED = date(2026, 3, 2)
TERM = 45
DAY = timedelta(days=1)
days = st.integers(0, 400)


def rome(day: date, hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute, second), ROME)


@pytest.mark.article("11(4)")
def test_the_flowerbeds_are_due_on_16_april() -> None:
    clock = read_clock([(STARTS, RECEIVED)], TERM, RECEIVED)
    assert clock is not None
    assert clock.due == date(2026, 4, 16)
    assert (clock.state, clock.elapsed, clock.left) == (ClockState.RUNNING, 0, 45)


@pytest.mark.article("11(5)")
def test_comments_opened_on_5_march_close_on_20_march() -> None:
    assert last_day(date(2026, 3, 5), 15) == date(2026, 3, 20)


@pytest.mark.article("11(4)")
def test_acceptance_on_3_april_is_on_time_after_32_days() -> None:
    accepted = date(2026, 4, 3)
    clock = read_clock([(STARTS, RECEIVED), (ENDS, accepted)], TERM, accepted + 100 * DAY)
    assert clock is not None
    assert (clock.state, clock.elapsed, clock.late) == (ClockState.ENDED, 32, 0)


@pytest.mark.article("11(4)")
def test_the_last_day_is_in_time_and_the_next_is_late() -> None:
    due = date(2026, 4, 16)
    last = read_clock([(STARTS, RECEIVED)], TERM, due)
    after = read_clock([(STARTS, RECEIVED)], TERM, due + DAY)
    twelve = read_clock([(STARTS, RECEIVED)], TERM, date(2026, 4, 28))
    assert last is not None
    assert after is not None
    assert twelve is not None
    assert (last.state, last.left) == (ClockState.RUNNING, 0)
    assert (after.state, after.late) == (ClockState.LATE, 1)
    assert twelve.late == 12


def test_a_term_that_was_not_announced_is_neither_running_nor_late() -> None:
    clock = read_clock([(STARTS, RECEIVED)], None, RECEIVED + 900 * DAY)
    assert clock is not None
    assert (clock.state, clock.due, clock.left) == (ClockState.UNANNOUNCED, None, None)
    assert clock.late == 0


def test_before_it_is_received_a_file_has_no_clock() -> None:
    assert read_clock([], TERM, RECEIVED) is None
    assert read_clock([(RESUMES, RECEIVED)], TERM, RECEIVED) is None


@pytest.mark.parametrize(
    "stop",
    [
        date(2026, 3, 28),  # the night to 29 March has 23 hours
        date(2026, 10, 24),  # the night to 25 October has 25
    ],
)
def test_a_stop_over_a_daylight_change_counts_days_not_hours(stop: date) -> None:
    opened = stop - 10 * DAY
    marks = [(STARTS, opened), (STOPS, stop), (RESUMES, stop + 3 * DAY)]
    clock = read_clock(marks, TERM, stop + 5 * DAY)
    assert clock is not None
    assert (clock.stopped_days, clock.elapsed) == (3, 12)
    assert clock.due == opened + (TERM + 3) * DAY


@pytest.mark.parametrize("changing", [date(2026, 3, 29), date(2026, 10, 25)])
def test_a_civil_day_ends_at_the_city_s_midnight_when_the_hour_changes(changing: date) -> None:
    for day in (changing - DAY, changing, changing + DAY):
        assert civil_day(rome(day, 0), ROME) == day
        assert civil_day(rome(day, 23, 59, 59), ROME) == day
        midnight = end_of_day(day, ROME)
        assert civil_day(midnight, ROME) == day + DAY
        assert civil_day(midnight - timedelta(microseconds=1), ROME) == day


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 3, 30), 24)]
)
def test_how_long_a_day_is(day: date, hours: int) -> None:
    assert end_of_day(day, ROME) - end_of_day(day - DAY, ROME) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 3, 28, 22, 59, 59, tzinfo=UTC), date(2026, 3, 28)),
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 21, 59, 59, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 22, 59, 59, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), date(2026, 10, 26)),
    ],
)
def test_an_instant_near_midnight_belongs_to_the_city_s_day(instant: datetime, day: date) -> None:
    assert civil_day(instant, ROME) == day


@pytest.mark.parametrize(
    ("start", "amount", "unit", "last"),
    [
        (date(2028, 2, 28), 1, Unit.DAYS, date(2028, 2, 29)),
        (date(2027, 2, 28), 1, Unit.DAYS, date(2027, 3, 1)),
        (date(2028, 2, 29), 1, Unit.YEARS, date(2029, 2, 28)),
        (date(2028, 2, 29), 4, Unit.YEARS, date(2032, 2, 29)),
        (date(2028, 1, 31), 1, Unit.MONTHS, date(2028, 2, 29)),
        (date(2027, 1, 31), 1, Unit.MONTHS, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, Unit.MONTHS, date(2027, 1, 15)),
        (date(2026, 3, 2), 0, Unit.DAYS, date(2026, 3, 2)),
    ],
)
def test_leap_days_and_ends_of_months(start: date, amount: int, unit: Unit, last: date) -> None:
    assert last_day(start, amount, unit) == last


def test_a_stopped_clock_says_so_and_moves_the_last_day_on() -> None:
    stopped = RECEIVED + 10 * DAY
    clock = read_clock([(STARTS, RECEIVED), (STOPS, stopped)], TERM, stopped + 7 * DAY)
    assert clock is not None
    assert (clock.state, clock.elapsed) == (ClockState.STOPPED, 10)
    assert clock.due == RECEIVED + (TERM + 7) * DAY


def test_the_days_that_a_reopened_file_was_closed_are_not_the_city_s() -> None:
    closed = RECEIVED + 20 * DAY
    marks = [(STARTS, RECEIVED), (ENDS, closed), (RESUMES, closed + 30 * DAY)]
    clock = read_clock(marks, TERM, closed + 31 * DAY)
    assert clock is not None
    assert (clock.state, clock.elapsed, clock.stopped_days) == (ClockState.RUNNING, 21, 30)


def test_a_file_that_lapsed_and_came_back_counts_neither_wait() -> None:
    asked, lapsed = RECEIVED + 5 * DAY, RECEIVED + 35 * DAY
    marks = [(STARTS, RECEIVED), (STOPS, asked), (ENDS, lapsed), (RESUMES, lapsed + 10 * DAY)]
    clock = read_clock(marks, TERM, lapsed + 12 * DAY)
    assert clock is not None
    assert clock.elapsed == 7


def test_a_file_reopened_into_waiting_stands_still() -> None:
    asked, withdrawn = RECEIVED + 5 * DAY, RECEIVED + 8 * DAY
    reopened = withdrawn + 4 * DAY
    marks = [(STARTS, RECEIVED), (STOPS, asked), (ENDS, withdrawn), (STOPS, reopened)]
    clock = read_clock(marks, TERM, reopened + 9 * DAY)
    assert clock is not None
    assert (clock.state, clock.elapsed) == (ClockState.STOPPED, 5)


def test_papers_that_came_before_they_were_asked_for_stopped_nothing() -> None:
    asked = RECEIVED + 10 * DAY
    marks = [(STARTS, RECEIVED), (STOPS, asked), (RESUMES, asked - 3 * DAY)]
    clock = read_clock(marks, TERM, asked + DAY)
    assert clock is not None
    assert (clock.stopped_days, clock.elapsed) == (0, 11)


pauses = st.lists(st.tuples(days, days), max_size=6)


def history(pauses_drawn: list[tuple[int, int]]) -> tuple[list[tuple[ClockEffect, date]], int]:
    """A file that runs and stands still in turns, with the days that it stood still."""
    marks = [(STARTS, RECEIVED)]
    day = RECEIVED
    for running, standing in pauses_drawn:
        day += running * DAY
        marks.append((STOPS, day))
        day += standing * DAY
        marks.append((RESUMES, day))
    return marks, sum(standing for _, standing in pauses_drawn)


@given(pauses=pauses, term=st.integers(1, 365), later=days)
def test_due_is_the_opening_day_plus_the_term_plus_the_stopped_days(
    pauses: list[tuple[int, int]], term: int, later: int
) -> None:
    marks, stood = history(pauses)
    today = marks[-1][1] + later * DAY
    clock = read_clock(marks, term, today)
    assert clock is not None
    assert clock.stopped_days == stood
    assert clock.due == RECEIVED + (term + stood) * DAY
    assert clock.elapsed == (today - RECEIVED).days - stood
    assert clock.left == term - clock.elapsed
    assert (clock.state is ClockState.LATE) is (clock.elapsed > term)


@given(pauses=pauses, at=st.integers(0, 12), wait=days)
def test_the_clock_of_a_past_day_does_not_depend_on_later_entries(
    pauses: list[tuple[int, int]], at: int, wait: int
) -> None:
    marks, _ = history(pauses)
    marks.append((ENDS, marks[-1][1] + wait * DAY))
    then = marks[min(at, len(marks) - 1)][1]
    known = [mark for mark in marks if mark[1] <= then]
    assert read_clock(marks, TERM, then) == read_clock(known, TERM, then)


@given(day=st.dates(date(2000, 1, 1), date(2100, 1, 1)), seconds=st.integers(0, 86399))
def test_every_instant_lies_in_one_civil_day(day: date, seconds: int) -> None:
    instant = datetime.combine(day, time(), UTC) + timedelta(seconds=seconds)
    here = civil_day(instant, ROME)
    assert end_of_day(here - DAY, ROME) <= instant < end_of_day(here, ROME)


@pytest.mark.parametrize(("amount", "unit"), [(15, Unit.DAYS), (9, Unit.YEARS), (1, Unit.MONTHS)])
def test_a_term_ends_with_the_calendar(amount: int, unit: Unit) -> None:
    assert last_day(date(9999, 12, 20), amount, unit) == date.max
