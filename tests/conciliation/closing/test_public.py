"""What the public knows of a dispute: first nothing, then days and outcome. Art. 33, 3(1)b."""

import re
from datetime import date

import pytest
from flask.testing import FlaskClient

from pactregistry.database import db
from pactregistry.workflow.states import PactState
from pactregistry.workflow.states_disputes import Side
from tests.conciliation.deliberating.conftest import convene
from tests.conciliation.scene import Table
from tests.pacts.cases import CANARY

PUBLIC = (
    "/disputes/",
    "/disputes/{number}",
    "/pacts/2026-0001",
    "/pacts/2026-0001.json",
    "/api/v1/disputes",
    "/api/v1/disputes/{number}",
    "/api/v1/pacts",
    "/data/disputes.csv",
    "/data/disputes.json",
    "/data/pacts.json",
    "/feed.atom",
    "/feed.json",
    "/figures",
    "/figures.json",
)


def read(table: Table, path: str) -> str:
    answer = table.enter(table.stranger).get(path.format(number=table.number))
    return answer.text if answer.status_code == 200 else ""


def bare(page: str, number: str) -> str:
    """A page without the number it was asked for and without its token, which tells the second."""
    return re.sub(r'name="csrf_token" value="[^"]*"', "", page).replace(number, "")


@pytest.mark.article("33(1)")
def test_before_the_committee_sits_a_request_is_only_counted(requested: Table) -> None:
    browser = requested.enter(requested.stranger)
    hidden, missing = (
        browser.get(f"/disputes/{number}") for number in (requested.number, "2026-D-9999")
    )
    assert (hidden.status_code, missing.status_code) == (404, 404)
    assert bare(hidden.text, requested.number) == bare(missing.text, "2026-D-9999")
    for path in PUBLIC:
        assert requested.number not in read(requested, path), path
    assert "1 request waits for its committee." in read(requested, "/disputes/")
    counted = browser.get("/figures.json").json["tables"]
    (course,) = [table for table in counted if table["key"] == "disputes"]
    assert [row["values"] for row in course["rows"]] == [["1"], ["0"], ["0"], ["0"]]


@pytest.mark.article("33(1)", "5(2)b")
def test_once_it_sits_number_pact_and_days_are_public(sitting: Table) -> None:
    page = read(sitting, "/disputes/{number}")
    for told in ("Aiuole di Via Lunga", "15 April 2026", "20 April 2026", "15 May 2026"):
        assert told in page
    assert "Before a conciliation committee since 20 April 2026." in read(
        sitting, "/pacts/2026-0001"
    )
    listed = sitting.enter(sitting.stranger)
    assert sitting.number in listed.get("/disputes/?state=sitting&district=centro&year=2026").text
    assert sitting.number not in listed.get("/disputes/?state=settled").text
    assert sitting.number not in listed.get("/disputes/?state=requested").text
    sitting.go(date(2026, 5, 17))
    assert "2 days late, waiting for the committee" in read(sitting, "/disputes/{number}")
    record = listed.get(f"/api/v1/disputes/{sitting.number}").json
    assert (record["state"], record["days_late"], record["effect"]) == ("sitting", 2, None)


@pytest.mark.article("33(1)")
def test_who_takes_part_and_is_signed_out_finds_the_way_in(
    sitting: Table, client: FlaskClient
) -> None:
    page = f"/disputes/{sitting.number}"
    assert f'href="{page}/room"' in client.get(page).text
    assert client.get(f"{page}/room").location.startswith("/sign-in")
    assert f'href="{page}/room"' not in sitting.page(sitting.stranger).text


@pytest.mark.article("33(2)", "3(1)b")
def test_its_outcome_is_public_and_its_content_never(proposed: Table) -> None:
    proposed.takes(proposed.lead, "/acceptance", words=CANARY)
    proposed.takes(proposed.manager, "/acceptance", words=CANARY)
    for path in PUBLIC:
        body = read(proposed, path)
        assert body, path
        assert CANARY not in body, path
        for who in (proposed.first, proposed.secretary, proposed.neighbour):
            assert who.name not in body, path
    (entry,) = [
        item
        for item in proposed.enter(proposed.stranger).get("/feed.json").json["items"]
        if proposed.number in item["title"]
    ]
    # Said in the language of the city, and of what: an entry is read without its page.
    assert re.fullmatch(r"Concilia\w+: risolta", entry["content_text"])
    assert entry["url"].endswith(f"/disputes/{proposed.number}")
    page = read(proposed, "/disputes/{number}")
    assert "after 28 days" in page
    assert "The text of the pact stays as it is." in page
    (told,) = proposed.enter(proposed.stranger).get("/pacts/2026-0001.json").json["disputes"]
    assert (told["state"], told["days_to_proposal"], told["effect"]) == ("settled", 28, "nothing")
    assert "Before a conciliation committee" not in read(proposed, "/pacts/2026-0001")


@pytest.mark.article("33(1)")
def test_who_withdraws_before_the_committee_sat_is_never_told_of(requested: Table) -> None:
    requested.takes(requested.lead, "/withdrawal")
    for path in PUBLIC:
        assert requested.number not in read(requested, path), path
    assert "1 ended before a committee sat." in read(requested, "/disputes/")


@pytest.mark.article("33(1)")
def test_what_is_withdrawn_afterwards_is_told_with_its_end(table: Table) -> None:
    table.request_dispute(Side.THIRD)
    convene(table)
    table.takes(table.neighbour, "/withdrawal", reason=CANARY)
    page = read(table, "/disputes/{number}")
    assert "Who asked for conciliation withdrew the request." in page
    assert table.number in read(table, "/feed.json")
    assert CANARY not in page


@pytest.mark.article("3(1)b")
def test_a_withheld_pact_takes_its_disputes_with_it(proposed: Table) -> None:
    pact = proposed.pact
    assert pact.state == PactState.ACTIVE
    pact.withheld = True
    db.session.commit()
    for path in PUBLIC:
        assert proposed.number not in read(proposed, path), path
    assert proposed.page(proposed.lead).status_code == 200


@pytest.mark.article("35(2)")
def test_figures_tell_days_and_outcomes(proposed: Table) -> None:
    proposed.takes(proposed.lead, "/acceptance")
    proposed.takes(proposed.manager, "/acceptance")
    tables = proposed.enter(proposed.stranger).get("/figures.json?year=2026").json["tables"]
    found = {
        (table["key"], row["key"]): row["values"]
        for table in tables
        if table["section"] == "disputes"
        for row in table["rows"]
    }
    assert found["disputes", "proposed_in_time"] == ["1"]
    assert found["dispute_days", "to_proposal"] == ["28", "28", "28"]
    assert found["dispute_ends", "settled"] == ["1"]
    assert found["dispute_states", "proposed"] == ["0"]
    page = proposed.enter(proposed.stranger).get("/figures").text
    assert "How disputes ended" in page
    csv = proposed.enter(proposed.stranger).get("/figures.csv").text
    assert "dispute_days" in csv
