"""From the advance to the balance through the pages: the money of scenario 6. Art. 24."""

from decimal import Decimal

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from pactregistry.database import db
from pactregistry.documents import storage
from pactregistry.notices.models import Mail
from pactregistry.reports.models import Report
from pactregistry.reports.reading.document import report_pdf
from pactregistry.workflow.states_reports import ReportKind
from tests.reports.money.workshop import COSTS, NUMBER, Workshop

FINAL = "2028-R-0009"


def test_the_youth_workshop_from_the_advance_to_the_balance(
    workshop: Workshop, client: FlaskClient
) -> None:
    assert workshop.advance().status_code == 302
    advance = workshop.grants[0]
    assert workshop.pay(advance).status_code == 302
    own = db.session.scalars(select(Report)).one()
    assert own.kind is ReportKind.ADVANCE
    workshop.tell(workshop.due(), *COSTS)
    own_work = "Their own work is not paid."

    refused = workshop.settle(FINAL)
    assert refused.status_code == 409
    assert own.number in refused.text  # the advance has no accepted report

    workshop.tell(workshop.report(own.number))
    assert workshop.examine(FINAL, own_work=own_work).status_code == 302
    page = workshop.scene.enter(workshop.scene.cast.manager).get(f"/reports/{FINAL}/settlement")
    for told in ("€3,400.00", "52.9 %", "€1,600.00", "€3,200.00", "€2,200.00"):
        assert told in page.text, told
    assert workshop.settle(FINAL).status_code == 302
    settled = workshop.grants[-1]
    assert settled.amount == Decimal("2200.00")
    assert workshop.pay(settled).status_code == 302

    public = client.get(f"/pacts/{NUMBER}/money").text
    for told in ("€4,000.00", "€1,000.00", "€3,200.00", "€2,200.00"):
        assert told in public, told
    for private in ("M-77-secret", "about goods"):
        assert private not in public
    subjects = [mail.subject for mail in db.session.scalars(select(Mail))]
    for beginning in ("€1,000.00 are granted in advance", "settled, €2,200.00", "were paid"):
        assert any(beginning in subject for subject in subjects), (beginning, subjects)


def test_the_file_prints_the_account_and_can_be_made_again(workshop: Workshop) -> None:
    workshop.tell(workshop.due(), *COSTS)
    assert workshop.examine(FINAL, own_work="Not paid.").status_code == 302
    assert workshop.settle(FINAL).status_code == 302
    report = workshop.report(FINAL)
    assert report.public_content is not None
    assert report.public_sha256 is not None
    told = [line["amount"] for line in report.public_content["content"]["account"]]
    assert any("3.200,00" in amount for amount in told), told
    assert report_pdf(report.public_content) == storage.get(report.public_sha256)


@pytest.mark.parametrize(
    ("fees", "balance"), [("1600.00", "3200.00"), ("1600.01", "3200.00"), ("1599.99", "3199.99")]
)
def test_fees_at_half_one_cent_over_and_under(workshop: Workshop, fees: str, balance: str) -> None:
    workshop.tell(workshop.due(), ("goods", "1600.00"), ("fees", fees))
    assert workshop.examine(FINAL).status_code == 302
    assert workshop.settle(FINAL).status_code == 302
    assert workshop.grants[-1].amount == Decimal(balance)


def test_nothing_is_paid_before_the_report_is_accepted(workshop: Workshop) -> None:
    workshop.tell(workshop.due(), ("goods", "100.00"), accepted=False)
    refused = workshop.settle(FINAL)
    assert refused.status_code == 409
    assert "accepted" in refused.text
    assert workshop.grants == []


def test_own_work_cannot_be_admitted(workshop: Workshop) -> None:
    workshop.tell(workshop.due(), ("own_work", "500.00"), ("goods", "10.00"))
    refused = workshop.examine(FINAL)
    assert refused.status_code == 409
    assert "never paid" in refused.text
    assert {c.verdict.value for c in workshop.report(FINAL).costs} == {"open"}


def test_a_rejected_cost_has_a_reason_that_its_citizens_read(
    workshop: Workshop, client: FlaskClient
) -> None:
    workshop.tell(workshop.due(), ("goods", "100.00"), ("insurance", "50.00"))
    assert workshop.examine(FINAL, goods=" ").status_code == 409
    assert workshop.examine(FINAL, goods="For another pact.").status_code == 302
    lead = workshop.scene.enter(workshop.scene.cast.lead)
    assert "For another pact." in lead.get(f"/reports/{FINAL}").text
    assert "For another pact." not in client.get(f"/reports/{FINAL}").text
    assert workshop.settle(FINAL).status_code == 302
    assert workshop.grants[-1].amount == Decimal("50.00")


def test_two_reports_are_reckoned_together_and_settled_once(workshop: Workshop) -> None:
    first = "2026-R-0008"
    workshop.tell(workshop.due(ReportKind.INTERIM, first), ("goods", "100.00"))
    assert workshop.settle(first).status_code == 302
    assert workshop.settle(first).status_code == 409
    workshop.tell(workshop.due(), ("fees", "300.00"))
    assert workshop.settle(FINAL).status_code == 302
    # fees of 300 beside goods of 100: 100 are reimbursed, over both reports together
    assert [grant.amount for grant in workshop.grants] == [Decimal("100.00"), Decimal("100.00")]


def test_what_was_not_used_is_given_back_at_the_end(workshop: Workshop) -> None:
    assert workshop.advance().status_code == 302
    workshop.tell(workshop.due(), ("goods", "400.00"))
    assert workshop.settle(FINAL).status_code == 302
    given_back = workshop.grants[-1]
    assert given_back.amount == Decimal("-600.00")
    assert workshop.pay(given_back).status_code == 302
    subjects = [mail.subject for mail in db.session.scalars(select(Mail))]
    assert any("€600.00 are to be given back" in subject for subject in subjects), subjects


@pytest.mark.parametrize(("amount", "code"), [("4000,00", 302), ("4000,01", 409)])
def test_an_advance_at_the_ceiling_and_one_cent_over(
    workshop: Workshop, amount: str, code: int
) -> None:
    answer = workshop.advance(amount)
    assert answer.status_code == code
    if code == 409:
        assert 'value="4000,01"' in answer.text


@pytest.mark.parametrize("amount", ["1.234", "1 000", "-5", "0", "Infinity", "mille", "1e9", ""])
def test_a_sum_that_is_none_is_refused_and_kept(workshop: Workshop, amount: str) -> None:
    answer = workshop.advance(amount)
    assert answer.status_code == 422
    assert f'value="{amount}"' in answer.text
    assert workshop.grants == []


@pytest.mark.parametrize("amount", ["1.000,00", "1000.00", "1\u00a0000", "1000"])
def test_a_sum_is_understood_as_it_is_typed(workshop: Workshop, amount: str) -> None:
    assert workshop.advance(amount).status_code == 302
    assert workshop.grants[0].amount == Decimal("1000.00")


def test_who_may_and_who_may_not(workshop: Workshop) -> None:
    people = workshop.scene.cast
    assert workshop.advance(who=people.desk).status_code in {403, 404}
    assert workshop.advance(who=people.lead).status_code in {403, 404}
    assert workshop.advance().status_code == 302
    grant = workshop.grants[0]
    assert workshop.pay(grant, who=people.lead).status_code in {403, 404}
    assert workshop.pay(grant).status_code == 302
    assert workshop.pay(grant).status_code == 409  # paid once
    workshop.tell(workshop.due(), ("goods", "10.00"))
    assert workshop.settle(FINAL, who=people.desk).status_code in {403, 404}
    assert len(workshop.grants) == 1


def test_a_pact_without_money_has_no_such_page(scene: object, client: FlaskClient) -> None:
    assert client.get(f"/pacts/{NUMBER}/money").status_code == 404


def test_the_sums_are_open_data(workshop: Workshop, client: FlaskClient) -> None:
    assert workshop.advance().status_code == 302
    workshop.tell(workshop.due(), ("goods", "1500.50"))
    assert workshop.settle(FINAL).status_code == 302
    items = client.get("/api/v1/grants").json["items"]  # type: ignore[index]  # reason: it is JSON
    assert [item["amount"] for item in items] == ["1000.00", "500.50"]
    assert items[1]["report"] == FINAL
    assert {"key": "payable", "category": None, "amount": "1500.50"} in items[1]["account"]
    assert "500.50" in client.get("/data/grants.csv").text
    assert client.get("/data/grants.json").json["grants"] == items  # type: ignore[index]  # reason: it is JSON


def test_an_open_payment_is_offered_on_the_file_until_it_is_recorded(workshop: Workshop) -> None:
    desk = workshop.scene.enter(workshop.scene.cast.desk)
    offered = f'href="/pacts/{NUMBER}/payments"'
    assert offered not in desk.get(f"/desk/pacts/{NUMBER}").text
    assert workshop.advance().status_code == 302
    assert offered in desk.get(f"/desk/pacts/{NUMBER}").text
    grant = workshop.grants[0]
    way = desk.get(f"/pacts/{NUMBER}/payments")
    assert way.location == f"/pacts/{NUMBER}/payments/{grant.id}"
    assert "€1,000.00" in desk.get(way.location).text
    assert workshop.pay(grant).status_code == 302
    assert offered not in desk.get(f"/desk/pacts/{NUMBER}").text
    answer = desk.get(f"/pacts/{NUMBER}/payments")
    assert answer.location == f"/pacts/{NUMBER}/money"
