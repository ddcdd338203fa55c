"""Scenario 2 from acceptance to publication, through the pages and without JavaScript."""

from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient

from pactregistry.database import db
from pactregistry.documents import storage
from pactregistry.notices.models import Mail
from pactregistry.people.models import Account
from pactregistry.workflow.states import Pace, PactState, VersionState
from tests.pacts.cases import CANARY, Cast, code_of, sign_as

Enter = Callable[[Account], FlaskClient]


@pytest.fixture
def signed(frozen: Cast, clock: object, enter: Enter) -> Cast:
    clock.go(date(2026, 4, 10))  # type: ignore[attr-defined]
    assert sign_as(enter(frozen.lead), frozen, onerous="yes").status_code == 302
    manager = enter(frozen.manager)
    assert sign_as(manager, frozen, code=code_of(frozen.manager)).status_code == 302
    return frozen


def test_acceptance_forms_the_pact_with_a_first_text(accepted: Cast) -> None:
    pact, text = accepted.pact, accepted.text
    assert (pact.state, text.state, pact.pace) == (
        PactState.FORMING,
        VersionState.CODESIGN,
        Pace.LIGHT,
    )
    assert accepted.proposal.state == "accepted"
    assert "".join(s.letter for s in text.sections) == "abcdefghilm"
    assert "dodici aiuole" in text.sections[0].text
    assert text.sections[5].not_applicable
    assert [s.side for s in text.signatories] == ["citizens", "city"]
    assert any("1021/2026" in p["number"] for p in text.premises)
    to = set(db.session.scalars(db.select(Mail.to_address)))
    assert {accepted.lead.email, accepted.manager.email} <= to


def test_all_sign_and_the_pact_is_public(signed: Cast, client: FlaskClient) -> None:
    pact = signed.pact
    assert (pact.state, signed.text.state) == (PactState.SIGNED, VersionState.SIGNED)
    assert (pact.signed_on, pact.starts_on) == (date(2026, 4, 10), date(2026, 4, 15))
    page = client.get("/pacts/2026-0001")
    assert page.status_code == 200
    assert "Via Lunga in Fiore" in page.text
    assert CANARY not in page.text
    assert "@people.example" not in page.text
    pdf = client.get("/pacts/2026-0001.pdf")
    assert pdf.data == storage.get(signed.text.public_sha256 or "")
    assert client.get("/pacts/2026-0001/versions/1/original.pdf").status_code == 302


def test_before_the_last_signature_nobody_else_sees_it(
    frozen: Cast, client: FlaskClient, enter: Enter
) -> None:
    missing = client.get("/pacts/2026-9999")
    hidden = client.get("/pacts/2026-0001")
    assert hidden.status_code == missing.status_code == 404
    assert hidden.data.replace(b"2026-0001", b"2026-9999") == missing.data
    stranger = enter(frozen.stranger)
    for path in ("", "/codesign", "/duties", "/signature", "/versions/1/original.pdf"):
        assert stranger.get(f"/pacts/2026-0001{path}").status_code == 404
    assert enter(frozen.lead).get("/pacts/2026-0001").status_code == 200
