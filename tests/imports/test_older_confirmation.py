"""An older pact and its papers become public when the desk has confirmed them. Art. 36."""

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents.models import Attachment
from pactregistry.journal import history
from pactregistry.notices.models import Mail
from pactregistry.pacts import sweep
from pactregistry.pacts.models import Pact
from pactregistry.people.models import Account
from pactregistry.workflow.states import Role
from tests.imports.conftest import older_table, pdf
from tests.imports.test_older_papers import PRIVATE, signed_pdf

CANARY = "canarino-4711"
PERSON = "Zefira Canarina"
NUMBER = "2026-0001"
PAGE = f"/desk/imports/pacts/{NUMBER}"
SETTLED = {
    "title": "Orto di Via Lunga",
    "standing": "active",
    "registry_number": "Rep. 44/2019",
    "act_number": "determina 214",
    "act_date": "2019-05-02",
    "signed_on": "2019-05-20",
    "starts_on": "2019-06-01",
    "ends_on": "2029-05-31",
    "parties": "Associazione Via Lunga in Fiore\n",
    "persons": PERSON,
    "place_name": "Via Lunga 4",
    "district": "centro",
    "latitude": "44.6231",
    "longitude": "11.0512",
    "checked": "y",
}


@pytest.fixture
def officer(
    client: FlaskClient, person: Callable[..., Account], sign_in: Callable[..., None]
) -> Account:
    account = person("Officer of the desk", roles=[(Role.DESK, "commons")])
    sign_in(client, account)
    return account


@pytest.fixture
def manager(
    app: Flask,
    client: FlaskClient,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
) -> FlaskClient:
    browser = app.test_client()
    sign_in(browser, person("Managing officer", roles=[(Role.MANAGER, "commons")]))
    return browser


@pytest.fixture
def take(
    run_pacts: Callable[..., int], write: Callable[..., Path], folder: Callable[..., Path]
) -> Callable[..., Pact]:
    def take_one(papers: dict[str, bytes] | None = None, **row: str) -> Pact:
        named = papers or {}
        row = {"notes": CANARY, "documents": ";".join(named), **row}
        assert run_pacts(write(older_table(row)), folder(**named)) == 0
        return db.session.scalars(select(Pact)).one()

    return take_one


def _post(client: FlaskClient, pact: Pact, **change: Any) -> Any:
    return client.post(PAGE, data={**SETTLED, "version": pact.version, **change})


def _papers() -> list[Attachment]:
    return list(db.session.scalars(select(Attachment).order_by(Attachment.id)))


def _same_as_missing(visitor: FlaskClient, path: str, missing: str) -> bool:
    hidden, none = visitor.get(path), visitor.get(missing)
    strip = re.compile(rb"/pacts/[^\s\"<]*")
    return hidden.status_code == none.status_code == 404 and (
        strip.sub(b"", hidden.data) == strip.sub(b"", none.data)
    )


@pytest.mark.article("36(1)")
def test_the_desk_confirms_and_the_public_reads(
    client: FlaskClient, officer: Account, take: Callable[..., Pact], app: Flask, clock: object
) -> None:
    pact = take({"patto.pdf": pdf(PRIVATE)})
    assert NUMBER in client.get("/desk/imports").text
    shown = client.get(PAGE).text
    assert CANARY in shown
    assert "tax code" in shown
    visitor = app.test_client()
    paper = _papers()[0]
    for path in (f"/pacts/{NUMBER}", f"/pacts/{NUMBER}.pdf", f"/pacts/{NUMBER}.json"):
        assert _same_as_missing(visitor, path, path.replace("0001", "0099"))
    assert _same_as_missing(
        visitor, f"/pacts/{NUMBER}/older-paper/{paper.id}", f"/pacts/{NUMBER}/older-paper/99"
    )

    assert _post(client, pact).status_code == 302
    entry = history("pact", pact.id)[-1]
    assert (entry.step, entry.actor_id, entry.publishes) == ("confirm_import", officer.id, None)
    assert db.session.scalars(select(Mail)).all() == []
    pages = ["/pacts/", f"/pacts/{NUMBER}", f"/pacts/{NUMBER}.json", "/data/pacts.json"]
    for address in [*pages, "/data/pacts.csv", f"/api/v1/pacts/{NUMBER}"]:
        answer = visitor.get(address)
        assert answer.status_code == 200, address
        assert NUMBER in answer.text
        assert CANARY not in answer.text
        assert PERSON not in answer.text
        assert "patto.pdf" not in answer.text
    assert visitor.get("/feed.atom").text.count("<entry>") == 0
    assert client.get(PAGE).status_code == 404


def test_the_page_tells_what_is_known_and_what_is_not(
    client: FlaskClient, officer: Account, take: Callable[..., Pact], app: Flask, clock: object
) -> None:
    pact = take()
    assert _post(client, pact).status_code == 302
    page = app.test_client().get(f"/pacts/{NUMBER}").text
    for known in ("older register", "determina 214", "Associazione Via Lunga in Fiore"):
        assert known in page
    assert "Under which rules it was made is not recorded" in page
    assert page.count("What happened between is not known.") == 3
    assert "What happened until it was taken over is not known." in page
    assert "1, not named here" in page


def test_the_record_says_that_it_was_imported(
    client: FlaskClient, officer: Account, take: Callable[..., Pact], app: Flask, clock: object
) -> None:
    pact = take({"patto.pdf": pdf()})
    paper = _papers()[0]
    shown = {"shown": str(paper.id), "looked": "y"}
    ended = {"standing": "ended", "ended_on": "", "how_ended": "revoke", "ends_on": "2023-05-31"}
    assert _post(client, pact, **shown, **ended).status_code == 302
    visitor = app.test_client()
    record = visitor.get(f"/pacts/{NUMBER}.json").json
    assert record is not None
    assert (record["imported"], record["pack"]["id"], record["track"]) == (
        True,
        "unmodelled",
        None,
    )
    assert record["registry_number"] == "Rep. 44/2019"
    assert record["act"] == {"number": "determina 214", "date": "2019-05-02"}
    assert record["parties"] == [
        {
            "side": "citizens",
            "kind": "citizens",
            "name": "Associazione Via Lunga in Fiore",
            "role": "",
        }
    ]
    assert record["ended"] == {"on": None, "how": "revoke", "reason": None}
    assert record["sections"] == []
    assert record["proposal"] == {
        "number": None,
        "submitted_on": "2018-11-12",
        "registry_number": "PG 1021/2018",
    }
    (version,) = record["versions"]
    assert version["document"]["sha256"] == paper.sha256
    assert version["signed_sha256"] is None
    pdf_path = version["document"]["url"].removeprefix(settings().base_url)
    assert record["links"]["pdf"] == version["document"]["url"]
    assert visitor.get(pdf_path).data == pdf()
    (row,) = csv.DictReader(io.StringIO(visitor.get("/data/pacts.csv").text))
    assert (row["imported"], row["registry_number"]) == ("True", "Rep. 44/2019")


@pytest.mark.parametrize(
    "change",
    [
        {"title": " "},
        {"standing": "forming"},
        {"standing": ""},
        {"checked": ""},
        {"latitude": "200"},
        {"district": "atlantis"},
        {"intensity": "some"},
        {"signed_on": "2026-03-03"},
        {"starts_on": "2029-06-01"},
        {"ends_on": "2026-03-01"},
        {"ended_on": "2025-01-01"},
        {"how_ended": "revoke"},
        {"standing": "ended", "ended_on": "2026-03-03"},
        {"standing": "ended", "how_ended": "somehow"},
    ],
)
def test_what_is_not_settled_keeps_the_pact_private(
    change: dict[str, str],
    client: FlaskClient,
    officer: Account,
    take: Callable[..., Pact],
    clock: object,
) -> None:
    pact = take()
    answer = _post(client, pact, theme="kept as typed", **change)
    assert answer.status_code == 422
    assert "kept as typed" in answer.text
    db.session.expire_all()
    assert not pact.import_confirmed


def test_the_last_day_may_be_today_and_not_yesterday(
    client: FlaskClient, officer: Account, take: Callable[..., Pact], clock: Any
) -> None:
    pact = take()
    assert _post(client, pact, ends_on="2026-03-01").status_code == 422
    assert _post(client, pact, ends_on="2026-03-02").status_code == 302
    sweep.run(settings().now())
    assert pact.state == "active"
    clock.go(date(2026, 3, 3))
    sweep.run(settings().now())
    assert pact.state == "ended"
    assert history("pact", pact.id)[-1].occurred_on == date(2026, 3, 2)


def test_no_term_runs_before_the_confirmation(
    take: Callable[..., Pact], clock: Any, app: Flask
) -> None:
    pact = take(ends_on="2026-03-10")
    clock.go(date(2026, 4, 1))
    sweep.run(settings().now())
    assert pact.state == "active"
    assert db.session.scalars(select(Mail)).all() == []


@pytest.mark.parametrize(
    ("content", "change", "said"),
    [
        (pdf(PRIVATE), {}, "Say that you read the papers"),
        (pdf(""), {}, "Say that you read the papers"),
        (pdf(), {}, "Say that you read the papers"),
        (signed_pdf(), {"looked": "y"}, "electronic signatures"),
    ],
)
def test_a_paper_is_published_only_by_a_person_who_looked(
    content: bytes,
    change: dict[str, str],
    said: str,
    client: FlaskClient,
    officer: Account,
    take: Callable[..., Pact],
    clock: object,
) -> None:
    pact = take({"patto.pdf": content})
    paper = _papers()[0]
    answer = _post(client, pact, shown=str(paper.id), **change)
    assert answer.status_code == 422
    assert said in answer.text
    db.session.expire_all()
    assert (pact.import_confirmed, _papers()[0].public) == (False, False)


def test_one_paper_is_shown_and_the_other_stays_with_the_office(
    client: FlaskClient, officer: Account, take: Callable[..., Pact], app: Flask, clock: object
) -> None:
    pact = take({"firmato.pdf": pdf(PRIVATE), "omissis.pdf": pdf()})
    signed, clean = _papers()
    answer = _post(client, pact, shown=str(clean.id), looked="y")
    assert answer.status_code == 302
    visitor = app.test_client()
    page = visitor.get(f"/pacts/{NUMBER}").text
    assert ("omissis.pdf" in page, "firmato.pdf" in page) == (True, False)
    assert visitor.get(f"/pacts/{NUMBER}/older-paper/{clean.id}").status_code == 200
    assert visitor.get(f"/pacts/{NUMBER}/older-paper/{signed.id}").status_code == 404
    assert client.get(f"/pacts/{NUMBER}/older-paper/{signed.id}").status_code == 200
    assert history("pact", pact.id)[-1].facts["papers_shown"] == [clean.sha256]


def test_a_clean_copy_can_come_with_the_confirmation(
    client: FlaskClient, officer: Account, take: Callable[..., Pact], app: Flask, clock: object
) -> None:
    pact = take()
    wrong = {"paper": (BytesIO(b"<p>"), "patto.pdf"), "paper_shown": "y", "looked": "y"}
    assert _post(client, pact, **wrong).status_code == 422
    right = {"paper": (BytesIO(pdf()), "omissis.pdf"), "paper_shown": "y", "looked": "y"}
    assert _post(client, pact, **right).status_code == 302
    assert app.test_client().get(f"/pacts/{NUMBER}.pdf").data == pdf()


def test_the_search_page_is_for_the_office(
    client: FlaskClient,
    officer: Account,
    take: Callable[..., Pact],
    app: Flask,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
    clock: object,
) -> None:
    take({"patto.pdf": pdf(PRIVATE)})
    page = f"{PAGE}/papers/{_papers()[0].id}"
    assert "CNRZFR80A41L117X" in client.get(page).text
    assert client.get(f"{PAGE}/papers/99").status_code == 404
    assert client.get(f"/desk/imports/pacts/2026-0099/papers/{_papers()[0].id}").status_code == 404
    assert app.test_client().get(page).status_code == 302
    stranger = app.test_client()
    sign_in(stranger, person("A reviewer", roles=[(Role.REVIEWER, "green")]))
    assert stranger.get(page).status_code == 403
    assert stranger.get(PAGE).status_code == 403


def test_the_manager_takes_a_paper_back_and_shows_another(
    client: FlaskClient,
    officer: Account,
    manager: FlaskClient,
    take: Callable[..., Pact],
    app: Flask,
    clock: object,
) -> None:
    pact = take({"patto.pdf": pdf(PRIVATE)})
    wrong = _papers()[0]
    page = f"/pacts/{NUMBER}/older-papers"
    assert manager.get(page).status_code == 404
    assert _post(client, pact, shown=str(wrong.id), looked="y").status_code == 302
    assert client.get(page).status_code == 403
    visitor = app.test_client()
    public = f"/pacts/{NUMBER}/older-paper/{wrong.id}"
    assert visitor.get(public).status_code == 200

    typed = {"version": pact.version, "looked": "y"}
    assert manager.post(page, data=typed).status_code == 409
    assert visitor.get(public).status_code == 200
    typed["reason"] = "It named a person."
    new = {"paper": (BytesIO(pdf()), "omissis.pdf")}
    assert manager.post(page, data={**typed, **new}).status_code == 302
    assert visitor.get(public).status_code == 404
    assert visitor.get(f"/pacts/{NUMBER}.pdf").data == pdf()
    entry = history("pact", pact.id)[-1]
    assert (entry.step, entry.reason) == ("correct", "It named a person.")
    assert manager.post(page, data={**typed, "version": 1}).status_code == 409


def test_an_old_form_and_other_columns_change_nothing(
    client: FlaskClient, officer: Account, take: Callable[..., Pact], clock: object
) -> None:
    pact = take()
    assert _post(client, pact, version=pact.version - 1).status_code == 409
    assert _post(client, pact, number="1", pack_id="x", imported_from="x").status_code == 302
    assert (pact.number, pact.pack_id) == (NUMBER, "unmodelled")
    assert pact.imported_from == "register.csv: Rep. 44/2019"


def test_it_can_be_put_under_a_pact_of_this_regulation(
    client: FlaskClient, officer: Account, take: Callable[..., Pact], clock: object
) -> None:
    pact = take()
    assert _post(client, pact).status_code == 302
    page = client.get(f"/pacts/{NUMBER}").text
    assert f"/pacts/{NUMBER}/renewal" in page
    typed = {"version": pact.version, "reason": "Art. 36(1)"}
    assert client.post(f"/pacts/{NUMBER}/renewal", data=typed).status_code == 302
    renewed = db.session.scalars(select(Pact).where(Pact.id != pact.id)).one()
    assert (renewed.predecessor_id, renewed.pack_id) == (pact.id, settings().pack.id)


def test_no_page_of_a_pact_breaks_on_one_without_a_text(
    client: FlaskClient,
    officer: Account,
    manager: FlaskClient,
    take: Callable[..., Pact],
    app: Flask,
    clock: object,
) -> None:
    pact = take()
    assert _post(client, pact).status_code == 302
    pages = [
        rule.rule.replace("<number>", NUMBER)
        for rule in app.url_map.iter_rules()
        if rule.arguments == {"number"} and "GET" in (rule.methods or ())
        if rule.rule.startswith(("/pacts/", "/desk/pacts/", "/api/v1/pacts/"))
    ]
    assert len(pages) > 20
    readers = (client, manager, app.test_client())
    broken = [page for page in pages for one in readers if one.get(page).status_code >= 500]
    assert not broken
    amended = client.post(
        f"/pacts/{NUMBER}/amendment", data={"version": pact.version, "reason": "A new bed."}
    )
    assert amended.status_code == 409
    assert "it comes from an older register" in amended.text


@pytest.mark.article("36(1)", "5(2)m")
def test_a_pact_without_a_text_offers_no_change_of_it(
    client: FlaskClient, officer: Account, manager: FlaskClient, take: Callable[..., Pact]
) -> None:
    assert _post(client, take()).status_code == 302
    for one in (client, manager):
        page = one.get(f"/pacts/{NUMBER}").text
        assert f"/pacts/{NUMBER}/withholding" in page
        assert f"/pacts/{NUMBER}/amendment" not in page
        assert f"/pacts/{NUMBER}/extension" not in page


@pytest.mark.article("16(4)")
def test_its_owner_may_consent_though_its_regulation_is_not_here(
    client: FlaskClient, officer: Account, take: Callable[..., Pact], clock: object
) -> None:
    pact = take()
    assert _post(client, pact).status_code == 302
    assert pact.pack_id == "unmodelled"
    assert client.get(f"/pacts/{NUMBER}/consent").status_code == 200
