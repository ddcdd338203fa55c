"""Suspension: announced or urgent, confirmed, called off, lifted. Art. 5(2)b."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from pactregistry.workflow.states import PactState
from tests.pacts.life.scene import WORKS, Scene

WHY = "The water company opens the street along the beds."


@pytest.mark.article("5(2)b")
@pytest.mark.parametrize(
    ("announced", "begins"),
    [
        (date(2026, 5, 4), date(2026, 5, 7)),
        (date(2027, 2, 26), date(2027, 3, 1)),  # over the end of February
        (date(2027, 3, 27), date(2027, 3, 30)),  # over the change to summer time
        (date(2026, 10, 24), date(2026, 10, 27)),  # and back
    ],
)
def test_an_announced_suspension_begins_after_its_notice(
    scene: Scene, announced: date, begins: date
) -> None:
    scene.go(announced)
    page = scene.enter(scene.cast.manager).get("/pacts/2026-0001/suspension-notice")
    assert begins.strftime("%-d %B %Y") in page.text
    scene.takes(scene.cast.manager, "suspension-notice", cause=WORKS, reason=WHY)
    assert scene.pact.suspends_on == begins
    assert scene.go(date.fromordinal(begins.toordinal() - 1)) == 0
    assert scene.pact.state == PactState.ACTIVE
    assert [scene.go(begins), scene.go(begins)] == [1, 0]
    assert (scene.pact.state, scene.pact.suspends_on) == (PactState.SUSPENDED, None)
    entry = scene.last()
    assert entry.occurred_on == begins
    assert entry.facts == {"announced_on": announced.isoformat(), "cause": WORKS}
    assert entry.reason == WHY


def test_late_the_suspension_begins_on_its_day_all_the_same(scene: Scene) -> None:
    scene.takes(scene.cast.manager, "suspension-notice", cause=WORKS, reason=WHY)
    scene.go(date(2026, 5, 20))
    assert scene.last().occurred_on == date(2026, 4, 18)


def test_a_suspension_announced_beyond_the_last_day_never_begins(scene: Scene) -> None:
    scene.go(date(2028, 4, 13))
    scene.takes(scene.cast.manager, "suspension-notice", cause=WORKS, reason=WHY)
    scene.go(date(2028, 5, 1))
    assert scene.pact.state == PactState.ENDED
    assert scene.steps()[-2:] == ["announce_suspension", "expire"]
    assert scene.pact.suspends_on is None


def test_the_public_reads_what_was_announced_and_what_stands(
    scene: Scene, client: FlaskClient
) -> None:
    scene.takes(scene.cast.manager, "suspension-notice", cause=WORKS, reason=WHY)
    page = client.get("/pacts/2026-0001").text
    assert "It will be suspended from 18 April 2026" in page
    assert WORKS in page
    scene.go(date(2026, 4, 18))
    page = client.get("/pacts/2026-0001").text
    assert "Suspended since 18 April 2026, until further notice" in page
    assert "Announced on 15 April 2026" in page
    scene.takes(scene.cast.desk, "resumption")
    page = client.get("/pacts/2026-0001").text
    assert "Suspended since" not in page
    assert scene.pact.state == PactState.ACTIVE
    titles = [item["title"] for item in client.get("/feed.json").json["items"]]
    assert sum("suspen" in title or "sospe" in title for title in titles) == 1


def test_an_announced_suspension_can_be_called_off(scene: Scene) -> None:
    manager = scene.cast.manager
    assert scene.post(manager, "suspension-recall").status_code == 409
    scene.takes(manager, "suspension-notice", cause=WORKS, reason=WHY)
    scene.takes(manager, "suspension-recall")
    assert scene.go(date(2026, 5, 20)) == 0
    assert scene.pact.state == PactState.ACTIVE
    assert scene.mails("The suspension is called off")


@pytest.mark.article("5(2)b", "34(1)")
def test_a_cause_that_section_b_does_not_list_warns_and_lets_go_on(scene: Scene) -> None:
    assert (
        scene.post(scene.cast.manager, "suspension-notice", cause="", reason="").status_code == 409
    )
    scene.takes(scene.cast.manager, "suspension-notice", cause="", reason="A film is shot there.")
    assert "cause_listed" in scene.last().warnings
    scene.takes(scene.cast.manager, "suspension", cause=WORKS, reason=WHY)
    assert "cause_listed" not in scene.last().warnings


@pytest.mark.article("5(2)b")
def test_what_the_desk_suspends_in_urgency_waits_for_the_manager(
    scene: Scene, client: FlaskClient
) -> None:
    desk, manager = scene.cast.desk, scene.cast.manager
    scene.takes(desk, "suspension", cause=WORKS, reason="A branch has fallen on the beds.")
    assert scene.pact.state == PactState.SUSPENDED
    assert scene.pact.confirm_until == date(2026, 4, 20)
    assert scene.mails("To confirm by 20 April 2026")
    page = client.get("/pacts/2026-0001").text
    assert "The managing officer is to confirm it by 20 April 2026." in page
    assert scene.post(desk, "suspension-confirmation").status_code == 403
    scene.takes(manager, "suspension-confirmation")
    assert scene.pact.confirm_until is None
    assert scene.post(manager, "suspension-confirmation").status_code == 409
    assert "confirmed it on 15 April 2026" in client.get("/pacts/2026-0001").text


@pytest.mark.article("5(2)b", "3(1)b")
def test_unconfirmed_in_time_the_public_reads_it_and_the_manager_is_reminded(
    scene: Scene, client: FlaskClient
) -> None:
    scene.takes(scene.cast.desk, "suspension", cause=WORKS, reason="A branch has fallen.")
    told = len(scene.mails("To confirm by"))
    assert [scene.go(date(2026, 4, 19)), scene.go(date(2026, 4, 19))] == [1, 0]
    assert len(scene.mails("To confirm by")) == told + 1
    assert scene.go(date(2026, 4, 20)) == 0  # the last day is included
    assert not scene.mails("Not confirmed in time")
    assert [scene.go(date(2026, 4, 22)), scene.go(date(2026, 4, 23))] == [1, 0]
    assert len(scene.mails("Not confirmed in time")) == 1
    assert "late by 3 days" in client.get("/pacts/2026-0001").text
    assert scene.pact.state == PactState.SUSPENDED


def test_what_the_manager_suspends_needs_no_confirmation(scene: Scene) -> None:
    scene.takes(scene.cast.manager, "suspension", cause=WORKS, reason="A branch has fallen.")
    assert scene.pact.confirm_until is None
    assert scene.last().facts["urgent"] is True


def test_a_suspended_pact_ends_on_its_day_too(scene: Scene) -> None:
    scene.takes(scene.cast.manager, "suspension", cause=WORKS, reason="A branch has fallen.")
    scene.go(date(2028, 4, 15))
    assert scene.pact.state == PactState.ENDED


def test_others_find_no_page_and_the_citizens_no_door(scene: Scene) -> None:
    page = "/pacts/2026-0001/suspension-notice"
    assert scene.enter(scene.cast.stranger).get(page).status_code == 403
    assert scene.enter(scene.cast.lead).get(page).status_code == 403
    assert scene.enter(scene.cast.desk).get(page).status_code == 403


def test_a_form_that_was_overtaken_is_refused(scene: Scene) -> None:
    seen = str(scene.pact.version)
    scene.takes(scene.cast.manager, "suspension-notice", cause=WORKS, reason=WHY)
    answer = scene.post(scene.cast.desk, "suspension", cause=WORKS, reason=WHY, version=seen)
    assert answer.status_code == 409
    assert scene.pact.state == PactState.ACTIVE
