"""A proposal that an officer types for a person at the counter."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from pactregistry.database import db
from pactregistry.journal import history
from pactregistry.notices.models import Mail
from pactregistry.people.models import Account
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import Role
from tests.proposals.writing import latest, send


@pytest.fixture
def officer(
    client: FlaskClient,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
    clock: object,
) -> Account:
    """An officer of the desk, signed in."""
    account = person("Ufficio Uno", roles=[(Role.DESK, "commons")])
    sign_in(client, account)
    return account


COUNTER = {
    "intensity": "occasional",
    "proposer_kind": "person",
    "author_name": "Bruna Senza Posta",
    "author_contact": "Via Lunga 3, first floor",
    "came_on": "2026-03-02",
}


def test_the_desk_types_for_a_person_who_stays_the_author(
    client: FlaskClient, officer: Account
) -> None:
    client.post(
        "/desk/new", data={**COUNTER, "came_on": "2026-02-27", "document": "letter 1021/2026"}
    )
    draft = latest()
    assert (draft.author_id, draft.author_name) == (None, "Bruna Senza Posta")
    assert draft.entered_by_id == officer.id
    data = {"version": draft.version, "proposer_kind": "person", "title": "Benches", "go": "check"}
    client.post(f"/drafts/{draft.id}", data=data)
    answer = send(client, draft, registry_number="1021/2026")
    sent = latest()
    assert (sent.submitted_on, sent.registry_number) == (date(2026, 2, 27), "1021/2026")
    entry = history("proposal", sent.id)[-1]
    assert (entry.by_role, entry.facts["at_counter"]) == ("desk", True)
    assert entry.occurred_on == date(2026, 2, 27)
    receipt = client.get(answer.location).text
    assert "Bruna Senza Posta" in receipt
    mails = db.session.scalars(select(Mail.to_address)).all()
    assert mails == [officer.email]
    public = client.application.test_client().get("/proposals/2026-P-0001").text
    assert "Bruna" not in public
    assert "first floor" not in public


@pytest.mark.parametrize(("came_on", "document"), [("2026-02-27", ""), ("2026-03-03", "a letter")])
@pytest.mark.usefixtures("officer")
def test_an_earlier_day_needs_its_paper_and_no_day_lies_ahead(
    client: FlaskClient, came_on: str, document: str
) -> None:
    answer = client.post("/desk/new", data={**COUNTER, "came_on": came_on, "document": document})
    assert answer.status_code == 409
    assert "pr-binds" in answer.text
    assert "Bruna Senza Posta" in answer.text
    assert db.session.scalars(select(Proposal)).all() == []


@pytest.mark.usefixtures("officer")
def test_a_draft_at_the_counter_is_its_typist_s(
    app: Flask,
    client: FlaskClient,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
) -> None:
    client.post("/desk/new", data=COUNTER)
    draft = latest()
    colleague = app.test_client()
    sign_in(colleague, person("Ufficio Due", roles=[(Role.DESK, "commons")]))
    assert client.get(f"/drafts/{draft.id}").status_code == 200
    assert colleague.get(f"/drafts/{draft.id}").status_code == 404


@pytest.mark.usefixtures("officer")
def test_the_desk_finds_the_counter_from_its_list(client: FlaskClient) -> None:
    assert 'href="/desk/new"' in client.get("/desk/").text
