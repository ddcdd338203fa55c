"""The citizens withdraw with the agreed notice, and may take it back. Art. 5(2)b, 3(1)i."""

import re
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient

from pactregistry.database import db
from pactregistry.pacts.models import Signatory
from pactregistry.workflow.states import PactState
from tests.pacts.cases import CANARY
from tests.pacts.life.scene import WORKS, Scene

DAY = timedelta(days=1)


def told(page: str) -> str:
    """A page without the token of its form, which changes with each second."""
    return re.sub(r'name="csrf_token" value="[^"]*"', "", page)


@pytest.mark.article("5(2)b", "3(1)i")
@pytest.mark.parametrize(
    ("given", "last"),
    [
        (date(2027, 1, 31), date(2027, 3, 2)),
        (date(2027, 2, 28), date(2027, 3, 30)),  # over the change to summer time
        (date(2026, 10, 10), date(2026, 11, 9)),  # and back
        (date(2028, 1, 31), date(2028, 3, 1)),  # 29 February
    ],
)
def test_thirty_days_run_through_the_last_one(scene: Scene, given: date, last: date) -> None:
    scene.go(given)
    page = scene.enter(scene.cast.lead).get("/pacts/2026-0001/withdrawal").text
    assert f"runs through {last.day} {last:%B} {last.year}" in page
    assert f"from {(last + DAY).day} {(last + DAY):%B} {last.year} the pact has ended" in page
    scene.takes(scene.cast.lead, "withdrawal")
    assert scene.pact.notice_until == last
    scene.go(last - DAY)
    assert scene.pact.state == PactState.ACTIVE
    scene.go(last)
    assert scene.pact.state == PactState.ACTIVE
    assert [scene.go(last + DAY), scene.go(last + DAY)] == [1, 0]
    assert scene.pact.state == PactState.ENDED
    assert (scene.last().step, scene.last().occurred_on) == ("end_by_notice", last)


@pytest.mark.article("3(1)i", "34(1)")
def test_a_notice_can_be_taken_back_until_its_last_day(scene: Scene, client: FlaskClient) -> None:
    lead = scene.cast.lead
    scene.takes(lead, "withdrawal", reason="Two of us move away.")
    page = client.get("/pacts/2026-0001").text
    assert "The citizens withdraw: last day 15 May 2026" in page
    assert "From 16 May 2026 the pact has ended" in page
    assert "Two of us move away." in page
    assert scene.post(lead, "withdrawal").status_code == 409
    scene.clock.go(date(2026, 5, 15))
    scene.takes(lead, "withdrawal-recall")
    assert scene.pact.notice_until is None
    assert "The citizens withdraw" not in client.get("/pacts/2026-0001").text
    assert scene.go(date(2026, 5, 20)) == 0
    assert scene.pact.state == PactState.ACTIVE


def test_after_its_last_day_a_notice_is_not_taken_back(scene: Scene) -> None:
    scene.takes(scene.cast.lead, "withdrawal")
    scene.clock.go(date(2026, 5, 16))  # before the sweep of that day
    answer = scene.post(scene.cast.lead, "withdrawal-recall")
    assert answer.status_code == 409
    assert "No notice of withdrawal runs." in answer.text


def test_a_suspended_pact_ends_by_notice_too(scene: Scene) -> None:
    scene.takes(scene.cast.manager, "suspension", cause=WORKS, reason="A branch has fallen.")
    scene.takes(scene.cast.lead, "withdrawal")
    scene.go(date(2026, 5, 16))
    assert scene.pact.state == PactState.ENDED
    assert scene.pact.notice_until is None


@pytest.mark.article("5(2)b")
def test_whichever_day_comes_first_ends_the_pact(scene: Scene) -> None:
    scene.clock.go(date(2028, 3, 30))
    scene.takes(scene.cast.lead, "withdrawal")
    assert scene.pact.notice_until == date(2028, 4, 29)
    scene.go(date(2028, 6, 1))
    assert (scene.last().step, scene.last().occurred_on) == ("expire", date(2028, 4, 14))


def test_a_letter_counts_from_the_day_on_which_it_came(scene: Scene, client: FlaskClient) -> None:
    scene.clock.go(date(2026, 6, 10))
    day = {"occurred_on": "2026-06-05", "document": f"{CANARY}, registry no. 88"}
    scene.takes(scene.cast.desk, "withdrawal", **day)
    assert scene.pact.notice_until == date(2026, 7, 5)
    assert scene.last().occurred_on == date(2026, 6, 5)
    assert CANARY not in client.get("/pacts/2026-0001").text
    assert CANARY not in client.get("/pacts/2026-0001.json").text


def test_a_day_in_the_future_or_before_the_previous_step_is_refused(scene: Scene) -> None:
    answer = scene.post(scene.cast.desk, "withdrawal", occurred_on="2026-04-16", reason="Moving.")
    assert answer.status_code == 409
    assert "Moving." in answer.text
    answer = scene.post(scene.cast.desk, "withdrawal", occurred_on="2026-04-14")
    assert answer.status_code == 409
    told = {"occurred_on": "2026-04-14", "why_earlier": "The letter lay at another office."}
    scene.takes(scene.cast.desk, "withdrawal", **told)


@pytest.mark.article("5(2)b", "5(2)l")
def test_where_others_signed_too_the_page_says_that_it_ends_for_all(scene: Scene) -> None:
    text = scene.pact.versions[-1]
    text.signatories.append(
        Signatory(
            position=9,
            side="citizens",
            account_id=scene.cast.stranger.id,
            name="Rino Passante",
            capacity="",
            on_behalf_of="",
            act="",
            public_name="R. P.",
        )
    )
    db.session.commit()
    page = scene.enter(scene.cast.lead).get("/pacts/2026-0001/withdrawal").text
    assert "these signed it too: R. P." in page
    scene.takes(scene.cast.lead, "withdrawal")
    assert "whole_side" in scene.last().warnings
    assert scene.mails("Notice of withdrawal")
    scene.takes(scene.cast.stranger, "withdrawal-recall")
    assert scene.pact.notice_until is None


def test_only_who_speaks_for_the_citizens_gives_notice(scene: Scene, client: FlaskClient) -> None:
    page = "/pacts/2026-0001/withdrawal"
    assert scene.enter(scene.cast.manager).get(page).status_code == 403
    browser = scene.enter(scene.cast.stranger)
    missing = browser.get("/pacts/2026-9999/withdrawal")
    assert missing.status_code == 404
    there = browser.get(page)
    assert told(there.text) == told(missing.text).replace("2026-9999", "2026-0001")
    assert client.get(page).status_code in {302, 401, 404}
