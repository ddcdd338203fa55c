"""Whoever has a part in a dispute finds it where they look: pact, list, desk. Art. 33, 3(1)b."""

import re

import pytest

from pactregistry.conciliation.asking.actions import Third
from pactregistry.people.models import Account
from tests.conciliation.deliberating.conftest import sitting
from tests.conciliation.deliberating.test_text import put_to_vote, vote
from tests.conciliation.scene import Table

__all__ = ["sitting"]

PRIVATE = "you have a part in it"


def page(table: Table, who: Account, address: str) -> str:
    """A page as somebody reads it."""
    answer = table.enter(who).get(address)
    assert answer.status_code == 200
    return answer.text


@pytest.mark.article("33(1)")
def test_the_page_of_the_pact_leads_its_parties_to_a_request_that_nobody_else_sees(
    table: Table,
) -> None:
    table.request_dispute(third=Third(table.neighbour.name, table.neighbour.email))
    pact = f"/pacts/{table.pact.number}"
    for who in (table.lead, table.manager, table.neighbour):
        told = page(table, who, pact)
        assert PRIVATE in told
        assert f'href="/disputes/{table.number}"' in told
    for who in (table.stranger, table.secretary):
        told = page(table, who, pact)
        assert PRIVATE not in told
        assert table.number not in told


@pytest.mark.article("33(1)")
def test_who_is_about_to_ask_again_is_told_what_is_open(requested: Table) -> None:
    number = requested.pact.number
    for address in (f"/pacts/{number}/conciliation", f"/conciliation?pact={number}"):
        assert f"{requested.number} is already open" in page(requested, requested.lead, address)
        assert requested.number not in page(requested, requested.stranger, address)


@pytest.mark.article("33(1)")
def test_the_managing_officer_finds_on_the_first_list_what_is_awaited_of_the_city(
    requested: Table,
) -> None:
    line = f'href="/disputes/{requested.number}"'
    told = page(requested, requested.manager, "/desk/")
    assert line in told
    assert "name a member" in told[told.index(line) :]
    assert line not in page(requested, requested.desk, "/desk/")
    requested.takes(requested.manager, "/seats/city/naming", name="Seconda", email="s@example.org")
    requested.takes(requested.manager, "/seats/joint/naming", name="Terza", email="t@example.org")
    assert line not in page(requested, requested.manager, "/desk/")


@pytest.mark.article("33(2)")
def test_a_member_reads_in_the_list_what_the_room_asks_and_nothing_once_it_is_done(
    sitting: Table,
) -> None:
    def awaited_of(who: Account) -> list[str]:
        return re.findall(
            r"<strong>Awaited from you:</strong> ([^<]*)</p>", page(sitting, who, "/me/disputes")
        )

    assert awaited_of(sitting.first) == [
        "call a sitting, to hear the parties",
        "write the proposal together",
    ]
    sitting.takes(
        sitting.first, "/sittings/new", held_on="2026-04-24", at="17:30", place="Sala di quartiere"
    )
    put_to_vote(sitting, sitting.first)
    assert awaited_of(sitting.second) == ["vote on the text"]
    vote(sitting, sitting.second)
    assert awaited_of(sitting.second) == []
    assert "the committee: make the proposal" in page(sitting, sitting.second, "/me/disputes")


@pytest.mark.article("33(1)")
def test_what_is_to_be_mended_reads_well_where_the_label_is_a_question(table: Table) -> None:
    told = table.enter(table.lead).post(f"/pacts/{table.pact.number}/conciliation", data={}).text
    assert "What is the dispute about?</a> This field is required." in told
    assert "What happened</a>: " in told
