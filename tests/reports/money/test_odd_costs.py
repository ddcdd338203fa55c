"""Costs that are odd: over the ceiling, told twice, of another time, examined by two. Art. 24."""

from datetime import date
from decimal import Decimal

import pytest

from pactregistry.database import db
from pactregistry.workflow.states_reports import ReportKind
from tests.reports.money.workshop import Workshop
from tests.scenarios.money import account_on

FINAL, INTERIM = "2028-R-0009", "2026-R-0008"
TWICE = "A cost of the same day, kind and sum stands in report"


def page(workshop: Workshop, number: str, page: str) -> str:
    cast = workshop.scene.cast
    who = cast.manager if page == "settlement" else cast.desk
    return workshop.scene.enter(who).get(f"/reports/{number}/{page}").text


@pytest.mark.article("24(4)")
@pytest.mark.parametrize(
    ("receipt", "told", "cut", "payable"),
    [
        ("3999.99", "not more than that", "–", "€3,999.99"),
        ("4000.00", "not more than that", "–", "€4,000.00"),
        ("4000.01", "what is above is left out", "-€0.01", "€4,000.00"),
    ],
)
def test_a_receipt_at_the_ceiling_and_a_cent_over(
    workshop: Workshop, receipt: str, told: str, cut: str, payable: str
) -> None:
    workshop.tell(workshop.due(), ("goods", receipt))
    assert workshop.examine(FINAL).status_code == 302
    account = account_on(page(workshop, FINAL, "settlement"))
    assert [amount for what, amount in account if told in what] == [cut]
    assert ("Reimbursed in all", payable) in account
    assert workshop.settle(FINAL).status_code == 302
    assert workshop.grants[-1].amount == Decimal(payable.removeprefix("€").replace(",", ""))


@pytest.mark.article("24(5)", "30(3)")
def test_periods_that_overlap_pay_no_cost_twice_unseen(workshop: Workshop) -> None:
    """The final report tells of the whole pact, interim ones of a part: a cost may come twice."""
    interim = workshop.tell(workshop.due(ReportKind.INTERIM, INTERIM), ("goods", "100.00"))
    final = workshop.tell(workshop.due(), ("goods", "100.00"), ("insurance", "100.00"))
    assert (interim.period_from, interim.period_to) < (final.period_from, final.period_to)
    shown = page(workshop, FINAL, "costs/examination")
    assert shown.count(f"{TWICE} {INTERIM} too") == 1
    assert "outside the period" not in shown


@pytest.mark.article("30(3)")
def test_a_cost_of_another_time_is_told_to_the_office(workshop: Workshop) -> None:
    report = workshop.tell(workshop.due(ReportKind.INTERIM, INTERIM), ("goods", "100.00"))
    for day, odd in ((report.period_to, False), (date(2026, 10, 15), True)):
        workshop.report(INTERIM).costs[0].spent_on = day
        db.session.commit()
        shown = page(workshop, INTERIM, "costs/examination")
        assert ("Its day lies outside the period" in shown) is odd


@pytest.mark.article("24(6)")
def test_of_two_who_examine_at_once_the_second_reads_why(workshop: Workshop) -> None:
    report = workshop.tell(workshop.due(), ("goods", "100.00"))
    cost, seen = report.costs[0].id, str(report.version)
    assert workshop.examine(FINAL).status_code == 302
    form = {"version": seen, f"verdict_{cost}": "rejected", f"reason_{cost}": "For another pact."}
    second = workshop.scene.enter(workshop.scene.cast.desk)
    refused = second.post(f"/reports/{FINAL}/costs/examination", data=form)
    assert refused.status_code == 409
    assert "The file has moved on" in refused.text
    assert "For another pact." in refused.text
    assert workshop.report(FINAL).costs[0].verdict.value == "admitted"
