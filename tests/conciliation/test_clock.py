"""Thirty days by the city's calendar: over summer time, 29 February and midnight. Art. 33(2)."""

import re
import shutil
import subprocess
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from flask.testing import FlaskClient

from pactregistry.conciliation.closing import sweep
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents import storage
from pactregistry.notices.models import Mail
from pactregistry.workflow.states_disputes import DisputeState
from tests.conciliation.deliberating.conftest import sitting
from tests.conciliation.deliberating.test_text import put_to_vote, vote
from tests.conciliation.reckoned import next_reminder
from tests.conciliation.scene import Table

__all__ = ["sitting"]
pytestmark = pytest.mark.article("33(2)")

DAY = timedelta(days=1)
EVE, MORNING = time(23, 50), time(0, 1)
LAST = date(2026, 5, 15)  # thirty days after 15 April
ROME = ZoneInfo("Europe/Rome")

# The day of the request, and the thirtieth after it.
DAYS = [
    pytest.param(date(2026, 10, 1), date(2026, 10, 31), id="over the end of summer time"),
    pytest.param(date(2026, 9, 25), date(2026, 10, 25), id="until the day that has 25 hours"),
    pytest.param(date(2026, 10, 25), date(2026, 11, 24), id="from the day that has 25 hours"),
    pytest.param(date(2027, 3, 10), date(2027, 4, 9), id="over the beginning of summer time"),
    pytest.param(date(2027, 2, 26), date(2027, 3, 28), id="until the day that has 23 hours"),
    pytest.param(date(2027, 3, 28), date(2027, 4, 27), id="from the day that has 23 hours"),
    pytest.param(date(2028, 1, 30), date(2028, 2, 29), id="until 29 February"),
    pytest.param(date(2028, 1, 31), date(2028, 3, 1), id="past 29 February"),
    pytest.param(date(2028, 2, 29), date(2028, 3, 30), id="from 29 February"),
    pytest.param(date(2027, 1, 30), date(2027, 3, 1), id="in a year without 29 February"),
    pytest.param(date(2026, 12, 31), date(2027, 1, 30), id="over the year"),
]


def at(table: Table, day: date, hour: time = time(12)) -> datetime:
    """Let it be a moment of the city's calendar."""
    table.scene.clock.go(day, hour)
    db.session.commit()
    return settings().now()


def swept(table: Table, day: date, hour: time = time(12)) -> DisputeState:
    """Let it be a moment, and time do what is due."""
    sweep.run(at(table, day, hour))
    return DisputeState(table.dispute.state)


def mails() -> int:
    """How many mails were written."""
    return db.session.scalar(db.select(db.func.count()).select_from(Mail)) or 0


@pytest.mark.parametrize("hour", [MORNING, EVE])
@pytest.mark.parametrize(("asked", "last"), DAYS)
def test_thirty_civil_days_count_until_midnight(
    table: Table, asked: date, last: date, hour: time
) -> None:
    at(table, asked, hour)
    form = {"matter": "pact", "what_happened": "The tap is shut.", "what_is_asked": "Water."}
    page = f"/pacts/{table.scene.cast.number}/conciliation"
    answer = table.enter(table.lead).post(page, data=form)
    assert answer.status_code == 302, answer.text
    table.number = answer.location.rsplit("/", 1)[-1]
    dispute = table.dispute
    assert (dispute.requested_on, dispute.propose_by) == (asked, last)
    assert next_reminder(dispute, last) == last + DAY
    assert swept(table, last, EVE) is DisputeState.REQUESTED
    assert swept(table, last + DAY, MORNING) is DisputeState.UNSETTLED
    assert table.dispute.closed_on == last


def test_the_days_hold_both_changes_of_the_hour() -> None:
    """The cases above are what they say: days that have another length than 24 hours."""
    lengths = {
        day: datetime.combine(day + DAY, time(), ROME).timestamp()
        - datetime.combine(day, time(), ROME).timestamp()
        for day in (date(2026, 10, 25), date(2027, 3, 28))
    }
    assert [seconds // 3600 for seconds in lengths.values()] == [25, 23]


@pytest.mark.parametrize("hour", [time(1, 59), time(2, 30), time(3, 1)])
@pytest.mark.parametrize("last", [date(2026, 10, 25), date(2027, 3, 28)])
def test_no_hour_of_a_night_that_changes_ends_it_early(
    table: Table, last: date, hour: time
) -> None:
    at(table, last - timedelta(days=30))
    table.request_dispute()
    assert table.dispute.propose_by == last
    assert swept(table, last, hour) is DisputeState.REQUESTED
    assert swept(table, last + DAY, MORNING) is DisputeState.UNSETTLED


@pytest.mark.parametrize(
    ("day", "hour", "late"), [(LAST, EVE, 0), (LAST + DAY, MORNING, 1), (LAST + 4 * DAY, EVE, 4)]
)
def test_a_proposal_is_in_time_until_midnight_and_late_after_it(
    sitting: Table, client: FlaskClient, day: date, hour: time, late: int
) -> None:
    at(sitting, LAST)
    put_to_vote(sitting, sitting.first)
    for who in (sitting.first, sitting.second):
        assert vote(sitting, who).status_code == 302
    at(sitting, day, hour)
    sitting.takes(sitting.first, "/proposal")
    at(sitting, LAST + 6 * DAY)
    assert (sitting.dispute.proposed_on, sitting.dispute.answer_by) == (day, day + 15 * DAY)
    days = "1 day" if late == 1 else f"{late} days"
    # In public, and in the open data.
    public = " ".join(client.get(f"/disputes/{sitting.number}").text.split())
    assert f"after {30 + late} days" in public
    assert (f"{days} late" in public) is bool(late)
    assert ("late" in public) is bool(late)
    record = client.get(f"/api/v1/disputes/{sitting.number}").json
    assert (record["days_late"], record["days_to_proposal"]) == (late, 30 + late)
    tables = client.get("/figures.json?year=2026").json["tables"]
    (course,) = [table["rows"] for table in tables if table["key"] == "disputes"]
    counted = {row["key"]: row["values"] for row in course}
    in_time = ["0"] if late else ["1"]
    assert (counted["proposed_in_time"], counted["proposed_late"] == ["1"]) == (in_time, bool(late))
    # In the letter and in the file, which speak the languages of the reader and of the city.
    told = sitting.mails_to(sitting.manager)[-1].text
    assert (f"{days} after the term" in told) is bool(late)
    printed = words(storage.get(sitting.dispute.texts[-1].sha256))
    on = f"{day.day} maggio 2026"
    italian = "1 giorno di ritardo" if late == 1 else f"{late} giorni di ritardo"
    assert f"{on}, " in printed
    assert (f"{on}, {italian}" in printed) is bool(late)
    assert ("di ritardo" in printed) is bool(late)


def words(pdf: bytes) -> str:
    """The text of a PDF, its spaces made one."""
    command = [shutil.which("pdftotext") or "pdftotext", "-", "-"]
    printed = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return re.sub(r"\s+", " ", printed.stdout.decode())


def test_the_sweep_twice_or_a_day_back_says_nothing_twice(sitting: Table) -> None:
    for day in (LAST - 15 * DAY, LAST - 5 * DAY, LAST + DAY, LAST + 8 * DAY):
        swept(sitting, day)
        before = mails()
        for again in (day, day - DAY, day, day + DAY):
            swept(sitting, again)
            assert mails() == before, (day, again)
    assert sitting.dispute.state == DisputeState.SITTING
    assert sitting.steps() == ["request", "convene"]


def test_a_sweep_that_comes_late_reminds_once_and_closes_on_the_right_day(
    requested: Table,
) -> None:
    swept(requested, LAST - 4 * DAY)  # both reminders are due: one mail is enough
    subjects = [mail.subject for mail in requested.mails_to(requested.manager)]
    assert len([s for s in subjects if "awaited from you by 15 May 2026" in s]) == 1
    assert swept(requested, LAST + 40 * DAY) is DisputeState.UNSETTLED
    assert requested.dispute.closed_on == LAST
    before = mails()
    for day in (LAST + 40 * DAY, LAST + 39 * DAY, LAST - DAY, LAST + 60 * DAY):
        assert swept(requested, day) is DisputeState.UNSETTLED
    assert mails() == before
    assert requested.steps() == ["request", "close_unformed"]


def test_answers_have_their_days_to_the_last_minute(sitting: Table) -> None:
    at(sitting, LAST)
    put_to_vote(sitting, sitting.first)
    for who in (sitting.first, sitting.second):
        vote(sitting, who)
    sitting.takes(sitting.first, "/proposal")
    until = LAST + 15 * DAY
    assert swept(sitting, until, EVE) is DisputeState.PROPOSED
    sitting.takes(sitting.lead, "/acceptance")
    assert swept(sitting, until + DAY, MORNING) is DisputeState.UNSETTLED
    assert sitting.dispute.closed_on == until
    before = mails()
    for day in (until + DAY, until, until + 30 * DAY):
        swept(sitting, day)
    assert mails() == before
