"""Art. 10: one office, consent, the list of commons, and proposals on one commons."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from tests.commons.modules.scene import CareScene
from tests.inventory.conftest import Inventory
from tests.packs.walk import Walk
from tests.proposals.competing.court import CLUB, COMMITTEE, MINUTES


@pytest.mark.article("10(7)")
def test_of_two_proposals_for_one_court_a_participatory_choice_takes_one(court, client):
    """Scenario 3: the club and the committee cannot be joined; 96 residents choose, 58 to 38."""
    page = court.as_desk().get(f"/desk/proposals/{court.club.number}").text
    assert court.committee.number in page, "the overlap is found by place"
    court.declare(comparison="The club wants every afternoon; the committee wants quiet hours.")
    assert (court.club.state, court.committee.state) == ("competing", "competing")
    court.clock.go(date(2026, 4, 1))
    assert court.desk(court.club, "acceptance").status_code == 409, "co-design is blocked"
    for held_on in ("2026-03-10", "2026-03-17"):
        court.met(held_on, minutes=f"On {held_on} nobody gave up the afternoons.")
    assert "2026-03-17 nobody gave up" in client.get("/competitions/2026-K-0001").text

    court.call(opens_on=date(2026, 4, 9), closes_on=date(2026, 4, 18))
    court.clock.go(date(2026, 4, 9))
    court.votes(club=58, committee=38)
    court.clock.go(date(2026, 4, 19))
    assert court.count().status_code == 302
    assert court.record().status_code == 302

    result = client.get("/choices/2026-V-0001").text
    for told in (">58<", ">38<", ">96<", MINUTES, CLUB["description"], COMMITTEE["description"]):
        assert told in result
    assert (court.club.state, court.committee.state) == ("inquiry", "not_chosen")
    ended = client.get(f"/proposals/{court.committee.number}").text
    assert "Not chosen is no refusal" in ended
    assert "Others may join at any time (Art. 3(1)d)" in ended
    feed = client.get("/feed.json").json["items"]
    told = [item["title"] for item in feed if "scelta partecipativa" in item["title"]]
    assert len(told) == len(set(told)) == 2, "once for each file"
    assert court.desk(court.club, "acceptance").status_code == 302, "the chosen one goes on"


@pytest.mark.article("10(7)")
def test_proposals_that_can_be_joined_are_joined_with_every_author_s_consent(court, client):
    court.declare()
    court.joint_text(title="Campo Stella insieme", description="Tre pomeriggi a testa.")
    court.agrees(court.club, court.people.resident)
    assert court.desk(court.club, "integration").status_code == 409, "one consent is missing"
    court.agrees(court.committee, court.people.neighbour)
    assert court.desk(court.club, "integration").status_code == 302
    assert (court.club.state, court.committee.state) == ("inquiry", "superseded")
    assert "Tre pomeriggi a testa." in client.get(f"/proposals/{court.club.number}").text


@pytest.mark.article("10(7)", "4(1)")
def test_each_person_has_one_vote_wherever_they_live(court):
    court.declare()
    court.call()
    court.clock.go(date(2026, 3, 9))
    stranger = court.person("Una Forestiera")
    assert court.vote(stranger, court.option(court.club)).status_code == 302
    assert court.vote(stranger, court.option(court.committee)).status_code == 409


@pytest.mark.article("10(7)")
@pytest.mark.parametrize(("club", "chosen"), [(1, "not_chosen"), (2, "competing"), (3, "inquiry")])
def test_the_greater_number_decides_and_a_tie_does_not(court, club, chosen):
    court.declare()
    court.call()
    court.clock.go(date(2026, 3, 9))
    court.votes(club=club, committee=2)
    court.clock.go(date(2026, 3, 19))
    court.count()
    court.record()
    assert court.club.state == chosen


@pytest.mark.article("10(7)")
def test_the_rival_of_one_that_is_withdrawn_goes_on(court):
    court.declare()
    court.withdraws(court.committee, court.people.neighbour)
    assert court.desk(court.club, "release").status_code == 302
    assert court.club.state == "inquiry"


@pytest.mark.article("10(6)")
def test_6_the_list_tells_places_aims_and_its_day(inventory: Inventory, clock: object) -> None:
    inventory.list(name="Campo Stella", aims="Play for everyone.")
    page = inventory.client.get("/commons/").text
    assert "List of 2 March 2026" in page
    assert "Play for everyone." in page


@pytest.mark.article("10(6)")
@pytest.mark.parametrize(("day", "old"), [(date(2027, 3, 2), False), (date(2027, 3, 3), True)])
def test_6_the_list_is_looked_at_again_after_the_city_s_term(
    inventory: Inventory, clock: object, day: date, old: bool
) -> None:
    inventory.list()
    clock.go(day)  # type: ignore[attr-defined]  # reason: the clock of the test
    page = inventory.as_(inventory.desk).get("/desk/commons/").text
    assert ("to be looked at again" in page) is old


@pytest.mark.article("10(4)")
def test_4_who_accepts_the_rules_set_beforehand_may_act_at_once(care: CareScene) -> None:
    care.module()
    assert care.announce(accepts=None).status_code == 409
    assert care.announce(accepts="y").status_code == 302
    assert care.activity().state == "authorised"


@pytest.mark.article("10(2)")
def test_2_one_office_is_the_single_contact_and_asks_the_others(
    walk: Walk, client: FlaskClient
) -> None:
    number = walk.propose()
    assert walk.open_inquiry(number, offices=["green"]).status_code == 302
    walk.clock.go(date(2026, 3, 18))
    told = client.get(f"/proposals/{number}").text
    awaited = told.split("Questions:")[1].split("</p>")[0]
    assert "Ufficio beni comuni" in awaited
    assert "Green spaces office" in told, "the office asks it; the author need not"


@pytest.mark.article("10(3)", "10(5)")
def test_3_and_5_accepted_is_not_yet_agreed_consent_is_given_in_the_pact(walk: Walk) -> None:
    number = walk.propose()
    walk.open_inquiry(number)
    walk.clock.go(date(2026, 3, 18))
    walk.accept(number)
    assert walk.pact(number).state == "forming"
    walk.agree_and_freeze(number)
    walk.sign(number, walk.resident)
    assert walk.pact(number).state == "forming", "the City has not consented"
    walk.sign_for_city(number)
    assert walk.pact(number).state == "signed"
