"""Refusal pages: all that stands against a step; nothing typed is lost. Art. 3(1)b, 34."""

from http import HTTPStatus

import pytest
from flask import Flask

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act, Stale
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.engine import Unlawful
from pactregistry.workflow.facts import ProposalFacts
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState, Role

TYPED = "The lime roots lie below the second bed"


@pytest.fixture
def proposal(app: Flask) -> Proposal:
    """A proposal that was received."""
    assert app
    here = settings()
    found = Proposal(
        state="",
        number="2026-P-0001",
        title="Twelve flowerbeds",
        created_at=here.now(),
        author_name="Rita Residente",
        author_contact="rita@people.example",
        pack_id=here.pack.id,
        pack_version=here.pack.version,
    )
    for step, role in (("draft", Role.CITIZEN), ("submit", Role.CITIZEN)):
        state = ProposalState(found.state) if found.state else None
        taken = PROPOSAL.take(step, state, role, ProposalFacts())
        journal.record(found, taken, Act(None, here.today(), here.now()))
    db.session.commit()
    return found


def page(app: Flask, error: Exception, **typed: str) -> tuple[int, str]:
    """What a person reads when an action of theirs is refused."""
    headers = {"Accept-Language": "en", "Referer": "http://localhost/desk/proposals/2026-P-0001"}
    with app.test_request_context("/act", method="POST", data=typed, headers=headers):
        answer = app.make_response(app.handle_user_exception(error))
        return answer.status_code, answer.get_data(as_text=True)


def refused(step: str, state: ProposalState, role: Role, facts: ProposalFacts) -> Unlawful:
    with pytest.raises(Unlawful) as refusal:
        PROPOSAL.take(step, state, role, facts)
    return refusal.value


@pytest.mark.article("3(1)", "34(1)")
def test_every_obstacle_stands_there_with_its_article_and_its_mender(app: Flask) -> None:
    facts = ProposalFacts(rival_open=True, opinions_awaited=("Water service",))
    error = refused("accept", ProposalState.INQUIRY, Role.DESK, facts)
    code, text = page(app, error, reason=TYPED, csrf_token="secret-token", version="3")
    assert code == HTTPStatus.CONFLICT
    assert "Another proposal on the same commons is still open." in text
    assert "Join the proposals or record a participatory choice" in text
    assert 'href="/regulation/10#p7"' in text
    assert "Not possible yet:" in text
    assert "who can mend it: collaboration office" in text
    assert "These opinions are awaited: Water service." in text
    assert "you can go on all the same" in text
    assert text.index("Another proposal") < text.index("These opinions")


def test_what_had_been_typed_is_there_to_copy_but_for_secrets(app: Flask) -> None:
    error = refused("refuse", ProposalState.INQUIRY, Role.MANAGER, ProposalFacts())
    _, text = page(
        app, error, reason=f"{TYPED} <b>", password="do not show", csrf_token="a token", version="3"
    )
    assert f"readonly>{TYPED} &lt;b&gt;</textarea>" in text
    assert ">Reason</label>" in text
    assert "do not show" not in text
    assert "a token" not in text
    assert text.count("<textarea") == 1


def test_the_way_back_leads_to_the_page_of_the_form(app: Flask) -> None:
    error = refused("refuse", ProposalState.INQUIRY, Role.MANAGER, ProposalFacts())
    assert 'href="/desk/proposals/2026-P-0001"' in page(app, error)[1]


def test_a_way_back_never_leads_elsewhere(app: Flask) -> None:
    error = refused("refuse", ProposalState.INQUIRY, Role.MANAGER, ProposalFacts())
    headers = {"Referer": "http://elsewhere.example/trap"}
    with app.test_request_context("/act", method="POST", headers=headers):
        text = app.make_response(app.handle_user_exception(error)).get_data(as_text=True)
    assert "elsewhere.example" not in text
    assert "/trap" not in text


def test_a_stale_form_is_told_what_happened_since(app: Flask, proposal: Proposal) -> None:
    seen = proposal.version
    here = settings()
    facts = ProposalFacts(listed_items=("A plan",))
    step = PROPOSAL.take("request_supplement", ProposalState.SUBMITTED, Role.DESK, facts)
    journal.record(proposal, step, Act(None, here.today(), here.now(), reason="The plan, please"))
    proposal.title = "Twelve flowerbeds and a bench"
    db.session.commit()
    error = Stale("proposal", proposal, seen)
    code, text = page(app, error, title="Twelve beds", author_contact="x", reason=TYPED)
    assert code == HTTPStatus.CONFLICT
    assert "Missing papers were asked for" in text
    assert "The plan, please" in text
    assert "It was sent and received" not in text  # that was known
    assert "Twelve flowerbeds and a bench" in text
    assert "Twelve beds" in text
    assert TYPED in text


def test_a_stale_form_cannot_ask_for_what_its_sender_may_not_read(
    app: Flask, proposal: Proposal
) -> None:
    _, text = page(app, Stale("proposal", proposal, 0), author_contact="x", author_name="y")
    assert "rita@people.example" not in text
    assert "Rita Residente" not in text


def test_a_step_outside_the_tables_is_refused_in_words_too(app: Flask) -> None:
    error = refused("refuse", ProposalState.INQUIRY, Role.MANAGER, ProposalFacts())
    code, text = page(app, Unlawful("comment", "write_comment", error.obstacles))
    assert code == HTTPStatus.CONFLICT
    assert "You asked for" not in text
