"""Opinions: asked, read before they are public, recorded from elsewhere, late. Art. 11(6)."""

from datetime import date

import pytest

from pactregistry.database import db
from pactregistry.notices.models import Mail


@pytest.fixture
def asked(office, sent):
    proposal = sent()
    office.open_inquiry(proposal)
    return {opinion.office: opinion for opinion in proposal.opinions}


def digest_of(page: str) -> str:
    return page.split('name="digest_read" value="')[1].split('"')[0]


@pytest.mark.article("11(6)")
def test_an_opinion_is_read_before_it_is_public(office, people, asked, client):
    green = office.as_(people.green)
    path = f"/desk/opinions/{asked['green'].id}"
    given = {"verdict": "conditions", "text": "Solo piante autoctone."}
    preview = green.post(path, data=given)
    assert preview.status_code == 200
    assert asked["green"].given_on is None
    assert (
        green.post(path, data=given | {"digest_read": digest_of(preview.text)}).status_code == 302
    )
    page = client.get(f"/proposals/{asked['green'].proposal.number}").text
    assert "Solo piante autoctone." in page
    assert people.green.name not in page


def test_another_text_than_the_one_read_is_shown_again(office, people, asked):
    green = office.as_(people.green)
    path = f"/desk/opinions/{asked['green'].id}"
    read = digest_of(green.post(path, data={"verdict": "favourable", "text": "Sì"}).text)
    other = {"verdict": "unfavourable", "text": "No", "digest_read": read}
    assert green.post(path, data=other).status_code == 200
    assert asked["green"].given_on is None


def test_an_opinion_against_says_why(office, people, asked):
    green = office.as_(people.green)
    path = f"/desk/opinions/{asked['green'].id}"
    bare = {"verdict": "unfavourable", "text": ""}
    read = digest_of(green.post(path, data=bare).text)
    answer = green.post(path, data=bare | {"digest_read": read})
    assert answer.status_code == 409
    assert "11(6)" in answer.text


@pytest.mark.article("11(6)")
def test_each_gives_the_own_opinion_only(office, people, asked):
    centro, green = asked["centro"].id, asked["green"].id
    assert office.as_(people.green).get(f"/desk/opinions/{centro}").status_code == 404
    assert office.as_(people.gas).get(f"/desk/opinions/{green}").status_code == 404
    assert office.as_(people.president).get(f"/desk/opinions/{green}").status_code == 404
    assert office.as_(people.president).get(f"/desk/opinions/{centro}").status_code == 200


def test_an_opinion_that_came_by_mail_counts_from_its_day(office, people, asked, clock, client):
    clock.go(date(2026, 3, 16))
    opinion = asked["green"]
    number = opinion.proposal.number
    path = f"/desk/proposals/{number}/opinions/{opinion.id}"
    desk = office.as_(people.desk)
    typed = {
        "verdict": "favourable",
        "text": "Nulla osta.",
        "occurred_on": date(2026, 3, 13),
        "source_document": "Posta certificata",
        "source_number": "1101/2026",
    }
    ahead = desk.post(path, data=typed | {"occurred_on": date(2026, 3, 17)})
    assert ahead.status_code == 409
    assert desk.post(path, data=typed).status_code == 302
    assert opinion.given_on == date(2026, 3, 13)
    page = client.get(f"/proposals/{number}").text
    assert "13 March 2026" in page
    assert "16 March 2026" in page  # both days are shown
    assert desk.post(path, data=typed).status_code == 409  # given already


@pytest.mark.article("11(6)")
def test_a_late_office_is_named_on_the_public_page(office, people, asked, clock, client):
    clock.go(date(2026, 4, 3))  # due on 22 March
    page = client.get(f"/proposals/{asked['green'].proposal.number}").text
    assert "Green spaces office" in page
    mine = office.as_(people.green).get("/desk/opinions").text
    assert "12" in mine
    db.session.query(Mail).delete()
    number, opinion_id = asked["green"].proposal.number, asked["green"].id
    path = f"/desk/proposals/{number}/opinions/{opinion_id}/reminder"
    assert office.as_(people.desk).post(path).status_code == 302
    assert [mail.to_address for mail in db.session.query(Mail)] == [people.green.email]


def test_a_further_opinion_is_asked_once(office, people, asked):
    path = f"/desk/proposals/{asked['green'].proposal.number}/opinions/further"
    desk = office.as_(people.desk)
    assert desk.post(path, data={"office": "o:gas", "days": 10}).status_code == 302
    assert desk.post(path, data={"office": "o:gas", "days": 10}).status_code == 409
