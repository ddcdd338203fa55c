"""Disputes with a neighbour, from the request to the end, through the pages. Art. 33(1), 33(2)."""

from datetime import date

import pytest

from pactregistry.conciliation.committee.awaited import awaited
from pactregistry.conciliation.deliberating.facts import unheard
from pactregistry.database import db
from pactregistry.workflow.states_disputes import DisputeState, Side
from tests.conciliation.conftest import scene, table
from tests.conciliation.deliberating.test_text import put_to_vote, vote
from tests.conciliation.scene import ASKED, HAPPENED, Table
from tests.pacts.cases import CANARY
from tests.pacts.conftest import accepted, cast, enter

__all__ = ["accepted", "cast", "enter", "scene", "table"]

YES = {"no_part": "y"}
PACT = "/pacts/2026-0001"


def asks(table: Table, **more: str) -> None:
    """The citizens ask, with what they say of a third party."""
    asked = {"matter": "damage", "what_happened": HAPPENED, "what_is_asked": ASKED, **more}
    who = table.lead if more else table.neighbour
    answer = table.enter(who).post(f"{PACT}/conciliation", data=asked)
    assert answer.status_code == 302, answer.text
    table.number = answer.location.rsplit("/", 1)[-1]


def both_sides_name(table: Table) -> None:
    """Each side names its own member, who says yes."""
    for by, chair, whom in (
        (table.lead, "citizens", table.first),
        (table.manager, "city", table.second),
    ):
        table.takes(by, f"/seats/{chair}/naming", name=whom.name, email=whom.email)
        table.takes(whom, "/seat", **YES)


def names_third(table: Table, by: object) -> int:
    """Somebody names the third member; gives the answer's status."""
    whom = table.third
    form = {"name": whom.name, "email": whom.email}
    return table.post(by, "/seats/joint/naming", **form).status_code  # type: ignore[arg-type]


def proposes(table: Table) -> None:
    """The committee sits, writes, votes and proposes."""
    table.takes(table.secretary, "/convening")
    put_to_vote(table, table.first)
    for member in (table.first, table.third):
        assert vote(table, member).status_code == 302
    table.takes(table.first, "/proposal")
    assert table.dispute.state == DisputeState.PROPOSED


def waited_for(table: Table) -> set[str]:
    """Of whom something is awaited now."""
    found = {str(wait.side or "member") for wait in awaited(table.dispute)}
    db.session.rollback()
    return found


@pytest.mark.article("33(1)", "33(2)")
def test_who_was_named_leaves_while_the_committee_is_formed(table: Table) -> None:
    """Its member is free with it: from then on both sides name the third one together."""
    asks(table, third_name=table.neighbour.name, third_email=table.neighbour.email)
    both_sides_name(table)
    assert names_third(table, table.lead) == 409, "the third party names the third member"
    assert names_third(table, table.neighbour) == 302
    assert waited_for(table) == {"member"}
    table.takes(table.neighbour, "/leaving", reason=CANARY)
    assert waited_for(table) == {"citizens", "city"}
    assert table.page(table.neighbour).status_code == 404
    assert table.page(table.third, "/seat").status_code == 404
    assert "left on 15 April 2026" in table.page(table.lead).text

    assert names_third(table, table.lead) == 302
    table.takes(table.manager, "/third-member/agreement")
    table.takes(table.third, "/seat", **YES)
    proposes(table)
    for who in (table.lead, table.manager):
        assert table.dispute.state == DisputeState.PROPOSED
        table.takes(who, "/acceptance")
    assert table.dispute.state == DisputeState.SETTLED
    told = [mail.text for mail in table.mails_to(table.neighbour)]
    assert not any("settled" in text for text in told), "who left is written to no more"


@pytest.mark.article("33(1)")
def test_who_leaves_while_the_committee_sits_leaves_its_member_there(table: Table) -> None:
    """Three sit, whoever named them: the committee goes on, and hears the two."""
    asks(table, third_name=table.neighbour.name, third_email=table.neighbour.email)
    both_sides_name(table)
    assert names_third(table, table.neighbour) == 302
    table.takes(table.third, "/seat", **YES)
    table.takes(table.secretary, "/convening")
    assert unheard(table.dispute) == [Side.CITIZENS, Side.CITY, Side.THIRD]
    table.go(date(2026, 4, 20))
    table.takes(table.neighbour, "/leaving")
    assert unheard(table.dispute) == [Side.CITIZENS, Side.CITY]
    assert table.page(table.third, "/draft").status_code == 200
    public = table.page(table.neighbour)
    assert public.status_code == 200
    assert CANARY not in public.text
    assert table.page(table.neighbour, "/messages").status_code == 404
    mails = len(table.mails_to(table.neighbour))
    table.takes(table.secretary, "/sittings/new", held_on="2026-04-27", at="17:30", place="Sala")
    assert len(table.mails_to(table.neighbour)) == mails


@pytest.mark.article("33(1)", "33(2)")
def test_a_neighbour_who_asked_is_a_party_to_the_end(table: Table) -> None:
    """Whoever asked does not leave; all three answer, and the last yes settles it."""
    asks(table)
    assert table.dispute.asked_by is Side.THIRD
    both_sides_name(table)
    assert names_third(table, table.neighbour) == 302
    table.takes(table.third, "/seat", **YES)
    proposes(table)
    refused = table.post(table.neighbour, "/leaving", reason=CANARY)
    assert refused.status_code == 409
    assert CANARY in refused.text
    for who in (table.lead, table.manager):
        table.takes(who, "/acceptance")
    assert waited_for(table) == {"third"}
    table.takes(table.neighbour, "/acceptance")
    assert table.dispute.state == DisputeState.SETTLED


@pytest.mark.article("33(1)", "33(2)")
def test_a_neighbour_who_asked_takes_it_back_from_all(table: Table) -> None:
    """With the withdrawal nothing is left to accept."""
    asks(table)
    both_sides_name(table)
    assert names_third(table, table.neighbour) == 302
    table.takes(table.third, "/seat", **YES)
    proposes(table)
    table.takes(table.lead, "/acceptance")
    table.takes(table.neighbour, "/withdrawal", reason="We talked over the fence.")
    late = table.post(table.manager, "/acceptance", words="Gladly.")
    assert late.status_code == 409
    assert "Gladly." in late.text
    assert "33(2)" in late.text
    assert table.dispute.state == DisputeState.WITHDRAWN
