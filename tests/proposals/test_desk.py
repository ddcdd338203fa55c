"""The lists of the office and what the public must not find. Art. 3(1)b, 10(2)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import event

from pactregistry.database import db
from pactregistry.proposals.models import Opinion


@contextmanager
def counted() -> Iterator[list[str]]:
    seen: list[str] = []

    def note(_connection, _cursor, statement, *_rest) -> None:
        if statement.startswith("SELECT"):
            seen.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    yield seen
    event.remove(db.engine, "before_cursor_execute", note)


@pytest.mark.parametrize("address", ["/desk/?shelf=awaited", "/desk/opinions"])
def test_a_list_asks_as_often_for_many_files_as_for_few(office, people, sent, address):
    reader = people.green if "opinions" in address else people.desk
    browser = office.as_(reader)
    counts = []
    for more in (5, 45):
        for _ in range(more):
            proposal = sent()
            with_opinion(proposal)
        with counted() as seen:
            page = browser.get(address)
        assert page.text.count("2026-P-") >= more
        counts.append(len(seen))
    assert counts[0] == counts[1]


def with_opinion(proposal) -> None:
    proposal.state = "inquiry"
    proposal.announced_days = 45
    proposal.comments_from = date(2026, 3, 2)
    proposal.comments_until = date(2026, 3, 17)
    opinion = Opinion(proposal=proposal, office="green", asked_on=date(2026, 3, 2), term_days=20)
    db.session.add(opinion)
    db.session.commit()


def test_the_list_says_whose_turn_it_is(office, people, sent, clock):
    waiting, running = sent(), sent(title="Campo Stella")
    office.open_inquiry(running)
    desk = office.as_(people.desk)
    mine = desk.get("/desk/?shelf=mine").text
    assert waiting.number in mine
    assert running.number not in mine
    awaited = desk.get("/desk/?shelf=awaited").text
    assert running.number in awaited
    assert "Green spaces office" in awaited
    clock.go(date(2026, 4, 28))
    late = desk.get("/desk/?shelf=due&late=1").text
    assert running.number in late
    assert "late by 12 days" in late


@pytest.mark.article("3(1)b")
def test_what_should_not_be_public_is_withheld_at_once(office, people, sent, client):
    proposal = sent()
    office.open_inquiry(proposal)
    why = {"reason": "Il titolo nomina un minore"}
    assert office.post(people.desk, "withholding", proposal, reason="").status_code == 409
    assert office.post(people.desk, "withholding", proposal, **why).status_code == 302
    gone = client.get(f"/proposals/{proposal.number}")
    assert gone.status_code == 410
    assert proposal.title not in gone.text
    assert why["reason"] not in gone.text
    comment = {"kind": "observation", "text": "Ancora qui?"}
    path = f"/proposals/{proposal.number}/comments"
    assert office.as_(people.neighbour).post(path, data=comment).status_code == 410
    assert office.post(people.desk, "restoration", proposal, **why).status_code == 403
    again = {"reason": "Il titolo è stato corretto"}
    assert office.post(people.manager, "restoration", proposal, **again).status_code == 302
    page = client.get(f"/proposals/{proposal.number}").text
    assert proposal.title in page
    assert why["reason"] not in page


def test_an_unconfirmed_import_is_like_missing(sent, client):
    proposal = sent()
    missing = client.get("/proposals/2026-P-9999")
    proposal.import_confirmed = False
    db.session.commit()
    unconfirmed = client.get(f"/proposals/{proposal.number}")
    assert missing.status_code == unconfirmed.status_code == 404
    assert unconfirmed.text.replace(proposal.number, "2026-P-9999") == missing.text


CANARIES = {
    "author_name": "CanarinoNome",
    "author_contact": "CanarinoContatto",
    "interest_declared": "CanarinoInteresse",
}


@pytest.mark.article("3(1)b")
def test_no_private_word_reaches_the_public(office, people, sent, client):
    for number, account in enumerate(vars(people).values()):
        account.name = f"CanarinoPersona{number}"
        account.phone = f"CanarinoTelefono{number}"
    db.session.commit()
    proposal = sent(**CANARIES)
    office.open_inquiry(proposal, why_earlier="")
    office.post(people.desk, "supplement-request", proposal, **{"texts-0": "CanarinoDocumento"})
    opinion = proposal.opinions[0]
    office.as_(people.desk).post(
        f"/desk/proposals/{proposal.number}/opinions/{opinion.id}",
        data={
            "verdict": "favourable",
            "occurred_on": date(2026, 3, 2),
            "source_document": "CanarinoLettera",
            "source_number": "CanarinoProtocollo",
        },
    )
    assert opinion.source_document == "CanarinoLettera"
    for path in ("", ".json"):
        page = client.get(f"/proposals/{proposal.number}{path}")
        assert page.status_code == 200
        assert "Canarino" not in page.text
        assert "people.example" not in page.text
    whole = office.as_(people.desk).get(f"/desk/proposals/{proposal.number}").text
    assert all(canary in whole for canary in CANARIES.values())
    reviewer = office.as_(people.green).get(f"/desk/proposals/{proposal.number}").text
    assert "CanarinoContatto" not in reviewer


def test_the_registry_number_is_added(office, people, sent, client):
    proposal = sent()
    added = office.post(people.desk, "registry-number", proposal, registry_number="1021/2026")
    assert added.status_code == 302
    assert "1021/2026" in client.get(f"/proposals/{proposal.number}").text
