"""A form that arrives twice is done once, and leads to what came of it the first time."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select, update

from pactregistry.database import db
from pactregistry.people.models import Account, Group
from pactregistry.people.models_sign_in import RequestDone
from pactregistry.proposals.models import Proposal

BEGUN = {"intensity": "continuous", "proposer_kind": "person", "request_id": "an-id-of-this-form"}


@pytest.fixture
def rita(client: FlaskClient, person: Callable[..., Account], sign_in: Any) -> Account:
    """Somebody signed in."""
    account = person("Rita Residente")
    sign_in(client, account)
    return account


@pytest.fixture
def number_of() -> Callable[[type[Any]], int]:
    """How many there are of something."""

    def count(model: type[Any]) -> int:
        db.session.rollback()
        return db.session.scalar(select(func.count()).select_from(model)) or 0

    return count


@pytest.fixture
def browsers(app: Flask, rita: Account, sign_in: Any) -> list[FlaskClient]:
    """Two windows of the same person."""
    found = [app.test_client() for _ in range(2)]
    for browser in found:
        sign_in(browser, rita)
    return found


def test_each_form_carries_an_id_of_its_own(client: FlaskClient, rita: Account) -> None:
    pages = [client.get("/proposals/new").text for _ in range(2)]
    ids = [re.findall(r'name="request_id" value="([^"]{20,})"', page) for page in pages]
    assert all(ids)
    assert not {*ids[0]} & {*ids[1]}


@pytest.mark.parametrize(
    ("page", "typed", "model"),
    [
        ("/proposals/new", BEGUN, Proposal),
        (
            "/groups/new",
            {"name": "Via Lunga", "kind": "informal_group", "request_id": "an-id-of-this-form"},
            Group,
        ),
    ],
)
def test_the_same_form_again_makes_nothing_and_leads_to_the_first(
    client: FlaskClient,
    rita: Account,
    number_of: Callable[[type[Any]], int],
    page: str,
    typed: dict[str, str],
    model: type[Any],
) -> None:
    first = client.post(page, data=typed)
    assert first.status_code == 302
    again = client.post(page, data=typed)
    assert (again.status_code, again.location) == (302, first.location)
    assert number_of(model) == 1
    assert "was done once" in client.get(again.location).text


def test_what_is_typed_anew_is_a_new_act(
    client: FlaskClient, rita: Account, number_of: Callable[[type[Any]], int]
) -> None:
    client.post("/proposals/new", data=BEGUN)
    client.post("/proposals/new", data=BEGUN | {"intensity": "occasional"})
    client.post("/proposals/new", data=BEGUN | {"request_id": "the-id-of-another-form"})
    assert number_of(Proposal) == 3


def test_another_person_with_the_same_id_is_not_the_first(
    app: Flask,
    client: FlaskClient,
    rita: Account,
    person: Callable[..., Account],
    sign_in: Any,
    number_of: Callable[[type[Any]], int],
) -> None:
    client.post("/proposals/new", data=BEGUN)
    other = app.test_client()
    sign_in(other, person("Nino Vicino"))
    other.post("/proposals/new", data=BEGUN)
    assert number_of(Proposal) == 2


def test_a_refused_form_may_be_sent_again(
    client: FlaskClient, rita: Account, number_of: Callable[[type[Any]], int]
) -> None:
    wrong = BEGUN | {"intensity": "no such care"}
    assert [client.post("/proposals/new", data=wrong).status_code for _ in range(2)] == [422, 422]
    assert number_of(RequestDone) == 0


def test_two_at_the_same_instant_are_one(
    browsers: list[FlaskClient], number_of: Callable[[type[Any]], int]
) -> None:
    together = Barrier(2)

    def send(browser: FlaskClient) -> int:
        with browser.application.app_context():
            together.wait()
            return browser.post("/proposals/new", data=BEGUN).status_code

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(send, browsers)) == [302, 302]
    assert number_of(Proposal) == 1


def test_what_was_done_is_forgotten_after_two_days(
    client: FlaskClient, rita: Account, number_of: Callable[[type[Any]], int]
) -> None:
    client.post("/proposals/new", data=BEGUN)
    long_ago = datetime.now(UTC) - timedelta(days=3)
    db.session.execute(update(RequestDone).values(at=long_ago))
    db.session.commit()
    client.post("/proposals/new", data=BEGUN | {"request_id": "the-id-of-another-form"})
    assert number_of(RequestDone) == 1


def test_no_form_is_without_an_id(app: Flask) -> None:
    templates = list(Path(app.root_path, app.template_folder or "").rglob("*.html"))
    assert templates
    for template in templates:
        # Signing in guards its own steps; the choice of a language is the same each time.
        if template.parent.name == "security" or template.name == "base.html":
            continue
        for form in re.findall(r'<form [^>]*method="post".*?</form>', template.read_text(), re.S):
            assert re.search(r"hidden\(|hidden_tag|request_id\(\)|csrf_field", form), template
