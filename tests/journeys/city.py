"""The demo city: each module of tests has a copy of its own, served to browsers."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import BrowserContext
from werkzeug.serving import make_server

from pactregistry.database import db
from pactregistry.people import sessions
from pactregistry.people.models import account_by_email
from tests.conftest import Browser as Client
from tests.demo_city import opened


@dataclass(frozen=True)
class City:
    """The demo city and where it is served."""

    app: Flask
    address: str

    def client(self, name: str, language: str) -> FlaskClient:
        """A client of a person of the demo in a language; no name is a visitor."""
        client = self.app.test_client()
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

    def hand_over(self, client: FlaskClient, context: BrowserContext) -> None:
        """Let a real browser go on with the session of a client."""
        cookie = client.get_cookie(self.app.config["SESSION_COOKIE_NAME"])
        assert cookie is not None
        context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": self.address}])


@contextmanager
def served(filled: Path, folder: Path) -> Iterator[City]:
    """A copy of the filled city, served while the context lasts."""
    app = opened(filled, folder)
    app.test_client_class = Client
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    with app.app_context():
        thread.start()
        yield City(app, f"http://127.0.0.1:{server.server_port}")
        server.shutdown()
        thread.join()
        server.server_close()
        db.session.remove()
        db.engine.dispose()
