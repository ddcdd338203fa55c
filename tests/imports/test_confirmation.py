"""An imported file becomes public when the desk has confirmed it, not before. Art. 36."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from PIL import Image
from sqlalchemy import select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import history
from pactregistry.notices.models import Mail
from pactregistry.pacts import sweep as pacts_sweep
from pactregistry.pacts.models import Pact
from pactregistry.people.models import Account
from pactregistry.proposals import sweep as proposals_sweep
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import Role
from tests.imports.conftest import table

ENGLISH = {"Accept-Language": "en"}
STIPULATED = {"Stato_di_avanzamento": "Patto stipulato"}
CANARY = "canary-note-4711"
PERSON = "Zefira Canarina"
SETTLED = {
    "title": "Aiuole di Via Lunga",
    "standing": "inquiry",
    "proposer_kind": "association",
    "public_author": "Via Lunga in Fiore",
    "place_name": "Via Lunga",
    "district": "centro",
    "latitude": "44.6231",
    "longitude": "11.0512",
    "submitted_on": "2024-03-01",
    "registry_number": "1021/2024",
    "checked": "y",
}


def _picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (4, 4)).save(out, "PNG")
    return out.getvalue()


PNG = _picture()


@pytest.fixture
def officer(
    client: FlaskClient, person: Callable[..., Account], sign_in: Callable[..., None]
) -> Account:
    account = person("Officer of the desk", roles=[(Role.DESK, "commons")])
    sign_in(client, account)
    return account


@pytest.fixture
def take(run: Callable[..., int], write: Callable[..., Path]) -> Callable[..., Proposal]:
    def take_one(**row: str) -> Proposal:
        words = {key.replace("_", " "): value for key, value in row.items()}
        words = {"Nota per attività conclusive": CANARY, "Rappresentante": PERSON, **words}
        assert run(write(table(words)), "palermo") == 0
        return db.session.scalars(select(Proposal)).one()

    return take_one


def _post(client: FlaskClient, proposal: Proposal, **change: Any) -> int:
    address = f"/desk/imports/{proposal.number}"
    return client.post(address, data={**SETTLED, "version": proposal.version, **change}).status_code


@pytest.mark.article("36(1)")
def test_the_desk_corrects_and_confirms_and_the_public_reads(
    client: FlaskClient, officer: Account, take: Callable[..., Proposal], app: Any
) -> None:
    proposal = take(Proponente="Comitato civico")
    listed = client.get("/desk/imports").get_data(as_text=True)
    assert "2026-P-0001" in listed
    assert "Comitato civico" in listed
    shown = client.get("/desk/imports/2026-P-0001").get_data(as_text=True)
    assert CANARY in shown
    visitor = app.test_client()
    missing = visitor.get("/proposals/2026-P-9999")
    hidden = visitor.get("/proposals/2026-P-0001")
    assert (hidden.status_code, hidden.data) == (404, missing.data.replace(b"9999", b"0001"))

    assert _post(client, proposal) == 302
    assert (proposal.import_confirmed, proposal.district, proposal.proposer_kind) == (
        True,
        "centro",
        "association",
    )
    entry = history("proposal", proposal.id)[-1]
    assert (entry.step, entry.publishes, entry.actor_id) == (
        "confirm_import",
        "imported",
        officer.id,
    )
    assert db.session.scalars(select(Mail)).all() == []
    pages = ["/proposals/", "/feed.atom", "/data/proposals.json", "/data/proposals.csv"]
    for address in [*pages, "/proposals/2026-P-0001", "/proposals/2026-P-0001.json"]:
        answer = visitor.get(address)
        text = answer.get_data(as_text=True)
        assert answer.status_code == 200
        assert "2026-P-0001" in text
        assert CANARY not in text
        assert PERSON not in text
    assert client.get("/desk/imports/2026-P-0001").status_code == 404


def test_a_pact_becomes_public_with_its_file(
    client: FlaskClient,
    officer: Account,
    take: Callable[..., Proposal],
    app: Any,
) -> None:
    proposal = take(Stato_di_avanzamento="Patto stipulato")
    pact = db.session.scalars(select(Pact)).one()
    visitor = app.test_client()
    assert visitor.get(f"/pacts/{pact.number}").status_code == 404
    change = {"standing": "pact_active", "signed_on": "2024-06-01", "ends_on": "2027-05-31"}
    assert _post(client, proposal, **change) == 302
    assert (pact.state, pact.import_confirmed, str(pact.ends_on)) == ("active", True, "2027-05-31")
    assert [e.step for e in history("pact", pact.id)] == ["import", "confirm_import"]
    for address in ("/pacts/", f"/pacts/{pact.number}", f"/pacts/{pact.number}.json"):
        answer = visitor.get(address)
        assert answer.status_code == 200, address
        assert CANARY not in answer.get_data(as_text=True)
    assert visitor.get("/feed.atom").get_data(as_text=True).count("<entry>") == 1


def test_a_person_may_say_that_a_file_in_inquiry_is_a_pact(
    client: FlaskClient,
    officer: Account,
    take: Callable[..., Proposal],
) -> None:
    proposal = take()
    assert _post(client, proposal, standing="pact_signed") == 302
    assert proposal.state == "accepted"
    assert db.session.scalars(select(Pact)).one().state == "signed"


@pytest.mark.parametrize(
    "change",
    [
        {"proposer_kind": "unknown"},
        {"proposer_kind": ""},
        {"checked": ""},
        {"standing": "draft"},
        {"standing": "accepted"},
        {"latitude": "200"},
        {"title": " "},
        {"district": "atlantis"},
    ],
)
def test_what_is_not_settled_keeps_the_file_private(
    change: dict[str, str],
    client: FlaskClient,
    officer: Account,
    take: Callable[..., Proposal],
) -> None:
    proposal = take()
    assert _post(client, proposal, registry_number="kept as typed", **change) == 422
    db.session.expire_all()
    assert not proposal.import_confirmed
    page = client.post(
        f"/desk/imports/{proposal.number}",
        data={**SETTLED, "version": proposal.version, "registry_number": "kept as typed", **change},
    )
    assert "kept as typed" in page.get_data(as_text=True)


def test_an_old_form_and_other_columns_change_nothing(
    client: FlaskClient,
    officer: Account,
    take: Callable[..., Proposal],
) -> None:
    proposal = take()
    assert _post(client, proposal, version=proposal.version - 1) == 409
    db.session.expire_all()
    assert not proposal.import_confirmed
    assert (
        _post(client, proposal, author_name="x", imported_from="x", withheld="y", number="1") == 302
    )
    assert (proposal.author_name, proposal.withheld, proposal.number) == (
        PERSON,
        False,
        "2026-P-0001",
    )
    assert proposal.imported_from == "register.csv: 001"


def test_only_the_desk_sees_what_waits(
    client: FlaskClient,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
    take: Callable[..., Proposal],
) -> None:
    take()
    assert client.get("/desk/imports").status_code == 302
    sign_in(client, person("A reviewer", roles=[(Role.REVIEWER, "green")]))
    assert client.get("/desk/imports").status_code == 403
    assert client.get("/desk/imports/2026-P-0001").status_code == 403


def test_an_imported_pact_says_so_and_can_be_withheld_at_once(
    client: FlaskClient,
    officer: Account,
    take: Callable[..., Proposal],
    app: Any,
) -> None:
    proposal = take(**STIPULATED)
    pact = db.session.scalars(select(Pact)).one()
    address = f"/pacts/{pact.number}"
    assert "older register" in client.get(address, headers=ENGLISH).text
    assert _post(client, proposal, standing="pact_active") == 302
    visitor = app.test_client()
    assert "older register" in visitor.get(address, headers=ENGLISH).text
    typed = {"version": pact.version, "reason": "It names a person."}
    assert client.post(f"/pacts/{pact.number}/withholding", data=typed).status_code == 302
    assert pact.withheld
    assert visitor.get(f"/pacts/{pact.number}").status_code in {404, 410}


def test_nothing_happens_by_itself_to_what_nobody_has_confirmed(
    client: FlaskClient,
    officer: Account,
    take: Callable[..., Proposal],
) -> None:
    proposal = take(**STIPULATED)
    pact = db.session.scalars(select(Pact)).one()
    pact.ends_on = settings().today() - timedelta(days=3)
    pact.starts_on = pact.ends_on - timedelta(days=30)
    db.session.commit()
    for sweep in (proposals_sweep, pacts_sweep):
        sweep.run(settings().now())
    assert pact.state == "signed"
    assert db.session.scalars(select(Mail)).all() == []
    days = {"starts_on": pact.starts_on.isoformat(), "ends_on": pact.ends_on.isoformat()}
    assert _post(client, proposal, standing="pact_active", **days) == 302
    pacts_sweep.run(settings().now())
    assert pact.state == "ended"


def test_the_desk_works_with_imported_files_in_its_lists(
    client: FlaskClient,
    officer: Account,
    take: Callable[..., Proposal],
) -> None:
    proposal = take(Stato_di_avanzamento="In attesa di integrazione")
    awaited = "/desk/?shelf=awaited"
    assert proposal.number not in client.get(awaited).get_data(as_text=True)
    assert client.get(f"/desk/proposals/{proposal.number}").status_code == 200
    assert _post(client, proposal, standing="incomplete") == 302
    assert str(proposal.number) in client.get(awaited).get_data(as_text=True)
    assert client.get(f"/desk/proposals/{proposal.number}").status_code == 200


def test_the_paper_that_came_with_a_pact_is_kept_for_the_office_and_the_parties(
    client: FlaskClient,
    officer: Account,
    take: Callable[..., Proposal],
    app: Any,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
) -> None:
    proposal = take(**STIPULATED)
    pact = db.session.scalars(select(Pact)).one()
    page = b"<p>no paper</p>"
    for standing, content in (("pact_active", page), ("inquiry", PNG)):
        change = {"standing": standing, "paper": (BytesIO(content), "patto.png")}
        assert _post(client, proposal, **change) == 422
    assert not proposal.import_confirmed
    paper = {"standing": "pact_active", "paper": (BytesIO(PNG), "patto.png")}
    assert _post(client, proposal, **paper) == 302
    shown = client.get(f"/pacts/{pact.number}").get_data(as_text=True)
    address = shown.split('href="')
    link = next(part.split('"')[0] for part in address if "older-paper" in part)
    assert client.get(link).status_code == 200
    visitor = app.test_client()
    assert "older-paper" not in visitor.get(f"/pacts/{pact.number}").get_data(as_text=True)
    assert visitor.get(link).status_code == 404
    stranger = app.test_client()
    sign_in(stranger, person("A stranger"))
    assert stranger.get(link).status_code == 404


def test_a_confirmed_file_is_accepted_under_the_regulation_in_force(
    client: FlaskClient,
    officer: Account,
    take: Callable[..., Proposal],
) -> None:
    proposal = take()
    assert _post(client, proposal) == 302
    answer = client.post(
        f"/desk/proposals/{proposal.number}/acceptance",
        data={"version": proposal.version, "occurred_on": settings().today().isoformat()},
    )
    assert answer.status_code == 302, answer.get_data(as_text=True)
    pact = db.session.scalars(select(Pact)).one()
    assert (proposal.pack_id, pact.pack_id) == ("unmodelled", settings().pack.id)
