"""At the top of a room stands what its reader is to do next, and who is awaited. Art. 33, 34."""

import re

import pytest

from pactregistry.conciliation.models import Draft
from pactregistry.database import db
from pactregistry.people.models import Account
from pactregistry.workflow.states_disputes import Effect
from tests.conciliation.closing.conftest import proposed
from tests.conciliation.deliberating.conftest import sitting
from tests.conciliation.scene import Table

__all__ = ["proposed", "sitting"]


def next_of(table: Table, who: Account) -> str:
    """The box at the top of the room."""
    page = table.page(who).text
    start = page.index('<section aria-labelledby="next"')
    assert start < page.index('id="asked"')
    return page[start : page.index("</section>", start)]


def buttons(table: Table, who: Account) -> list[str]:
    """Where the buttons in it lead."""
    return re.findall(
        rf'class="btn [^"]*" href="/disputes/{table.number}([^"]*)"', next_of(table, who)
    )


@pytest.mark.article("33(1)")
def test_a_side_is_led_to_the_seats_it_names(requested: Table) -> None:
    joint = "/seats/joint/naming"
    assert buttons(requested, requested.lead) == ["/seats/citizens/naming", joint]
    assert buttons(requested, requested.manager) == ["/seats/city/naming", joint]
    assert "Awaited from you:" in next_of(requested, requested.lead)


@pytest.mark.article("33(1)")
def test_who_only_records_papers_or_waits_is_told_so(requested: Table) -> None:
    for who in (requested.desk, requested.secretary):
        assert buttons(requested, who) == []
        page = next_of(requested, who)
        assert "You need do nothing now." in page
        assert "the City: name a member" in page


@pytest.mark.article("33(2)")
def test_a_member_is_led_from_the_sitting_to_the_text(sitting: Table) -> None:
    assert buttons(sitting, sitting.first) == ["/sittings/new", "/draft"]
    sitting.takes(
        sitting.first, "/sittings/new", held_on="2026-04-24", at="17:30", place="Sala di quartiere"
    )
    db.session.add(
        Draft(dispute_id=sitting.dispute.id, text="Two evenings.", effect=Effect.NOTHING)
    )
    db.session.commit()
    assert buttons(sitting, sitting.first) == ["/draft", "/text"]
    assert "Next sitting:" in next_of(sitting, sitting.lead)
    assert buttons(sitting, sitting.lead) == []


@pytest.mark.article("33(2)")
def test_a_party_answers_at_the_top_and_once(proposed: Table) -> None:
    assert buttons(proposed, proposed.lead) == ["/acceptance", "/refusal"]
    proposed.takes(proposed.lead, "/acceptance")
    assert buttons(proposed, proposed.lead) == []
    assert "the City: answer the proposal" in next_of(proposed, proposed.lead)


@pytest.mark.article("33(1)")
def test_the_lists_tell_what_is_awaited_of_their_reader(proposed: Table) -> None:
    mine = proposed.enter(proposed.lead)
    files = mine.get("/me/proposals").text
    assert files.index("Awaited from you</h2>") < files.index(proposed.number)
    assert "Awaited from you:" in mine.get("/me/disputes").text
    proposed.takes(proposed.lead, "/acceptance")
    files = mine.get("/me/proposals").text
    assert files.index("My disputes</h2>") < files.index(proposed.number)
    assert "Awaited from you:" not in mine.get("/me/disputes").text
    assert "Awaited from you:" in proposed.enter(proposed.manager).get("/desk/disputes").text
    assert "Awaited from you:" not in proposed.enter(proposed.desk).get("/desk/disputes").text


@pytest.mark.article("33(2)")
def test_how_it_ended_stands_first(requested: Table) -> None:
    why = "We talked, and it is well."
    requested.takes(requested.lead, "/withdrawal", reason=why)
    page = requested.page(requested.manager).text
    assert page.index('id="ended"') < page.index(why) < page.index('id="asked"')
