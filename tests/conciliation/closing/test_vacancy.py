"""A seat that falls empty while the committee sits has the city's days to be filled. Art. 34(1)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from flask import Flask

from pactregistry.conciliation.closing import sweep
from pactregistry.conciliation.rhythm import deadline_of, over_on
from pactregistry.config import settings
from pactregistry.workflow.city_choices import Conciliation
from pactregistry.workflow.states_disputes import DisputeState
from tests.conciliation.reckoned import next_reminder
from tests.conciliation.scene import Table

LAST = date(2026, 5, 15)  # thirty days after 15 April
DAY = timedelta(days=1)

pytestmark = pytest.mark.article("33(1)", "34(1)")


@pytest.fixture
def vacancy_days(app: Flask) -> Callable[[int], None]:
    """Let the city give a seat so many days to be filled anew."""

    def give(days: int) -> None:
        here = app.config["SETTINGS"]
        app.config["SETTINGS"] = replace(
            here, city=replace(here.city, conciliation=Conciliation(vacancy_days=days))
        )

    return give


def swept(table: Table, day: date) -> DisputeState:
    """Let it be a day, and time do what is due."""
    table.go(day)
    sweep.run(settings().now())
    return DisputeState(table.dispute.state)


def leaves(table: Table, on: date) -> None:
    """Let the City's member leave."""
    table.go(on)
    table.takes(table.second, "/seat/leaving", reason="I am ill.")


@pytest.mark.parametrize(
    ("left", "until"),
    [
        (date(2026, 5, 4), LAST),  # the ten days end before the thirty: these count
        (date(2026, 5, 5), LAST),  # on the same day
        (date(2026, 5, 6), date(2026, 5, 16)),  # a day after: the side has its ten days
        (LAST, date(2026, 5, 25)),
    ],
)
def test_the_side_has_its_days_and_never_fewer_than_the_thirty(
    sitting: Table, left: date, until: date
) -> None:
    leaves(sitting, left)
    assert over_on(sitting.dispute) == until
    assert deadline_of(sitting.dispute) == LAST  # of the proposal: no empty seat moves it
    assert swept(sitting, until) is DisputeState.SITTING
    assert swept(sitting, until + DAY) is DisputeState.UNSETTLED
    assert sitting.dispute.closed_on == until
    assert sitting.steps()[-1] == "close_unformed"


@pytest.mark.parametrize("days", [1, 40])
def test_the_city_says_how_many_days(
    sitting: Table, vacancy_days: Callable[[int], None], days: int
) -> None:
    vacancy_days(days)
    leaves(sitting, LAST)
    assert over_on(sitting.dispute) == LAST + days * DAY
    assert swept(sitting, LAST + days * DAY) is DisputeState.SITTING
    assert swept(sitting, LAST + (days + 1) * DAY) is DisputeState.UNSETTLED


def test_who_is_replaced_by_the_secretary_leaves_the_same_days(sitting: Table) -> None:
    sitting.go(LAST)
    sitting.takes(sitting.secretary, "/seats/city/replacement", reason="Did not come twice.")
    assert swept(sitting, date(2026, 5, 25)) is DisputeState.SITTING
    assert swept(sitting, date(2026, 5, 26)) is DisputeState.UNSETTLED


def test_a_seat_that_is_filled_in_time_ends_nothing(sitting: Table) -> None:
    leaves(sitting, LAST)
    new = sitting.stranger
    sitting.go(LAST + 9 * DAY)
    sitting.takes(sitting.manager, "/seats/city/naming", name=new.name, email=new.email)
    # A name alone does not fill it, and does not stop the days.
    assert over_on(sitting.dispute) == LAST + 10 * DAY
    sitting.go(LAST + 10 * DAY)
    sitting.takes(new, "/seat", no_part="y")
    assert over_on(sitting.dispute) == LAST
    assert swept(sitting, LAST + 40 * DAY) is DisputeState.SITTING


def test_of_two_empty_seats_the_one_that_fell_empty_first_decides(sitting: Table) -> None:
    leaves(sitting, LAST)
    sitting.go(LAST + 5 * DAY)
    sitting.takes(sitting.third, "/seat/leaving")
    assert over_on(sitting.dispute) == LAST + 10 * DAY


def test_who_is_awaited_reads_that_day_and_is_reminded_of_it(sitting: Table) -> None:
    leaves(sitting, date(2026, 5, 8))
    for who in (sitting.manager, sitting.lead, sitting.first):
        page = " ".join(sitting.page(who).text.split())
        assert "If not all three are taken by 18 May 2026" in page
    assert "the City: name a member, by 18 May 2026" in page
    told = sitting.mails_to(sitting.manager)[-1].text
    assert "Awaited from you (Art. 33):\n- name a member (until 18 May 2026)" in told
    assert next_reminder(sitting.dispute, date(2026, 5, 10)) == date(2026, 5, 13)
    for day in (9, 10, 13, 14, 16, 18):
        assert swept(sitting, date(2026, 5, day)) is DisputeState.SITTING
    subjects = [mail.subject for mail in sitting.mails_to(sitting.manager)]
    assert len([s for s in subjects if "awaited from you by 18 May 2026" in s]) == 2
    assert not [s for s in subjects if "is late" in s]
    assert next_reminder(sitting.dispute, date(2026, 5, 18)) == date(2026, 5, 19)


def test_before_the_committee_sits_the_thirty_days_alone_count(requested: Table) -> None:
    requested.go(LAST)
    first = requested.first
    requested.takes(requested.lead, "/seats/citizens/naming", name=first.name, email=first.email)
    requested.takes(first, "/seat", no_part="y")
    requested.takes(first, "/seat/leaving")
    assert over_on(requested.dispute) == LAST
    assert swept(requested, LAST + DAY) is DisputeState.UNSETTLED


@pytest.mark.parametrize("wrong", [0, -1, "ten", 1.5, True])
def test_a_wrong_number_of_days_is_refused_at_the_start(wrong: object) -> None:
    with pytest.raises(ValueError, match=r"conciliation\.vacancy_days"):
        Conciliation(vacancy_days=wrong)  # type: ignore[arg-type]  # reason: a file may say anything
