"""One text instead of several, when every author has agreed. Art. 10(7), 3(1)i."""

import pytest

from pactregistry.database import db
from pactregistry.journal import history
from pactregistry.proposals.models import Revision
from tests.proposals.competing.court import scan

pytestmark = pytest.mark.article("10(7)")
TEXT = {
    "title": "Campo Stella insieme",
    "description": "Allenamenti tre pomeriggi, gioco libero gli altri.",
    "leading": "Polisportiva Stella",
}


@pytest.fixture
def asked(court):
    """Both are asked about a joint text."""
    court.declare()
    assert court.joint_text(**TEXT).status_code == 302
    return court


def test_every_author_is_asked_and_reads_the_text(asked):
    subject = f"{asked.committee.number}: a joint text waits for your answer"
    assert subject in asked.mails(asked.people.neighbour)
    client = asked.office.as_(asked.people.neighbour)
    assert (
        "A joint text waits for your answer."
        in client.get(f"/me/proposals/{asked.committee.number}").text
    )
    page = client.get(f"/proposals/{asked.committee.number}/consent").text
    assert TEXT["description"] in page


def test_it_is_the_author_s_turn_until_the_answer(asked):
    mine = asked.office.as_(asked.people.neighbour)
    assert "It is your turn." in mine.get(f"/me/proposals/{asked.committee.number}").text
    asked.agrees(asked.committee, asked.people.neighbour)
    mine = asked.office.as_(asked.people.neighbour)
    assert "It is your turn." not in mine.get(f"/me/proposals/{asked.committee.number}").text


def test_nothing_is_joined_while_one_is_missing(asked):
    assert asked.agrees(asked.club, asked.people.resident).status_code == 302
    page = asked.as_desk().get(f"/desk/proposals/{asked.club.number}/integration").text
    assert "These authors have not agreed to the joint text" in page
    assert f"{asked.committee.number} (Comitato Stella)" in page
    answer = asked.desk(asked.club, "integration")
    assert answer.status_code == 409
    assert (asked.club.state, asked.committee.state) == ("competing", "competing")


def test_who_declines_is_missing_and_answers_once(asked):
    asked.agrees(asked.club, asked.people.resident)
    assert asked.agrees(asked.committee, asked.people.neighbour, say="no").status_code == 302
    assert asked.desk(asked.club, "integration").status_code == 409
    again = asked.agrees(asked.committee, asked.people.neighbour)
    assert again.status_code == 409
    assert "answered for this proposal already" in again.text


def test_nobody_answers_for_another(asked):
    assert asked.agrees(asked.committee, asked.people.resident).status_code == 404
    assert asked.agrees(asked.committee, asked.people.desk).status_code == 404


def test_an_answer_is_to_the_text_that_was_shown(asked):
    asked.joint_text(**TEXT | {"title": "Another wording"})
    answer = asked.agrees(asked.committee, asked.people.neighbour, text="1")
    assert answer.status_code == 409
    assert asked.agrees(asked.committee, asked.people.neighbour, text="2").status_code == 302


@pytest.mark.article("3(1)i")
def test_with_all_consents_one_goes_on_and_the_others_are_merged_into_it(asked, client):
    asked.agrees(asked.club, asked.people.resident)
    asked.agrees(asked.committee, asked.people.neighbour)
    assert asked.desk(asked.committee, "integration").status_code == 302
    assert (asked.club.state, asked.committee.state) == ("inquiry", "superseded")
    assert asked.club.title == TEXT["title"]
    kept = db.session.query(Revision).filter_by(proposal_id=asked.club.id).all()
    assert kept[-1].content["description"] == TEXT["description"]
    entry = history("proposal", asked.club.id)[-1]
    assert entry.private["title"] == "Basket giovanile al Campo Stella"
    page = client.get(f"/proposals/{asked.committee.number}").text
    assert "merged into the joint one" in page
    assert f"/proposals/{asked.club.number}" in page
    assert "2026-P-0002" in client.get(f"/proposals/{asked.club.number}").text


def test_the_other_authors_read_the_joint_file(asked):
    paper = f"/me/proposals/{asked.club.number}"
    neighbour = asked.office.as_(asked.people.neighbour)
    assert neighbour.get(paper).status_code == 404
    asked.agrees(asked.club, asked.people.resident)
    asked.agrees(asked.committee, asked.people.neighbour)
    asked.desk(asked.club, "integration")
    page = asked.office.as_(asked.people.neighbour).get(paper)
    assert page.status_code == 200
    assert "Withdraw" not in page.text  # it is read, the steps are its author's
    assert asked.office.as_(asked.people.president).get(paper).status_code == 404


def test_consent_on_paper_needs_its_scan(asked):
    address = f"/desk/competitions/2026-K-0001/consents/{asked.committee.number}"
    data = {
        "text_id": "1",
        "agrees": "yes",
        "occurred_on": "2026-03-02",
        "source_document": "Letter 12/2026",
    }
    bare = asked.as_desk().post(address, data=data)
    assert bare.status_code == 409
    assert "Letter 12/2026" in bare.text
    scanned = data | {"scan": scan()}
    assert asked.as_desk().post(address, data=scanned).status_code == 302
    page = asked.as_desk().get("/desk/competitions/2026-K-0001").text
    assert "Letter 12/2026" in page
    paper = "/competitions/2026-K-0001/papers/1"
    assert asked.as_desk().get(paper).status_code == 200
    assert asked.office.as_(asked.people.resident).get(paper).status_code == 404


def test_no_text_is_joined_while_a_choice_is_announced(asked):
    asked.agrees(asked.club, asked.people.resident)
    asked.agrees(asked.committee, asked.people.neighbour)
    asked.call()
    answer = asked.desk(asked.club, "integration")
    assert answer.status_code == 409
    assert "A participatory choice between the proposals is under way" in answer.text


def test_without_a_text_there_is_nothing_to_join(court):
    court.declare()
    answer = court.desk(court.club, "integration")
    assert answer.status_code == 409
    assert court.club.number in answer.text
    assert court.club.state == "competing"
