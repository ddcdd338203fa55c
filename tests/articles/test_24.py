"""Art. 24: reimbursement of costs, from what the pact states to what is paid."""

from decimal import Decimal

import pytest
from flask import Flask
from flask.testing import FlaskClient

from pactregistry.config import settings
from pactregistry.pacts.facts import version_facts
from pactregistry.pacts.supporting.forms import MoneyForm
from pactregistry.workflow.states_reports import ReportKind
from tests.pacts.life.scene import Scene
from tests.reports.money.workshop import COSTS, Workshop
from tests.supports.giving import NUMBER, agree

FINAL = "2028-R-0009"


@pytest.fixture
def workshop(scene: Scene) -> Workshop:
    """A pact that reimburses 4,000 euro at most, 1,000 of them in advance."""
    agree(scene, "money", ceiling="4000.00", advance="1000.00")
    return Workshop(scene)


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


@pytest.mark.article("24(1)", "3(1)b")
def test_1_what_was_granted_and_paid_is_public(workshop: Workshop, client: FlaskClient) -> None:
    workshop.advance("250,00")
    page = client.get(f"/pacts/{NUMBER}/money").text
    assert "€250.00" in page
    assert "€3,750.00" in page  # left of the maximum


@pytest.mark.article("24(3)")
def test_3_pay_for_own_work_is_never_admitted(workshop: Workshop) -> None:
    workshop.tell(workshop.due(), ("own_work", "500.00"))
    assert workshop.examine(FINAL).status_code == 409
    assert workshop.examine(FINAL, own_work="Own work is not paid.").status_code == 302
    assert workshop.settle(FINAL).status_code == 302
    assert workshop.grants[-1].amount == Decimal("0.00")


@pytest.mark.article("24(4)")
@pytest.mark.parametrize(
    ("cost", "paid"), [("3999.99", "3999.99"), ("4000.00", "4000.00"), ("4000.01", "4000.00")]
)
def test_4_never_more_than_the_maximum_is_paid(workshop: Workshop, cost: str, paid: str) -> None:
    workshop.tell(workshop.due(), ("goods", cost))
    workshop.settle(FINAL)
    assert workshop.grants[-1].amount == Decimal(paid)


@pytest.mark.article("24(5)", "30(7)")
def test_5_nothing_is_paid_before_the_report_is_accepted(workshop: Workshop) -> None:
    report = workshop.tell(workshop.due(), ("goods", "100.00"), accepted=False)
    assert workshop.settle(FINAL).status_code == 409
    workshop.accept(report)
    assert workshop.settle(FINAL).status_code == 302


@pytest.mark.article("24(5)")
def test_5_a_paid_advance_asks_for_a_report_before_anything_more_is_paid(
    workshop: Workshop,
) -> None:
    workshop.advance()
    workshop.pay(workshop.grants[0])
    own = workshop.grants[0].accounted_in
    assert own is not None
    assert own.kind is ReportKind.ADVANCE
    assert own.due_on is not None
    assert (own.due_on - own.period_from).days == settings().city.terms["advance_report"]
    workshop.tell(workshop.due(), ("goods", "1500.00"))
    assert workshop.settle(FINAL).status_code == 409
    workshop.tell(workshop.report(own.number))
    assert workshop.settle(FINAL).status_code == 302


@pytest.mark.article("24(6)")
def test_6_only_costs_of_the_listed_kinds_are_admitted(workshop: Workshop) -> None:
    workshop.tell(workshop.due(), ("dinner", "80.00"), ("insurance", "300.00"))
    assert workshop.examine(FINAL).status_code == 409
    workshop.examine(FINAL, dinner="It is of no kind that the text lists.")
    workshop.settle(FINAL)
    assert workshop.grants[-1].amount == Decimal("300.00")


@pytest.mark.article("24(7)")
@pytest.mark.parametrize(
    ("fees", "paid"), [("1599.99", "3199.99"), ("1600.00", "3200.00"), ("1600.01", "3200.00")]
)
def test_7_fees_are_at_most_half_of_what_is_reimbursed(
    workshop: Workshop, fees: str, paid: str
) -> None:
    workshop.tell(workshop.due(), ("goods", "1600.00"), ("fees", fees))
    workshop.settle(FINAL)
    assert workshop.grants[-1].amount == Decimal(paid)


@pytest.mark.article("24(3)", "24(4)", "24(5)", "24(7)")
def test_the_youth_workshop_is_paid_2200_after_its_advance(workshop: Workshop) -> None:
    workshop.advance()
    workshop.tell(workshop.due(), *COSTS)
    workshop.examine(FINAL, own_work="Own work is not paid.")
    workshop.settle(FINAL)
    assert [grant.amount for grant in workshop.grants] == [Decimal(1000), Decimal(2200)]
