"""Where the text lets third parties oppose, the office answers with reasons. Art. 11(5)."""

import pytest
from flask.testing import FlaskClient

from pactregistry.database import db
from pactregistry.notices.models import Mail
from pactregistry.people.acting import Actor
from pactregistry.proposals.facts import acceptance_facts
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState, Role
from tests.packs.conftest import Under
from tests.packs.walk import Walk

WORDS = {"kind": "opposition", "text": "The lorries of the market turn there."}


def opened(walk: Walk, **typed: str) -> str:
    number = walk.propose()
    assert walk.open_inquiry(number, **typed).status_code == 302
    return number


def warnings(walk: Walk, number: str) -> set[str]:
    proposal = walk.proposal(number)
    facts = acceptance_facts(proposal, Actor(walk.desk.id, Role.DESK))
    found = PROPOSAL.obstacles("accept", ProposalState.INQUIRY, Role.DESK, facts)
    return {obstacle.name for obstacle in found if not obstacle.binds}


def test_an_opposition_is_public_told_and_warns_until_it_is_answered(
    walk: Walk, under: Under, client: FlaskClient
) -> None:
    under("lecco")
    number = opened(walk, pact_kind="A")
    assert "oppositions_answered" not in warnings(walk, number)
    browser = walk.enter(walk.neighbour)
    assert browser.post(f"/proposals/{number}/comments", data=WORDS).status_code == 302
    assert "Opposition" in client.get(f"/proposals/{number}").text
    told = set(db.session.scalars(db.select(Mail.to_address).where(Mail.subject.like("%oppose%"))))
    assert told == {walk.desk.email, walk.resident.email}
    assert "oppositions_answered" in warnings(walk, number)
    comment = walk.proposal(number).comments[0]
    answer = {"text": "The bench stands two metres from the kerb: lorries pass."}
    sent = walk.enter(walk.desk).post(f"/desk/comments/{comment.id}/answer", data=answer)
    assert sent.status_code == 302
    assert "oppositions_answered" not in warnings(walk, number)


def test_where_the_text_only_lets_observe_nobody_opposes(walk: Walk, under: Under) -> None:
    under("bologna-2014")
    number = opened(walk)
    browser = walk.enter(walk.neighbour)
    assert 'value="opposition"' not in browser.get(f"/proposals/{number}").text
    answer = browser.post(f"/proposals/{number}/comments", data=WORDS)
    assert answer.status_code == 422
    assert WORDS["text"] in answer.text
    assert walk.proposal(number).comments == []


@pytest.mark.parametrize(("pack", "status"), [("lecco", 302), ("bologna-2014", 422)])
def test_an_opposition_on_paper_is_recorded_where_the_text_knows_it(
    walk: Walk, under: Under, pack: str, status: int
) -> None:
    under(pack)
    number = opened(walk, **({"pact_kind": "A"} if pack == "lecco" else {}))
    typed = {**WORDS, "public_name": "N. V.", "received_on": "2026-03-02", "document": "prot. 9"}
    answer = walk.enter(walk.desk).post(f"/desk/proposals/{number}/comments", data=typed)
    assert answer.status_code == status
