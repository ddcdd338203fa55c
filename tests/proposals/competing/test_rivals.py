"""Rivals found, declared in one act, heard together, released. Art. 10(7), 3(1)b."""

from datetime import date

import pytest

from pactregistry.journal import history
from pactregistry.people.models import Holding
from pactregistry.proposals.competing.finding import METRES_PER_DEGREE, candidates
from pactregistry.workflow.states import Role
from tests.proposals.competing.court import scan

NORTH = 44.6231
pytestmark = pytest.mark.article("10(7)")


@pytest.mark.parametrize(("metres", "found"), [(149, True), (150, True), (151, False)])
def test_a_near_proposal_of_the_same_theme_is_found(people, sent, metres, found):
    one = sent(place_name="A", longitude=11.0, latitude=NORTH, theme="verde")
    other = NORTH + metres / METRES_PER_DEGREE
    sent(place_name="B", longitude=11.0, latitude=other, theme=" Verde")
    assert bool(candidates(one)) is found


def test_another_theme_nearby_is_another_matter_and_an_unknown_one_is_not(people, sent):
    one = sent(place_name="A", longitude=11.0, latitude=NORTH, theme="verde")
    sent(place_name="B", longitude=11.0, latitude=NORTH, theme="sport")
    assert candidates(one) == []
    sent(place_name="C", longitude=11.0, latitude=NORTH, theme="")
    assert [c.why[0].metres for c in candidates(one)] == [0]


def test_one_place_is_found_however_it_is_written(court):
    (found,) = candidates(court.club)
    assert found.proposal.id == court.committee.id
    page = court.as_desk().get(f"/desk/proposals/{court.club.number}").text
    assert "the same place" in page
    assert court.committee.number in page


def test_an_ended_proposal_competes_no_more(court):
    court.withdraws(court.committee, court.people.neighbour)
    assert candidates(court.club) == []


def test_one_that_is_not_open_yet_is_named_with_what_to_do(court, sent):
    waiting = sent(place_name="Campo Stella", title="Orto", author_id=court.people.resident.id)
    page = court.as_desk().get(f"/desk/proposals/{court.club.number}/competition").text
    assert f"/desk/proposals/{waiting.number}/inquiry" in page
    answer = court.desk(court.club, "competition", others=[waiting.number])
    assert answer.status_code == 422  # it is no choice of the form
    assert waiting.state == "submitted"


def test_all_are_declared_in_one_act_and_name_each_other(court, client):
    answer = court.declare(comparison="Both want the afternoons.")
    assert answer.status_code == 302
    assert (court.club.state, court.committee.state) == ("competing", "competing")
    for one, other in ((court.club, court.committee), (court.committee, court.club)):
        page = client.get(f"/proposals/{one.number}").text
        assert other.title in page
        assert "/competitions/2026-K-0001" in page
    assert "Both want the afternoons." in client.get("/competitions/2026-K-0001").text
    told = "2026-P-0001: it competes with another proposal"
    assert told in court.mails(court.people.resident)
    assert history("proposal", court.committee.id)[-1].publishes == "competing"


def test_one_alone_does_not_compete(court):
    answer = court.desk(court.club, "competition", comparison="I typed this.")
    assert answer.status_code == 409
    assert "10(7)" in answer.text
    assert "I typed this." in answer.text
    assert court.club.state == "inquiry"


def test_who_proposed_does_not_declare(court):
    court.people.resident.holdings.append(
        Holding(role=Role.DESK, office="commons", since=date(2026, 1, 1))
    )
    data = {"others": [court.committee.number]}
    answer = court.office.post(court.people.resident, "competition", court.club, **data)
    assert answer.status_code == 409
    assert "Who proposed cannot decide" in answer.text
    assert court.committee.state == "inquiry"


def test_a_third_joins_those_that_compete_already(court, client):
    court.declare()
    third = court.third()
    found = [c.proposal.number for c in candidates(third)]
    assert court.desk(third, "competition", others=found).status_code == 302
    page = client.get("/competitions/2026-K-0001").text
    assert third.number in page
    assert client.get("/competitions/2026-K-0002").status_code == 404


def test_none_of_them_is_accepted(court):
    court.declare()
    court.clock.go(date(2026, 4, 1))
    answer = court.desk(court.club, "acceptance")
    assert answer.status_code == 409
    assert "Another proposal on the same commons is still open." in answer.text
    assert court.club.state == "competing"


def test_an_undeclared_rival_warns_and_does_not_stop(court):
    court.clock.go(date(2026, 4, 1))
    page = court.as_desk().get(f"/desk/proposals/{court.club.number}/acceptance").text
    assert f"seem to concern the same commons: {court.committee.number}" in page
    assert court.desk(court.club, "acceptance").status_code == 302
    assert "others_compared" in history("proposal", court.club.id)[-1].warnings


def test_a_meeting_on_paper_is_entered_later(court, client):
    court.declare()
    typed = {
        "held_on": "2026-02-20",
        "place": "Sede del quartiere",
        "people": 9,
        "roles": "Four of each, one officer",
        "names": "Ada Segreta",
        "minutes": "Nobody gives up the afternoons.",
        "public": "y",
        "source_document": "Minutes 88/2026",
        "scan": scan(),
    }
    answer = court.as_desk().post("/desk/competitions/2026-K-0001/meetings", data=typed)
    assert answer.status_code == 302
    page = client.get("/competitions/2026-K-0001").text
    assert "20 February 2026" in page
    assert "entered on 2 March 2026" in page
    assert "Nobody gives up the afternoons." in page
    assert "Ada Segreta" not in page
    assert "Ada Segreta" in court.as_desk().get("/desk/competitions/2026-K-0001").text
    assert "Scan of the minutes" not in page  # it was not said to be free of personal data


def test_minutes_for_the_parties_are_read_by_nobody_else(court, client):
    court.declare()
    typed = {"held_on": "2026-03-02", "place": "Ufficio", "minutes": "A delicate word."}
    scanned = typed | {"scan": scan()}
    court.as_desk().post("/desk/competitions/2026-K-0001/meetings", data=scanned)
    address = "/competitions/2026-K-0001"
    assert "A delicate word." not in client.get(address).text
    assert "A delicate word." not in court.office.as_(court.people.president).get(address).text
    own = court.office.as_(court.people.neighbour)
    assert "A delicate word." in own.get(address).text
    paper = f"{address}/papers/1"
    assert own.get(paper).status_code == 200
    missing = client.get(f"{address}/papers/9")
    refused = client.get(paper)
    assert refused.status_code == 404
    assert refused.text.replace(paper, f"{address}/papers/9") == missing.text


@pytest.mark.parametrize("typed", [{"held_on": "2026-03-03", "minutes": "Tomorrow."}, {}])
def test_a_meeting_to_come_or_without_minutes_is_none(court, typed):
    court.declare()
    data = {"held_on": "2026-03-02", "place": "Ufficio"} | typed
    answer = court.as_desk().post("/desk/competitions/2026-K-0001/meetings", data=data)
    assert answer.status_code == 409
    assert "Ufficio" in answer.text


def test_who_is_left_goes_on(court, client):
    court.declare()
    early = court.desk(court.club, "release")
    assert early.status_code == 409
    court.withdraws(court.committee, court.people.neighbour)
    assert f"{court.committee.number}: a competing proposal has left" in court.mails(
        court.people.desk
    )
    assert court.desk(court.club, "release").status_code == 302
    assert court.club.state == "inquiry"


def test_a_rival_that_was_warned_is_still_a_rival(court):
    court.declare()
    gas = {"texts-0": "The gas main lies under the court and cannot be built over. " * 3}
    court.office.post(court.people.manager, "warning", court.committee, **gas)
    assert court.committee.state == "warned"
    assert court.desk(court.club, "release").status_code == 409
    told = court.mails(court.people.resident)
    assert told[-1] == f"{court.club.number}: a competing proposal has left"


def test_only_the_office_declares(court):
    for account in (court.people.resident, court.people.green, court.people.president):
        page = f"/desk/proposals/{court.club.number}/competition"
        assert court.office.as_(account).get(page).status_code == 403
        assert court.office.as_(account).get("/desk/competitions/x").status_code == 403


def test_a_withheld_rival_takes_what_was_said_with_it(court, client):
    court.declare(comparison="A word about somebody.")
    office, manager = court.office, court.people.manager
    office.post(manager, "withholding", court.committee, reason="A name stands in it.")
    page = client.get("/competitions/2026-K-0001").text
    assert "A word about somebody." not in page
    assert court.committee.title not in page
    assert court.committee.title not in client.get(f"/proposals/{court.club.number}").text


@pytest.mark.article("10(1)")
def test_who_stepped_aside_on_one_does_not_find_what_compares_them(court, person):
    court.declare()
    other = person("Olga Sportello", roles=[(Role.DESK, "commons")])
    court.desk(court.committee, "abstention", reason="My brother wrote it.")
    desk, club = court.as_desk(), court.club.number
    for page in (
        "/desk/competitions/2026-K-0001",
        "/desk/competitions/2026-K-0001/choice",
        "/desk/competitions/2026-K-0001/joint-text",
        "/desk/competitions/2026-K-0001/meetings",
        f"/desk/competitions/2026-K-0001/consents/{club}",
        f"/desk/proposals/{club}/integration",
        f"/desk/proposals/{club}/choice",
    ):
        assert desk.get(page).status_code == 404, page
        assert court.office.as_(other).get(page).status_code == 200, page


@pytest.mark.article("10(1)")
def test_who_stepped_aside_on_one_does_not_declare_it_competing(court):
    court.desk(court.committee, "abstention", reason="My brother wrote it.")
    assert court.declare().status_code == 422
