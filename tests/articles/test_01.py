"""Art. 1: what the regulation is about, and what it leaves to other instruments."""

from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient

from pactregistry.proposals.models import Proposal
from tests.packs.walk import Walk
from tests.proposals.conftest import Office, People

WHY = (
    "What is asked for is money for a yearly programme of concerts and no care of a place: "
    "the call for grants of the culture office is open until June."
)
GRANT = {"instrument": "Call for grants, culture office", "reason": WHY}


@pytest.mark.article("1(1)")
def test_1_each_proposal_and_pact_keeps_the_text_under_which_it_was_made(
    walk: Walk, client: FlaskClient
) -> None:
    number = walk.propose()
    walk.open_inquiry(number)
    walk.clock.go(date(2026, 3, 18))
    walk.accept(number)
    for record in (walk.proposal(number), walk.pact(number)):
        assert (record.pack_id, record.pack_version) == ("bologna-2014", "1")
    assert "118" in client.get("/regulation/1").text, "the Constitution that it gives effect to"


@pytest.mark.article("1(2)", "1(4)")
def test_2_and_4_what_calls_for_another_instrument_is_shown_the_way_and_not_refused(
    office: Office, people: People, sent: Callable[..., Proposal], client: FlaskClient
) -> None:
    proposal = sent(title="Concerts all year")
    nameless = office.post(people.desk, "redirection", proposal, reason=WHY)
    assert nameless.status_code == 409, "the right instrument has a name"
    assert office.post(people.desk, "redirection", proposal, **GRANT).status_code == 302
    assert proposal.state == "redirected"
    assert GRANT["instrument"] in client.get(f"/proposals/{proposal.number}").text


@pytest.mark.article("1(2)")
def test_2_who_was_redirected_may_ask_for_a_decision_all_the_same(
    office: Office, people: People, sent: Callable[..., Proposal]
) -> None:
    proposal = sent(title="Concerts all year")
    office.post(people.desk, "redirection", proposal, **GRANT)
    asked = {"version": proposal.version, "text": "We care for the bandstand: it is no grant."}
    author = office.as_(people.resident)
    assert author.post(f"/proposals/{proposal.number}/insistence", data=asked).status_code == 302
    assert proposal.state == "inquiry"


@pytest.mark.article("1(3)")
def test_3_the_city_agrees_and_does_not_impose(walk: Walk) -> None:
    number = walk.propose()
    walk.open_inquiry(number)
    walk.clock.go(date(2026, 3, 18))
    walk.accept(number)
    walk.agree_and_freeze(number)
    assert walk.sign_for_city(number).status_code == 409, "the City alone makes no pact"
    assert walk.sign(number, walk.resident).status_code == 302
    assert walk.pact(number).state == "forming", "neither do the citizens alone"
    assert walk.sign_for_city(number).status_code == 302
    assert walk.pact(number).state == "signed"
