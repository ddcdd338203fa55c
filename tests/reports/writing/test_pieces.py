"""A report in pieces: nothing is lost, two people write at once. Art. 30(4), 30(5)."""

import re
from datetime import date
from decimal import Decimal
from http import HTTPStatus

import pytest
from flask.testing import FlaskClient

from pactregistry.database import db
from pactregistry.notices.models import Mail
from tests.pacts.cases import CANARY
from tests.proposals.writing import picture
from tests.reports.writing.desk_of import NUMBER, Desk

FOUND, WRONG, MOVED = 302, 422, 409


@pytest.mark.article("30(4)", "30(5)")
def test_a_report_in_pieces_over_three_days(desk: Desk) -> None:
    assert "still empty" in desk.get().text
    assert desk.save("text/objectives", objectives="Keep the beds alive").status_code == FOUND
    assert desk.steps() == ["schedule", "draft"]
    assert desk.save("text/actions", actions="Watered\r\ntwice a week").status_code == FOUND
    desk.scene.clock.go(date(2026, 10, 16))
    on = desk.save("text/results", results="All but one alive", go="next")
    assert on.location.endswith("/write/text/resources")
    desk.save("text/ideas", problems="The tap leaks", ideas="A second tap")
    desk.save("figures", value_people_active="12", value_hours_volunteer="34,5 h")
    desk.scene.clock.go(date(2026, 10, 17))
    sent = desk.save("photographs", photograph=picture(), caption="The beds in June")
    assert sent.status_code == FOUND
    report = desk.report
    assert report.parts["actions"] == "Watered\ntwice a week"
    assert {f.code: (f.value, f.unit) for f in report.figures} == {
        "people_active": (Decimal(12), "n"),
        "hours_volunteer": (Decimal("34.5"), "h"),
    }
    assert [p.caption for p in report.photographs] == ["The beds in June"]
    page = desk.get("sending").text
    assert "Resources available and used" in page  # the gap is told
    assert "you can go on all the same" in page
    assert desk.send().status_code == FOUND
    report = desk.report
    assert (report.state, report.examine_by) == ("submitted", date(2026, 11, 16))
    assert desk.steps() == ["schedule", "draft", "submit"]
    subjects = [mail.subject for mail in db.session.scalars(db.select(Mail).order_by(Mail.id))]
    assert [s for s in subjects if NUMBER in s] == [
        f"Report {NUMBER} arrived, on pact 2026-0001, Aiuole di Via Lunga",
        f"Your report has arrived: {NUMBER}, pact 2026-0001",
    ]
    assert "examines it by" in desk.get().text
    late = desk.save("text/actions", actions="Too late", seen=1)
    assert late.status_code == MOVED
    assert "Too late" in late.text
    assert desk.get("text/actions").status_code == FOUND


def test_two_people_write_different_pieces(desk: Desk) -> None:
    first, second = desk.lead, desk.lead
    assert desk.save("text/objectives", first, objectives="One").status_code == FOUND
    assert desk.save("text/actions", second, actions="Two").status_code == FOUND
    assert desk.report.parts == {"objectives": "One", "actions": "Two"}


@pytest.mark.parametrize("page", ["text/actions", "figures"])
def test_two_people_at_the_same_piece_see_both_texts(desk: Desk, page: str) -> None:
    name = "actions" if page.startswith("text") else "value_people_active"
    assert desk.save(page, **{name: "17"}).status_code == FOUND
    other = desk.save(page, **{name: "29"})
    assert other.status_code == MOVED
    assert "Saved: 17" in other.text
    assert "You typed: 29" in other.text
    assert 'name="revision" type="hidden" value="1"' in other.text
    assert desk.save(page, seen=1, **{name: "29"}).status_code == FOUND
    assert desk.save(page, seen=0, **{name: "29"}).status_code == FOUND  # says the same


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("-3", "minus sign"),
        ("12 kg", "without a unit"),
        ("12\t13\t14", "one number only"),
        ("about ten", "not understood as a number"),
        ("12,5", "Too many decimals"),
        ("100001", "typing mistake"),
    ],
)
def test_a_wrong_figure_is_answered_in_the_page(desk: Desk, typed: str, said: str) -> None:
    answer = desk.save("figures", value_people_active=typed, value_events="4")
    assert answer.status_code == WRONG
    assert said in answer.text
    assert 'value="4"' in answer.text
    assert desk.report.figures == []
    assert desk.steps() == ["schedule"]


def test_a_figure_at_its_bound_is_taken_and_an_empty_one_taken_out(desk: Desk) -> None:
    assert desk.save("figures", value_people_active="100.000").status_code == FOUND
    assert desk.report.figures[0].value == Decimal(100000)
    desk.save("figures", seen=1, explanation_people_active="counted", value_people_active="0")
    assert desk.report.figures[0].explanation == "counted"
    desk.save("figures", seen=2, value_people_active="")
    assert desk.report.figures == []


def test_a_text_may_be_pasted_and_a_too_long_one_is_kept_on_the_page(desk: Desk) -> None:
    table = "Day\tHours\r\n1 May\t3"
    assert desk.save("text/actions", actions=table).status_code == FOUND
    assert desk.report.parts["actions"] == "Day\tHours\n1 May\t3"
    long = desk.save("text/results", results="x" * 8001)
    assert long.status_code == WRONG
    assert "x" * 8001 in long.text


@pytest.mark.article("3(1)f", "30(4)")
def test_a_short_report_is_one_page(short: Desk) -> None:
    page = short.get("short").text
    assert "What did you do?" in page
    done = short.save(
        "short",
        actions="Planted",
        results="They flower",
        value_people_active="9",
        value_hours_volunteer="40",
        photograph=picture(),
        caption="In May",
    )
    assert done.status_code == FOUND
    report = short.report
    assert report.parts == {"actions": "Planted", "results": "They flower"}
    assert (len(report.figures), len(report.photographs)) == (2, 1)
    assert "It can be sent as it is" in short.get().text
    assert short.send().status_code == FOUND


def test_a_short_report_keeps_what_was_typed_when_the_picture_is_none(short: Desk) -> None:
    import io

    letter = (io.BytesIO(b"%PDF-1.4 no picture"), "letter.pdf")
    answer = short.save("short", actions="Planted much", photograph=letter)
    assert answer.status_code == WRONG
    assert "Planted much" in answer.text
    assert short.steps() == ["schedule"]


def test_a_desk_writes_and_sends_on_behalf(desk: Desk) -> None:
    counter = desk.enter(desk.scene.cast.desk)
    assert "You type for the citizens" in desk.get("text/actions", counter).text
    assert "hours of City staff" in desk.get("figures", counter).text
    assert "hours of City staff" not in desk.get("figures").text
    desk.scene.clock.go(date(2026, 10, 20))
    desk.save("text/actions", counter, actions="As told at the counter")
    future = desk.send(counter, occurred_on="2026-10-21")
    assert future.status_code == MOVED
    assert desk.send(counter, occurred_on="2026-10-20").status_code == FOUND
    assert desk.report.submitted_by_id == desk.scene.cast.desk.id


def without_token(page: str, number: str = NUMBER) -> str:
    return re.sub(r'name="csrf_token"[^>]*>', "", page).replace(number, NUMBER)


def test_others_do_not_find_it(desk: Desk, client: FlaskClient) -> None:
    stranger = desk.enter(desk.scene.cast.stranger)
    for page in ("", "text/actions", "figures", "short", "photographs", "costs", "costs/new"):
        address = f"/reports/2026-R-0999/write/{page}".removesuffix("/")
        there, missing = desk.get(page, stranger), stranger.get(address)
        assert there.status_code == HTTPStatus.NOT_FOUND, page
        assert without_token(there.text) == without_token(missing.text, "2026-R-0999")
    assert desk.save("text/actions", stranger, actions="x").status_code == HTTPStatus.NOT_FOUND
    assert client.get(f"/reports/{NUMBER}/write").status_code == FOUND
    assert CANARY not in client.get(f"/reports/{NUMBER}/write").text


def test_a_manager_reads_and_does_not_write(desk: Desk) -> None:
    manager = desk.enter(desk.scene.cast.manager)
    assert "Only who takes part" in desk.get("", manager).text
    answer = desk.save("text/actions", manager, actions="x")
    assert answer.status_code == HTTPStatus.FORBIDDEN
