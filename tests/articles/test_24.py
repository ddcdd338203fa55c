"""Art. 24: reimbursement of costs, as far as the pact states it."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from pactregistry.config import settings
from pactregistry.pacts.facts import version_facts
from pactregistry.pacts.supporting.forms import MoneyForm
from tests.pacts.life.scene import Scene
from tests.supports.giving import NUMBER, agree


@pytest.mark.article("24(1)", "3(1)b")
def test_1_what_the_city_contributes_is_public(scene: Scene, client: FlaskClient) -> None:
    agree(scene, "money", ceiling="4000.00", how_paid="On the report", categories=["goods"])
    page = client.get("/supports/?kind=money").text
    assert "at most €4,000.00" in page
    assert "On the report" in page


@pytest.mark.article("24(2)", "34(1)")
@pytest.mark.parametrize(("why", "stated"), [("No soil in the depot.", True), ("", False)])
def test_2_money_says_why_not_in_kind(scene: Scene, why: str, stated: bool) -> None:
    agree(scene, "money", ceiling="300.00", why_not_in_kind=why)
    pact = scene.pact
    assert version_facts(pact.versions[-1]).in_kind_considered is stated


@pytest.mark.article("24(3)")
def test_3_the_work_of_the_citizens_is_not_paid(scene: Scene, client: FlaskClient) -> None:
    agree(scene, "money", ceiling="300.00", how_paid="On the report")
    assert "not paid, neither directly nor indirectly" in client.get(f"/pacts/{NUMBER}").text


@pytest.mark.article("24(4)")
@pytest.mark.parametrize(("ceiling", "stated"), [("0.01", True), ("", False)])
def test_4_the_pact_states_a_maximum(scene: Scene, ceiling: str, stated: bool) -> None:
    agree(scene, "money", ceiling=ceiling)
    pact = scene.pact
    assert version_facts(pact.versions[-1]).ceiling_stated is stated


@pytest.mark.article("24(5)")
def test_5_what_is_paid_in_advance_has_a_report_of_its_own(
    scene: Scene, client: FlaskClient, app: Flask
) -> None:
    agree(scene, "money", ceiling="4000.00", advance="1000.00")
    assert "€1,000.00" in client.get(f"/pacts/{NUMBER}").text
    with app.test_request_context():
        assert str(MoneyForm().advance.description)


@pytest.mark.article("24(6)")
def test_6_only_the_costs_of_the_text_are_offered(app: Flask) -> None:
    offered = {choice.key for choice in settings().pack.expense_categories}
    assert offered
    assert not {key for key in offered if "pay" in key or "wage" in key}


@pytest.mark.article("24(7)")
def test_7_the_share_of_fees_is_a_number_of_the_pack(app: Flask) -> None:
    assert settings().pack.thresholds["fees_share"].value == 50
