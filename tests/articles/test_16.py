"""Art. 16: how buildings and other places come onto the list."""

import pytest
from flask.testing import FlaskClient

from pactregistry.journal import history
from tests.calls.conftest import Stage
from tests.inventory.conftest import Inventory

REASONS = "The roof has fallen in and nobody may enter before it is mended, says the safety report."


@pytest.mark.article("16(1)")
def test_1_a_building_names_the_act_of_the_executive(inventory: Inventory) -> None:
    inventory.list(name="Tower", kind="building", source_act="G.C. 12/2026")
    assert "G.C. 12/2026" in inventory.client.get("/commons/2026-B-0001").text


@pytest.mark.article("16(1)", "34(1)")
@pytest.mark.parametrize(("kind", "warned"), [("building", True), ("public_space", False)])
def test_1_without_that_act_the_office_is_only_warned(
    inventory: Inventory, kind: str, warned: bool
) -> None:
    commons = inventory.list(name="Tower", kind=kind)
    assert ("source_act_cited" in history("commons", commons.id)[0].warnings) is warned


@pytest.mark.article("16(2)")
def test_2_citizens_propose_places_in_the_open(inventory: Inventory) -> None:
    inventory.suggest()
    inventory.list(name="Meadow")
    page = inventory.client.get("/commons/").text
    assert "1 place proposed by citizens is being looked at." in page


@pytest.mark.article("16(3)")
def test_3_a_place_is_left_off_with_reasons_and_remedies(inventory: Inventory) -> None:
    commons = inventory.suggest()
    assert (
        inventory.step(inventory.desk, "refusal", commons, **{"texts-0": "No."}).status_code == 409
    )
    inventory.step(inventory.desk, "refusal", commons, **{"texts-0": REASONS})
    page = inventory.as_(inventory.citizen).get(f"/me/commons/{commons.id}").text
    assert REASONS in page
    assert "administrative court" in page


@pytest.mark.article("16(3)")
def test_3_who_proposed_a_place_does_not_decide_on_it(inventory: Inventory) -> None:
    inventory.as_(inventory.desk).post("/commons/new", data={"name": "Mine", "kind": "building"})
    answer = inventory.step(inventory.desk, "listing", inventory.last(), **inventory.typed())
    assert answer.status_code == 409


@pytest.mark.article("16(4)")
def test_4_a_third_party_s_building_says_that_its_owner_must_consent(inventory: Inventory) -> None:
    inventory.list(name="Mill", kind="building", owner_kind="private", owner="Somebody")
    page = inventory.client.get("/commons/2026-B-0001").text
    assert "a private owner" in page
    assert "needs the owner" in page
    assert "Somebody" not in page


@pytest.mark.article("16(5)")
def test_5_confiscated_assets_are_marked_and_found(inventory: Inventory) -> None:
    inventory.list(name="Villa", kind="building", confiscated="y")
    inventory.list(name="Meadow")
    found = inventory.client.get("/commons/?confiscated=yes").text
    assert "Villa</a>" in found
    assert "Meadow</a>" not in found


@pytest.mark.article("16(3)")
def test_3_entries_are_compared_by_published_criteria_and_all_scores_are_published(
    calls: Stage, client: FlaskClient
) -> None:
    call = calls.open(places_offered="1")
    first, second = (calls.entry(resident, call) for resident in calls.cast.residents[:2])
    calls.close(call)
    for entry, points in ((first, ("6", "2")), (second, ("6", "2.5"))):
        calls.inquire(entry)
        calls.score(call, entry, *points)
    decided = calls.step(calls.cast.manager, calls.latest_call(), "decision")
    assert decided.status_code == 302
    page = client.get(f"/calls/{call.number}").text
    for told in (
        "Openness to all: 6",
        "Care over time: 2.5",
        "8.5 points in all",
        "8 points in all",
    ):
        assert told in page
    assert (first.state, second.state) == ("not_chosen", "inquiry"), "half a point decides"


@pytest.mark.article("16(3)")
def test_3_equal_scores_on_the_last_place_need_a_reason(calls: Stage) -> None:
    call = calls.open(places_offered="1")
    entries = [calls.entry(resident, call) for resident in calls.cast.residents[:2]]
    calls.close(call)
    for entry in entries:
        calls.inquire(entry)
        calls.score(call, entry, "6", "2")
    manager = calls.cast.manager
    assert calls.step(manager, calls.latest_call(), "decision").status_code == 409
    chosen = {"chosen": [entries[1].number], "reason": "It opens on Sundays too."}
    assert calls.step(manager, calls.latest_call(), "decision", **chosen).status_code == 302
