"""The days of periods: months, ends of months, changes of rhythm. Art. 30(3)."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactregistry.reports.scheduling.periods import Period, Rhythm, final_period, interim_periods

BEGAN = date(2026, 4, 15)


def periods(until: date, *rhythms: tuple[date, int | None]) -> list[tuple[date, date]]:
    found = interim_periods(BEGAN, until, [Rhythm(*rhythm) for rhythm in rhythms])
    return [(period.first, period.last) for period in found]


@pytest.mark.article("30(3)")
def test_four_years_hold_eight_half_years_each_after_the_other() -> None:
    last = date(2030, 4, 14)
    found = periods(last, (BEGAN, 6))
    assert len(found) == 8
    assert found[0] == (BEGAN, date(2026, 10, 14))
    assert found[-1] == (date(2029, 10, 15), last)
    assert all(b[0] - a[1] == timedelta(days=1) for a, b in pairwise(found))


@pytest.mark.article("30(3)")
@pytest.mark.parametrize(("until", "number"), [((10, 13), 0), ((10, 14), 1), ((10, 15), 1)])
def test_a_period_is_told_of_once_it_is_over(until: tuple[int, int], number: int) -> None:
    assert len(periods(date(2026, *until), (BEGAN, 6))) == number


@pytest.mark.article("30(3)")
def test_months_that_are_shorter_do_not_move_the_next_ones() -> None:
    began = date(2027, 1, 31)
    found = interim_periods(began, date(2027, 5, 30), [Rhythm(began, 1)])
    assert [period.last for period in found] == [
        date(2027, 2, 27),
        date(2027, 3, 30),
        date(2027, 4, 29),
        date(2027, 5, 30),
    ]


@pytest.mark.article("30(3)", "5(2)m")
def test_another_rhythm_counts_from_its_day_and_loses_no_day() -> None:
    changed = date(2026, 12, 1)
    assert periods(date(2027, 6, 30), (BEGAN, 6), (changed, 3)) == [
        (BEGAN, date(2026, 10, 14)),
        (date(2026, 10, 15), date(2027, 2, 28)),
        (date(2027, 3, 1), date(2027, 5, 31)),
    ]
    assert periods(date(2028, 1, 1), (BEGAN, 6), (changed, None)) == [(BEGAN, date(2026, 10, 14))]
    # Where none was asked for before, none is asked for the time before.
    assert periods(date(2027, 6, 30), (BEGAN, None), (changed, 6)) == [(changed, date(2027, 5, 31))]


@pytest.mark.article("30(3)")
def test_the_final_one_tells_of_the_whole_pact_also_of_one_day() -> None:
    assert final_period(BEGAN, BEGAN) == Period(BEGAN, BEGAN)
    assert final_period(BEGAN, BEGAN - timedelta(days=1)) is None


@given(
    began=st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    days=st.integers(0, 5000),
    months=st.integers(1, 120),
    later=st.integers(1, 120),
    after=st.integers(0, 3000),
)
def test_periods_never_overlap_nor_leave_a_day_out(
    began: date, days: int, months: int, later: int, after: int
) -> None:
    until = began + timedelta(days=days)
    rhythms = [Rhythm(began, months), Rhythm(began + timedelta(days=after), later)]
    first = began
    for period in interim_periods(began, until, rhythms):
        assert period.first == first
        assert period.first <= period.last <= until
        first = period.last + timedelta(days=1)
