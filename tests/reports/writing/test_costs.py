"""Costs and photographs: kept with plain sentences, added once, private. Art. 24, 30(6)."""

import io
from decimal import Decimal
from http import HTTPStatus
from typing import Any

import pytest
from flask.testing import FlaskClient
from PIL import Image

from pactregistry.documents.models import attachments_of
from tests.proposals.writing import picture
from tests.reports.writing.desk_of import NUMBER, Desk

FOUND, WRONG, MOVED = 302, 422, 409


def cost(**more: Any) -> dict[str, Any]:
    usual = {
        "description": "Paint",
        "amount": "120,50",
        "spent_on": "2026-06-01",
        "category": "consumables",
        "paid_by": "asked_back",
    }
    return usual | more


def test_a_cost_with_its_receipt(desk: Desk, client: FlaskClient) -> None:
    assert desk.save("costs/new", **cost(receipt=picture("red"))).status_code == FOUND
    (kept,) = desk.report.costs
    assert (kept.amount, kept.receipt_id is not None) == (Decimal("120.50"), True)
    page = desk.get("costs").text
    assert "€120.50" in page
    assert "No receipt yet" not in page
    receipt = f"/reports/{NUMBER}/receipts/{kept.id}"
    assert desk.lead.get(receipt).mimetype == "image/png"
    assert client.get(receipt).status_code == FOUND  # to the door
    stranger = desk.enter(desk.scene.cast.stranger)
    assert stranger.get(receipt).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.article("24(3)", "24(4)", "24(6)", "24(7)", "30(3)")
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"own_work": "y"}, "never reimbursed"),
        ({"category": "other"}, "Of no kind that the regulation reimburses"),
        ({"category": "fees"}, "only for the purposes in the list"),
        ({"spent_on": "2026-04-14"}, "outside the period"),
        ({"amount": "500,01"}, "the pact states €500.00 at most"),
        ({}, "No receipt yet"),
    ],
)
def test_a_cost_is_kept_and_told_what_to_know(desk: Desk, typed: dict[str, str], said: str) -> None:
    assert desk.save("costs/new", **cost(**typed)).status_code == FOUND
    assert len(desk.report.costs) == 1
    assert said in desk.get("costs").text


@pytest.mark.article("24(4)", "24(7)", "30(3)")
@pytest.mark.parametrize(
    ("typed", "unsaid"),
    [
        ({"category": "fees", "fee_purpose": "training"}, "only for the purposes"),
        ({"spent_on": "2026-04-15"}, "outside the period"),
        ({"amount": "500,00"}, "at most. Everything"),
        ({"amount": "900", "paid_by": "own"}, "at most. Everything"),
    ],
)
def test_nothing_is_said_within_the_bounds(desk: Desk, typed: dict[str, str], unsaid: str) -> None:
    assert desk.save("costs/new", **cost(**typed)).status_code == FOUND
    assert unsaid not in desk.get("costs").text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"amount": "1.234"}, "two ways"),
        ({"amount": "0"}, "more than nothing"),
        ({"amount": "-5"}, "minus sign"),
        ({"amount": "twelve"}, "not understood"),
        ({"spent_on": "2026-10-16"}, "future"),
        ({"description": ""}, "required"),
        ({"category": "gold"}, "Not a valid choice"),
    ],
)
def test_a_wrong_cost_is_answered_in_the_page(desk: Desk, typed: dict[str, str], said: str) -> None:
    answer = desk.save("costs/new", **cost(receipt=picture(), **typed))
    assert answer.status_code == WRONG
    assert said in answer.text
    assert "Choose the file again" in answer.text
    assert desk.report.costs == []


def test_a_repeated_form_on_a_bad_line_adds_once(desk: Desk) -> None:
    browser = desk.lead
    for _again in range(2):
        typed = cost(receipt=picture("red"), request_id="one")
        assert desk.save("costs/new", browser, **typed).status_code == FOUND
    for _again in range(2):
        typed = {"photograph": picture(), "request_id": "two"}
        assert desk.save("photographs", browser, **typed).status_code == FOUND
    report = desk.report
    assert (len(report.costs), len(report.photographs)) == (1, 1)


def test_a_cost_is_changed_by_one_at_a_time_and_removed(desk: Desk) -> None:
    desk.save("costs/new", **cost(receipt=picture("red")))
    (kept,) = desk.report.costs
    page = f"costs/{kept.id}"
    assert desk.save(page, **cost(amount="99")).status_code == FOUND
    other = desk.save(page, **cost(amount="98"))
    assert other.status_code == MOVED
    assert "Saved: 99" in other.text
    assert "You typed: personal protective" in desk.save(page, **cost(category="ppe")).text
    desk.save(page, seen=1, **cost(amount="98", receipt=picture("blue")))
    assert len(attachments_of("report", desk.report.id)) == 1
    assert desk.save(f"{page}/removal").status_code == FOUND
    assert (desk.report.costs, list(attachments_of("report", desk.report.id))) == ([], [])
    assert desk.get(page).status_code == HTTPStatus.NOT_FOUND
    gone = desk.save(page, seen=2, **cost(amount="97"))
    assert gone.status_code == MOVED
    assert 'value="97"' in gone.text


@pytest.mark.article("30(6)")
@pytest.mark.parametrize(
    ("faces", "consent", "public"),
    [("", "", True), ("y", "", False), ("y", "y", True)],
)
def test_who_is_on_a_photograph_agrees(desk: Desk, faces: str, consent: str, public: bool) -> None:
    desk.save("photographs", photograph=picture(), faces=faces, consent=consent)
    (photo,) = desk.report.photographs
    assert photo.is_public is public
    assert desk.save(f"photographs/{photo.id}", caption="Us", faces="y").status_code == FOUND
    assert desk.report.photographs[0].is_public is False
    assert desk.save(f"photographs/{photo.id}/removal").status_code == FOUND
    assert desk.report.photographs == []


def test_twenty_photographs_and_no_more(desk: Desk) -> None:
    browser = desk.lead
    for number in range(20):
        sent = desk.save("photographs", browser, photograph=picture(f"#0000{number + 16:02x}"))
        assert sent.status_code == FOUND
    full = desk.save("photographs", browser, photograph=picture("white"), caption="One more")
    assert full.status_code == WRONG
    assert "as many photographs as it takes" in full.text
    assert len(desk.report.photographs) == 20


def test_a_photograph_of_forty_megapixels_is_scaled_down(desk: Desk) -> None:
    content = io.BytesIO()
    Image.new("RGB", (8000, 5000), "green").save(content, "JPEG", optimize=True)
    content.seek(0)
    sent = desk.save("photographs", photograph=(content, "wide.jpg"))
    assert sent.status_code == FOUND
    (photo,) = desk.report.photographs
    shown = desk.lead.get(f"/reports/{NUMBER}/photographs/{photo.id}")
    with Image.open(io.BytesIO(shown.data)) as kept:
        assert max(kept.size) == 3000


def test_a_photograph_is_a_picture_and_one_at_a_time(desk: Desk) -> None:
    assert "Choose a photograph first" in desk.save("photographs", caption="None").text
    two = desk.save("photographs", photograph=[picture(), picture("red")])
    assert "one at a time" in two.text
    torn = desk.save("photographs", photograph=(io.BytesIO(b"\x89PNG\r\n\x1a\n torn"), "a.png"))
    assert torn.status_code == WRONG
    assert desk.report.photographs == []


@pytest.mark.article("24(4)")
def test_nothing_is_asked_back_where_the_pact_states_no_money(short: Desk) -> None:
    assert "asked back from the City" not in short.get("costs/new").text
    assert short.save("costs/new", **cost()).status_code == WRONG
    assert short.save("costs/new", **cost(paid_by="own")).status_code == FOUND
