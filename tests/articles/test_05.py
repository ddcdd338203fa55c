"""Art. 5: how long a pact lasts, what suspends it, what ends it early, and what follows."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from tests.pacts.life.scene import REASON, WORKS, Scene
from tests.scenarios.table import Table


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


@pytest.mark.article("5(2)l", "5(2)i")
def test_2_l_a_single_citizen_is_excluded_only_after_being_heard(scene: Scene) -> None:
    joiner = scene.cast.stranger
    form = {"version": "1", "whom": "0", "words": "I would like to help."}
    scene.enter(joiner).post(f"/pacts/{scene.cast.number}/joining", data=form)
    scene.takes(scene.cast.desk, "joining/1")
    scene.takes(scene.cast.lead, "joining/1")
    scene.takes(scene.cast.lead, "people/a1/exclusion", reasons=REASON)
    # Both sides decide, and before the term to answer is over the page warns.
    scene.go(date(2026, 4, 30))  # the fifteenth day
    page = scene.enter(scene.cast.desk).get(f"/pacts/{scene.cast.number}/exclusions/1").text
    assert "the term to answer is not over" in page
    scene.go(date(2026, 5, 1))
    scene.takes(scene.cast.desk, "exclusions/1")
    assert (scene.steps()[-1], scene.last().warnings) == ("exclude", [])


@pytest.mark.article("5(2)m")
def test_2_m_what_was_agreed_changes_only_by_a_new_version_that_both_sides_sign(
    scene: Scene,
) -> None:
    scene.takes(scene.cast.lead, "amendment", reason="A thirteenth bed.")
    assert len(scene.pact.versions) == 1  # asked, not yet opened
    scene.takes(scene.cast.desk, "amendment/answer", answer="yes")
    first, second = scene.pact.versions
    assert (first.state, second.state) == ("signed", "codesign")
    assert [s.text for s in first.sections] == [s.text for s in second.sections]
    # One open version at most; and until it is signed the first one counts.
    again = scene.post(scene.cast.desk, "amendment", reason="Another.", at_once="y")
    assert again.status_code == 409
    assert scene.pact.ends_on == date(2028, 4, 14)


@pytest.mark.article("5(2)b", "5(2)m")
@pytest.mark.parametrize(("day", "lawful"), [("2028-04-14", False), ("2028-04-15", True)])
def test_2_b_an_extension_lasts_longer_and_is_the_same_pact(
    scene: Scene, day: str, *, lawful: bool
) -> None:
    reason = "The work goes on."
    answer = scene.post(scene.cast.manager, "extension", ends_on=day, reason=reason)
    assert (answer.status_code == 302) is lawful
    assert len(scene.pact.versions) == (2 if lawful else 1)


@pytest.mark.article("5(1)")
def test_1_both_sides_agree_on_the_text_and_exactly_that_is_signed(table: Table) -> None:
    assert "Both sides have not agreed on these sections" in table.freezing_page()
    table.freeze()
    shown = table.text.original_sha256
    browser = table.enter(table.cast.lead)
    browser.post("/pacts/2026-0001/duties")
    other = {"digest": "0" * 64, "kind": "here", "onerous": "yes"}
    assert browser.post("/pacts/2026-0001/signature", data=other).status_code == 409
    assert (
        browser.post("/pacts/2026-0001/signature", data=other | {"digest": shown}).status_code
        == 302
    )


@pytest.mark.article("5(2)")
def test_2_a_silent_section_is_noticed_and_one_that_does_not_apply_says_why(table: Table) -> None:
    section = next(s for s in table.text.sections if s.letter == "f")
    form = {"revision": section.revision, "text": "", "reason": "", "not_applicable": "y"}
    assert "Say in a sentence why" in table.post("sections/f", **form).text
    table.post("sections/f", revision=section.revision, text="", reason="")
    assert "These sections are empty without a reason" in table.freezing_page()


@pytest.mark.article("5(3)")
def test_3_a_sponsor_is_visible_and_gets_nothing_exclusive(table: Table) -> None:
    sponsor = {"sponsors-0-name": "Forno Alto", "sponsors-0-gives": "EUR 200"}
    table.state("sponsors", **sponsor, **{"sponsors-0-visibility": "a small plate"})
    assert "no exclusive right on the place" in table.freezing_page()
    table.state("sponsors", **sponsor, nothing_exclusive="y")
    assert "A sponsor is named without the statement" not in table.freezing_page()
    assert "no sponsor gets an exclusive right on the place" in table.conditions_page()
