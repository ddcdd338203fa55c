"""Every page that links reach in the demo city, for each role, in each language.

Links lead somewhere, HTML is valid, axe finds nothing, the first Tab leads past the frame, and no
page is wider than a narrow screen or breaks the content policy.
"""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page
from werkzeug.serving import make_server

from pactregistry import create_app
from pactregistry.config import read_settings
from pactregistry.database import db
from pactregistry.demo import filling
from pactregistry.people import sessions
from pactregistry.people.models import account_by_email
from tests.conftest import Browser as Client
from tests.journeys.conftest import NARROW
from tests.journeys.crawling import crawl
from tests.journeys.walking import NOT_WIDER

ROLES = ("", "lina", "desk", "green", "centro", "manager", "admin")
"""A visitor, a citizen who leads a group, and officers."""
MANY = 50  # kinds of page that links reach at least


@dataclass(frozen=True)
class City:
    """The demo city and where it is served."""

    app: Flask
    address: str


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[City]:
    """The demo city, filled once and served; tests must not change it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PACTREGISTRY_DATA_DIR", str(tmp_path_factory.mktemp("city")))
        patch.setenv("PACTREGISTRY_SECRET_KEY", "a key for tests only")
        settings = read_settings()
    app = create_app(settings)
    app.config.update(TESTING=True)
    app.test_client_class = Client
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    with app.app_context():
        db.create_all()
        filling.fill()
        db.session.remove()
        thread.start()
        yield City(app, f"http://127.0.0.1:{server.server_port}")
        server.shutdown()
        thread.join()
        server.server_close()
        db.session.remove()
        db.engine.dispose()


def signed_in(app: Flask, name: str, language: str) -> FlaskClient:
    """A client of a role in a language; no name is a visitor."""
    client = app.test_client()
    with client.session_transaction() as session:
        session["language"] = language
    if name:
        account = account_by_email(f"{name}@valfiorita.example")
        assert account is not None
        key = sessions.begin(account, code_passed=True)
        uniquifier = account.fs_uniquifier
        db.session.commit()
        with client.session_transaction() as session:
            session.update(_user_id=uniquifier, _fresh=True, fs_cc="set", sign_in=key)
            session["fs_paa"] = datetime.now(UTC).timestamp()
    return client


@pytest.mark.parametrize("language", ["it", "en", "es"])
def test_every_page(
    city: City,
    browser: Browser,
    axe: Callable[[Page], list[str]],
    vnu: Callable[[list[str]], list[str]],
    language: str,
) -> None:
    faults: list[str] = []
    texts: list[str] = []
    looked_at: set[str] = set()
    for name in ROLES:
        client = signed_in(city.app, name, language)
        found = crawl(city.app, client)
        faults += [f"{name}: {link}" for link in found if link.status >= HTTPStatus.BAD_REQUEST]
        texts += [page.text for page in found if page.text]
        kinds = {page.endpoint: page for page in found if page.text}
        new = [page.path for kind, page in kinds.items() if kind not in looked_at]
        looked_at |= kinds.keys()
        faults += [f"{name}: {fault}" for fault in look_at(city, browser, client, new, axe)]
    assert len(looked_at) > MANY
    assert faults + vnu(texts) == []


def look_at(
    city: City,
    browser: Browser,
    client: FlaskClient,
    paths: list[str],
    axe: Callable[[Page], list[str]],
) -> list[str]:
    """Open pages on a narrow screen; gives what is wrong with them."""
    cookie = client.get_cookie(city.app.config["SESSION_COOKIE_NAME"])
    assert cookie is not None
    faults: list[str] = []
    with browser.new_context(viewport=NARROW) as context:
        context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": city.address}])
        page = context.new_page()
        page.on("console", lambda message: faults.append(f"{page.url}: {message.text}"))
        for path in paths:
            page.goto(city.address + path)
            faults += [f"{path}: {fault}" for fault in [*axe(page), *without_a_mouse(page)]]
            if not page.evaluate(NOT_WIDER):
                faults.append(f"{path}: wider than the screen")
    return faults


def without_a_mouse(page: Page) -> list[str]:
    """The first Tab leads to the link past the frame."""
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.getAttribute('href')")
    return [] if first == "#content" else [f"the first Tab leads to {first}"]
