"""Papers, the check, the sending and the receipt; the counter; the limits."""

import io
import re
import subprocess
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from pactregistry.database import db
from pactregistry.documents.models import Attachment
from pactregistry.journal import Entry, history
from pactregistry.notices.models import Mail
from pactregistry.people.models import Account, Group
from pactregistry.proposals.models import Revision
from pactregistry.workflow.states import ProposalState, ProposerKind, Role
from tests.proposals.writing import latest, picture, send, write


@pytest.fixture
def resident(
    client: FlaskClient,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
    clock: object,
) -> Account:
    """A resident, signed in; the office has an officer."""
    person("Ufficio Uno", roles=[(Role.DESK, "commons")])
    account = person("Rita Residente")
    sign_in(client, account)
    return account


@pytest.mark.usefixtures("resident")
def test_the_check_tells_public_from_private(client: FlaskClient) -> None:
    draft = write(client)
    client.post(
        f"/drafts/{draft.id}/who",
        data={
            "version": latest().version,
            "proposer_kind": "person",
            "interest_declared": "My shop",
        },
    )
    page = client.get(f"/drafts/{draft.id}/check").text
    public, _, private = page.partition('id="private"')
    assert "Watering and weeding" in public
    assert "My shop" not in public
    assert "My shop" in private
    assert "Rita Residente" not in public.partition('id="public"')[2]
    assert "R. R." in public


@pytest.mark.usefixtures("resident")
def test_what_is_missing_warns_with_its_article_and_stops_nothing(client: FlaskClient) -> None:
    draft = write(client, description="", place="")
    page = client.get(f"/drafts/{draft.id}/check").text
    assert 'class="pr-warns"' in page
    assert 'class="pr-binds"' not in page
    assert "/regulation/11#p4" in page
    assert send(client, draft).status_code == 302
    entry = history("proposal", draft.id)[-1]
    assert entry.warnings == ["complete"]
    assert len(entry.private["missing"]) == 2


def test_sending_numbers_records_keeps_the_text_and_writes(
    client: FlaskClient, resident: Account
) -> None:
    draft = write(client)
    answer = send(client, draft)
    assert answer.location == "/proposals/2026-P-0001/receipt"
    sent = latest()
    assert (sent.state, sent.number) == (ProposalState.SUBMITTED, "2026-P-0001")
    assert sent.submitted_on == date(2026, 3, 2)
    assert sent.public_author == "R. R."
    entry = history("proposal", sent.id)[-1]
    assert (entry.step, entry.by_role, entry.publishes) == ("submit", "citizen", "received")
    kept = db.session.scalars(select(Revision)).one()
    assert (kept.ordinal, kept.entry_id) == (1, entry.id)
    assert kept.content["description"] == "Watering and weeding"
    mails = {mail.to_address: mail for mail in db.session.scalars(select(Mail))}
    assert set(mails) == {resident.email, "ufficio.uno@people.example"}
    for mail in mails.values():
        assert "2026-P-0001" in mail.subject
    assert "/proposals/2026-P-0001/receipt" in mails[resident.email].text
    assert client.get(answer.location).status_code == 200


@pytest.mark.usefixtures("resident")
def test_sending_twice_is_sending_once(client: FlaskClient) -> None:
    draft = write(client)
    seen = latest().version
    send(client, draft)
    again = client.post(f"/drafts/{draft.id}/submission", data={"version": seen})
    assert again.location == "/me/proposals/2026-P-0001"
    assert len(db.session.scalars(select(Entry).filter_by(step="submit")).all()) == 1


@pytest.mark.usefixtures("resident")
def test_what_changed_since_the_check_is_checked_again(client: FlaskClient) -> None:
    draft = write(client)
    answer = client.post(f"/drafts/{draft.id}/submission", data={"version": latest().version - 1})
    assert answer.status_code == 409
    assert latest().state == ProposalState.DRAFT


@pytest.mark.usefixtures("resident")
def test_papers_are_added_fetched_and_taken_out(client: FlaskClient) -> None:
    draft = write(client, papers=[picture()])
    paper = db.session.scalars(select(Attachment)).one()
    assert (paper.name, paper.label, paper.public) == ("photo.png", "other", False)
    address = f"/drafts/{draft.id}/papers"
    fetched = client.get(f"{address}/{paper.id}")
    assert fetched.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in fetched.headers["Content-Security-Policy"]
    data = {"version": "1", "kind": "other", "papers": (io.BytesIO(b"MZ"), "program.exe")}
    refused = client.post(address, data=data)
    assert refused.status_code == 422
    assert "program.exe" in refused.text
    client.post(f"{address}/{paper.id}/removal")
    assert db.session.scalars(select(Attachment)).all() == []


@pytest.mark.usefixtures("resident")
def test_papers_have_the_kinds_that_the_case_asks_for(client: FlaskClient) -> None:
    client.post(
        "/proposals/new", data={"intensity": "regeneration", "proposer_kind": "association"}
    )
    draft = latest()
    address = f"/drafts/{draft.id}/papers"
    page = client.get(address).text
    for kind in ("mandate", "explanatory_report", "scaled_drawings", "estimate"):
        assert f'value="{kind}"' in page
    assert 'value="owner_consent"' not in page
    assert page.count("/regulation/15#p2") == 4
    client.post(address, data={"version": "1", "kind": "estimate", "papers": picture()})
    assert client.get(address).text.count("/regulation/15#p2") == 3
    data = {"version": "1", "kind": "resolution", "papers": picture("red")}
    assert client.post(address, data=data).status_code == 422


@pytest.mark.usefixtures("resident")
def test_the_receipt_is_a_document_with_digests(client: FlaskClient, tmp_path: Path) -> None:
    draft = write(client, papers=[picture()])
    send(client, draft)
    digest = db.session.scalars(select(Attachment.sha256)).one()
    page = client.get("/proposals/2026-P-0001/receipt").text
    assert digest in page
    answer = client.get("/proposals/2026-P-0001/receipt.pdf")
    assert answer.mimetype == "application/pdf"
    path = tmp_path / "receipt.pdf"
    path.write_bytes(answer.data)
    command = ["pdftotext", "-layout", str(path), "-"]
    text = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    assert "2026-P-0001" in text
    assert digest in re.sub(r"\s", "", text)
    assert "Rita Residente" in text


@pytest.mark.usefixtures("resident")
def test_a_receipt_is_for_its_author_and_the_offices(
    app: Flask,
    client: FlaskClient,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
) -> None:
    send(client, write(client))
    stranger = app.test_client()
    sign_in(stranger, person("Nino Vicino"))
    for path in ("/proposals/2026-P-0001/receipt", "/me/proposals/2026-P-0001"):
        assert stranger.get(path).status_code == 404
    officer = app.test_client()
    sign_in(officer, person("Ufficio Due", roles=[(Role.DESK, "commons")]))
    assert officer.get("/proposals/2026-P-0001/receipt").status_code == 200
    assert officer.get("/me/proposals/2026-P-0001").status_code == 404


@pytest.mark.usefixtures("resident")
def test_three_a_day_and_the_fourth_waits_as_a_draft(client: FlaskClient, clock: Any) -> None:
    for title in ("One", "Two", "Three"):
        assert send(client, write(client, title=title)).status_code == 302
    fourth = write(client, title="Four")
    refused = send(client, fourth)
    assert refused.status_code == 429
    assert "Four" in refused.text
    assert latest().state == ProposalState.DRAFT
    clock.go(date(2026, 3, 3), time(0, 1))
    assert send(client, fourth).status_code == 302
    assert latest().number == "2026-P-0004"


def test_a_group_that_was_only_named_has_its_representative(
    client: FlaskClient, resident: Account
) -> None:
    draft = write(client, "informal_group", public_author="Via Lunga in Fiore")
    assert 'href="/regulation/4#p4"' in client.get(f"/drafts/{draft.id}/check").text
    send(client, draft)
    group = db.session.scalars(select(Group)).one()
    assert (group.name, group.kind) == ("Via Lunga in Fiore", ProposerKind.INFORMAL_GROUP)
    assert [(m.account_id, m.is_lead) for m in group.members] == [(resident.id, True)]
    assert latest().group_id == group.id
    assert client.get("/me/proposals/2026-P-0001").status_code == 200


@pytest.mark.usefixtures("resident")
def test_a_flood_of_papers_waits_and_the_text_is_kept(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pactregistry.proposals.actions_draft.UPLOADS_AN_HOUR", 1)
    draft = write(client, papers=[picture()])
    data = {"version": latest().version, "title": "Kept", "papers": [picture("red")], "go": "check"}
    answer = client.post(f"/drafts/{draft.id}", data=data)
    assert answer.status_code == 429
    assert latest().title == "Kept"
    assert len(db.session.scalars(select(Attachment)).all()) == 1
