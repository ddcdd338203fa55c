"""A pact whose regulation has no conciliation: nothing is offered, and it is said why. Art. 33."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from pactregistry.conciliation.queries import disputes_on
from pactregistry.config import PACKAGE
from pactregistry.database import db
from tests.conciliation.scene import ASKED, HAPPENED, Table
from tests.pacts.cases import CANARY

pytestmark = pytest.mark.article("33(1)")
OF_IT = ("conciliation", "conciliation_answer")
FORM = {"matter": "pact", "what_happened": HAPPENED, "what_is_asked": ASKED}


@pytest.fixture
def without(app: Flask, table: Table) -> Callable[..., None]:
    """Let texts know no conciliation: `without("lecco")`."""

    def drop(*pack_ids: str) -> None:
        here = app.config["SETTINGS"]
        packs = dict(here.packs)
        for name in pack_ids:
            terms = {key: term for key, term in packs[name].terms.items() if key not in OF_IT}
            packs[name] = replace(packs[name], terms=terms)
        app.config["SETTINGS"] = replace(here, packs=packs)

    return drop


@pytest.fixture
def of_lecco(table: Table) -> Table:
    """The pact was made under another text of the City's two."""
    table.pact.pack_id = "lecco"
    db.session.commit()
    return table


def test_nothing_is_offered_and_it_is_said_why(
    of_lecco: Table, without: Callable[..., None], client: FlaskClient
) -> None:
    without("lecco")
    number = of_lecco.pact.number
    for who in (of_lecco.lead, of_lecco.manager, of_lecco.neighbour, of_lecco.desk):
        browser = of_lecco.enter(who)
        assert "/conciliation" not in browser.get(f"/pacts/{number}").text
        for answer in (
            browser.get(f"/pacts/{number}/conciliation"),
            browser.post(f"/pacts/{number}/conciliation", data=FORM),
        ):
            assert answer.status_code == 404
            assert "knows no conciliation committee" in answer.text
            assert "between active citizens and the City" in answer.text  # by its name
            assert "/conciliation" in answer.text  # what it is on other pacts
    assert not disputes_on(of_lecco.pact)
    told = client.get(f"/conciliation?pact={number}")
    assert told.status_code == 200
    assert f"Pact {number} was made under another regulation" in told.text
    assert f"/pacts/{number}/conciliation" not in told.text
    assert "30 days" in told.text
    # A pact that nobody may read is not there, whatever its text.
    of_lecco.pact.withheld = True
    db.session.commit()
    hidden = of_lecco.enter(of_lecco.neighbour).get(f"/pacts/{number}/conciliation")
    assert hidden.status_code == 404
    assert "knows no conciliation committee" not in hidden.text


def test_a_text_that_takes_the_article_over_offers_it(of_lecco: Table) -> None:
    number = of_lecco.pact.number
    browser = of_lecco.enter(of_lecco.neighbour)
    assert f"/conciliation?pact={number}" in browser.get(f"/pacts/{number}").text
    asked = browser.post(f"/pacts/{number}/conciliation", data=FORM)
    assert asked.status_code == 302, asked.text
    of_lecco.number = asked.location.rsplit("/", 1)[-1]
    dispute = of_lecco.dispute
    assert (dispute.pack_id, (dispute.propose_by - dispute.requested_on).days) == ("lecco", 30)
    assert CANARY in of_lecco.page(of_lecco.neighbour).text


@pytest.mark.article("33(2)")
def test_a_text_with_another_term_is_told_by_its_own_number(table: Table, app: Flask) -> None:
    here = app.config["SETTINGS"]
    mine = here.packs[table.pact.pack_id]
    term = replace(mine.terms["conciliation"], value=12)
    other = replace(mine, terms={**mine.terms, "conciliation": term})
    app.config["SETTINGS"] = replace(here, packs={**here.packs, mine.id: other})
    told = table.enter(table.lead).get(f"/conciliation?pact={table.pact.number}").text
    assert "within 12 days of the request" in told
    asked = table.request_dispute()
    assert (asked.propose_by - asked.requested_on).days == 12


def test_no_sentence_says_the_number_of_one_text() -> None:
    root = PACKAGE.parent
    sentences = [*(root / "templates").rglob("*.*"), *PACKAGE.rglob("*.py")]
    assert len(sentences) > 500
    for path in sentences:
        if "demo" not in path.parts:
            said = path.read_text("utf-8").lower()
            assert not re.search(r"_\([^)]*thirty", said), path


def test_a_city_whose_texts_all_lack_it_explains_nothing(
    of_lecco: Table, without: Callable[..., None], client: FlaskClient, app: Flask
) -> None:
    without(*app.config["SETTINGS"].packs)
    assert client.get("/conciliation").status_code == 404
    page = of_lecco.enter(of_lecco.neighbour).get(f"/pacts/{of_lecco.pact.number}/conciliation")
    assert page.status_code == 404
    assert "What conciliation is on other pacts" not in page.text


def test_nothing_is_asked_on_a_pact_of_an_older_register_before_it_is_confirmed(
    table: Table,
) -> None:
    table.pact.import_confirmed = False
    db.session.commit()
    page = f"/pacts/{table.pact.number}/conciliation"
    assert table.enter(table.stranger).get(page).status_code == 404
    desk = table.enter(table.desk)
    for answer in (desk.get(page), desk.post(page, data=FORM)):
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/desk/imports/")
    assert not disputes_on(table.pact)
