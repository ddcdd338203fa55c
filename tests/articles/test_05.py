"""Art. 5: how long a pact lasts, what suspends it, what ends it early, and what follows."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from tests.pacts.life.scene import REASON, WORKS, Scene


@pytest.mark.article("5(2)b")
def test_2_b_a_pact_lasts_until_its_agreed_last_day_included(scene: Scene) -> None:
    scene.go(date(2028, 4, 14))
    assert scene.pact.state == "active"
    scene.go(date(2028, 4, 15))
    assert scene.pact.state == "ended"


@pytest.mark.article("5(2)b")
def test_2_b_a_suspension_has_an_agreed_cause_and_a_notice(scene: Scene) -> None:
    scene.takes(scene.cast.manager, "suspension-notice", cause=WORKS, reason="The main is dug up.")
    assert scene.last().warnings == []
    scene.go(date(2026, 4, 17))  # the notice of two days is not over
    assert scene.pact.state == "active"
    scene.go(date(2026, 4, 18))
    assert scene.pact.state == "suspended"


@pytest.mark.article("5(2)b", "34(1)")
def test_2_b_another_cause_is_possible_and_noted(scene: Scene) -> None:
    scene.takes(scene.cast.manager, "suspension-notice", cause="", reason="A market is held.")
    assert scene.last().warnings == ["cause_listed"]


@pytest.mark.article("5(2)b", "3(1)i")
def test_2_b_citizens_withdraw_with_thirty_days_of_notice(scene: Scene) -> None:
    scene.takes(scene.cast.lead, "withdrawal")
    assert scene.pact.notice_until == date(2026, 5, 15)
    scene.go(date(2026, 5, 15))
    assert scene.pact.state == "active"
    scene.go(date(2026, 5, 16))
    assert scene.pact.state == "ended"


@pytest.mark.article("5(2)b", "11(8)")
def test_2_b_the_city_ends_a_pact_early_only_with_reasons(scene: Scene) -> None:
    answer = scene.post(scene.cast.manager, "termination", **{"texts-0": "No.", "cause": ""})
    assert answer.status_code == 409
    scene.takes(scene.cast.manager, "termination", **{"texts-0": REASON, "cause": ""})
    assert scene.pact.state == "ended"


@pytest.mark.article("5(2)i")
def test_2_i_a_breach_is_announced_and_answered_before_a_revocation(scene: Scene) -> None:
    scene.takes(scene.cast.manager, "breach", text="The beds are dry.")
    scene.takes(scene.cast.lead, "breach-answer", text="The pump is mended.")
    scene.takes(scene.cast.manager, "revocation", **{"texts-0": REASON})
    assert scene.last().warnings == []
    assert scene.pact.state == "ended"


@pytest.mark.article("5(2)i")
@pytest.mark.parametrize(("day", "warned"), [(date(2026, 4, 30), True), (date(2026, 5, 1), False)])
def test_2_i_the_term_to_answer_has_fifteen_days(scene: Scene, day: date, *, warned: bool) -> None:
    scene.takes(scene.cast.manager, "breach", text="The beds are dry.")
    scene.clock.go(day)
    scene.takes(scene.cast.manager, "revocation", **{"texts-0": REASON})
    assert ("answer_awaited" in scene.last().warnings) is warned


@pytest.mark.article("5(2)l", "3(1)b")
def test_2_l_the_end_and_its_reasons_are_public_the_breach_itself_is_not(
    scene: Scene, client: FlaskClient
) -> None:
    scene.takes(scene.cast.manager, "breach", text="A neighbour saw the beds dry.")
    assert "breach" not in client.get("/pacts/2026-0001").text
    scene.takes(scene.cast.manager, "revocation", **{"texts-0": REASON})
    page = client.get("/pacts/2026-0001").text
    assert REASON in page
    assert "A neighbour saw" not in page
