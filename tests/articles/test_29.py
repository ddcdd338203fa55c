"""Art. 29: cases known beforehand, emergencies, manuals."""

import pytest
from flask.testing import FlaskClient

from tests.calls.conftest import Stage
from tests.commons.modules.scene import KEY, CareScene


@pytest.mark.article("29(1)")
def test_1_in_an_emergency_a_call_may_run_for_hours_and_is_answered_on_one_screen(
    calls: Stage, client: FlaskClient
) -> None:
    calls.open(title="An ordinary call")
    urgent = calls.open(
        title="After the flood",
        emergency="y",
        emergency_grounds="Mayor's order 7 of 1 March",
        closes_on="2026-03-02",
        closes_hour="18:00",
    )
    first_page = client.get("/").text
    assert first_page.index("After the flood") < first_page.index("An ordinary call")
    resident = calls.cast.residents[0]
    draft = calls.draft(resident, urgent, intensity="regeneration", works="y")
    assert "this one screen is enough" in calls.as_(resident).get(f"/drafts/{draft.id}").text
    assert calls.send(resident, draft).status_code == 302


@pytest.mark.article("29(1)")
@pytest.mark.article("11(3)")
def test_1_the_managing_officer_defines_typical_cases_by_an_act(care: CareScene) -> None:
    care.module()
    page = care.as_(None).get(f"/modules/{KEY}").text
    assert "P.G. 100/2026" in page
    assert "at most 3 benches" in page
    told = care.as_(None).get(f"/modules/{KEY}.json").json
    assert told["act"] == "P.G. 100/2026"
    assert told["conditions"]["most_items"] == 3


@pytest.mark.article("29(1)")
def test_1_tools_for_emergencies_stand_first(care: CareScene) -> None:
    care.module(key="aa", titles_it="Leaves")
    care.module(key="zz", titles_it="Mud", emergency="y")
    page = care.as_(None).get("/modules/").text
    assert page.index("Mud") < page.index("Leaves")


@pytest.mark.article("29(2)")
def test_2_a_manual_tells_citizens_how_it_works(care: CareScene) -> None:
    page = care.as_(None).get("/modules/manual")
    assert page.status_code == 200
    assert "step" in page.text
    assert "protective equipment" in page.text
