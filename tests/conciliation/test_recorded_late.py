"""A paper recorded long after it asked leaves the sides time to name members. Art. 34(1)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from flask import Flask

from pactregistry.conciliation.asking.actions import Asking, Third, request
from pactregistry.conciliation.closing import sweep
from pactregistry.conciliation.rhythm import deadline_of, over_on
from pactregistry.config import settings
from pactregistry.people.acting import Actor, Day
from pactregistry.workflow.city_choices import Conciliation
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Chair, DisputeState, Matter, Side
from tests.conciliation.deliberating.conftest import seat
from tests.conciliation.scene import ASKED, HAPPENED, Table

RECEIVED = date(2026, 4, 15)
LAST = date(2026, 5, 15)  # thirty days after 15 April
DAY = timedelta(days=1)

pytestmark = pytest.mark.article("33(1)", "34(1)")
Recorded = Callable[[date], Table]


@pytest.fixture
def recorded(table: Table) -> Recorded:
    """Let the desk record on a day what the citizens asked by a letter of 15 April."""

    def record(day: date) -> Table:
        table.go(day)
        asking = Asking(Side.CITIZENS, Matter.PACT, HAPPENED, ASKED, Third("Vico", "v@example.org"))
        desk = Actor(table.desk.id, Role.DESK)
        table.number = request(table.pact, desk, asking, Day(RECEIVED)).number
        return table

    return record


def swept(table: Table, day: date) -> DisputeState:
    """Let it be a day, and time do what is due."""
    table.go(day)
    sweep.run(settings().now())
    return DisputeState(table.dispute.state)


@pytest.mark.parametrize(
    ("on", "until"),
    [
        (RECEIVED, LAST),
        (date(2026, 5, 4), LAST),  # the ten days end before the thirty: these count
        (date(2026, 5, 5), LAST),  # on the same day
        (date(2026, 5, 6), date(2026, 5, 16)),  # a day after: the sides have their ten days
        (LAST, date(2026, 5, 25)),
        (LAST + DAY, date(2026, 5, 26)),  # recorded when the thirty are over
        (date(2026, 7, 1), date(2026, 7, 11)),
    ],
)
def test_the_sides_have_their_days_from_the_recording(
    recorded: Recorded, on: date, until: date
) -> None:
    table = recorded(on)
    assert over_on(table.dispute) == until
    assert deadline_of(table.dispute) == LAST  # lateness counts from the request
    assert swept(table, on) is DisputeState.REQUESTED
    assert swept(table, until) is DisputeState.REQUESTED
    assert swept(table, until + DAY) is DisputeState.UNSETTLED
    assert table.dispute.closed_on == until
    assert table.steps() == ["request", "close_unformed"]


def test_the_city_says_how_many(app: Flask, recorded: Recorded) -> None:
    here = app.config["SETTINGS"]
    city = replace(here.city, conciliation=Conciliation(vacancy_days=3))
    app.config["SETTINGS"] = replace(here, city=city)
    assert over_on(recorded(date(2026, 7, 1)).dispute) == date(2026, 7, 4)


def test_the_days_are_those_of_the_recording_and_no_name_prolongs_them(recorded: Recorded) -> None:
    table = recorded(date(2026, 7, 1))
    table.go(date(2026, 7, 10))
    seat(table, Chair.CITIZENS, table.first, Side.CITIZENS)
    table.takes(table.first, "/seat/leaving", reason="I am ill.")
    assert over_on(table.dispute) == date(2026, 7, 11)


def test_a_complete_committee_proposes_late_and_is_not_sent_home(recorded: Recorded) -> None:
    table = recorded(date(2026, 7, 1))
    seats = {Chair.CITIZENS: Side.CITIZENS, Chair.CITY: Side.CITY, Chair.JOINT: Side.THIRD}
    people = (table.first, table.second, table.third)
    for (chair, side), who in zip(seats.items(), people, strict=True):
        seat(table, chair, who, side)
    assert over_on(table.dispute) == LAST
    assert swept(table, date(2026, 7, 20)) is DisputeState.REQUESTED
    table.takes(table.secretary, "/convening")
    assert swept(table, date(2026, 7, 30)) is DisputeState.SITTING


def test_pages_and_mails_tell_that_day(recorded: Recorded) -> None:
    table = recorded(date(2026, 7, 1))
    told = [table.mails_to(who)[-1].text for who in (table.lead, table.manager, "v@example.org")]
    for text in told[:2]:
        assert "The proposal was due on 15 May 2026" in text
        assert "there is time until 11 July 2026 to fill the seats" in text
        assert "The committee makes its proposal by" not in text
    # The third party is invited in the language of the City.
    assert "11 luglio 2026" in told[2]
    page = " ".join(table.page(table.manager).text.split())
    assert "there is time until 11 July 2026 to fill the seats" in page
    assert "name a member (until 11 July 2026)" in page
    lines = table.enter(table.lead).get("/me/disputes").text
    assert "by 11 July 2026" in lines
    form = table.page(table.manager, "/seats/city/naming").text
    assert "The proposal was due on 15 May 2026" in form
    for day in (2, 6, 9, 11):
        assert swept(table, date(2026, 7, day)) is DisputeState.REQUESTED
    subjects = [mail.subject for mail in table.mails_to(table.manager)]
    assert len([s for s in subjects if "awaited from you by 11 July 2026" in s]) == 2
    second = table.second
    table.takes(table.manager, "/seats/city/naming", name=second.name, email=second.email)
    offer = table.mails_to(second)[-1].text
    assert "The proposal was due on 15 May 2026" in offer
    assert "The proposal was due on 15 May 2026" in table.page(second).text


def test_a_request_in_time_is_told_the_one_day(requested: Table) -> None:
    text = requested.mails_to(requested.manager)[-1].text
    assert "The committee makes its proposal by 15 May 2026; if one of the three" in text
    assert "fill the seats" not in text
    assert "fill the seats" not in requested.page(requested.lead).text


def test_the_desk_reads_it_before_it_records(table: Table) -> None:
    page = table.enter(table.desk).get("/pacts/2026-0001/conciliation").text
    assert "at least 10 days from today" in page


def test_a_request_on_this_page_is_not_told_to_have_come_on_paper(app: Flask, table: Table) -> None:
    here = app.config["SETTINGS"]
    city = replace(here.city, conciliation=Conciliation(vacancy_days=40))
    app.config["SETTINGS"] = replace(here, city=city)
    table.request_dispute()
    for told in (table.mails_to(table.manager)[-1].text, table.page(table.manager).text):
        assert "on paper" not in told
        assert "There is time until 25 May 2026 to fill the seats" in " ".join(told.split())
