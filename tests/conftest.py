"""What every test shares: an application on an empty database and a clock that the test sets."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event
from werkzeug.test import TestResponse

from pactregistry import create_app
from pactregistry.config import Settings, read_settings
from pactregistry.database import db
from pactregistry.documents import rendering
from pactregistry.people import sessions
from pactregistry.people.models import Account, Holding
from pactregistry.workflow.states import Role
from tests.databases import NEW, Database, SQLite, postgresql_served
from tests.demo_city import filled_once

TODAY = date(2026, 3, 2)


class SetClock:
    """Civil time as a test sets it: noon of a day in the city's zone."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.go(TODAY)

    def go(self, day: date, at: time = time(12)) -> None:
        """Let it be a given time of a day."""
        settings: Settings = self.app.config["SETTINGS"]
        instant = datetime.combine(day, at, settings.city.zone)
        self.app.config["SETTINGS"] = replace(settings, shift=instant - datetime.now(UTC))


class Stencil:
    """Makes a file that hangs on the same content as the printed one, in no time."""

    def ask(self, _job: str, body: bytes) -> tuple[dict[str, Any], bytes]:
        """Do the one job of printing."""
        return {}, b"%PDF-1.7 " + sha256(body).hexdigest().encode()


@dataclass(frozen=True)
class Built:
    """One application for all tests of a process, and its database, kept while it was empty."""

    app: Flask
    settings: Settings
    config: dict[str, Any]
    database: Database


@pytest.fixture
def built(request: pytest.FixtureRequest) -> Built:
    """The application on SQLite, or on the database that is the parameter."""
    found: Built = request.getfixturevalue(f"built_on_{getattr(request, 'param', 'sqlite')}")
    return found


@pytest.fixture(scope="session")
def built_on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the application once: it takes longer than most tests do."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "kept").mkdir()
    return _build(folder / "data", SQLite(folder / "data" / "registry.sqlite", folder / "kept"))


@pytest.fixture(scope="session")
def built_on_postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """Build it once for PostgreSQL too, served as long as there are tests."""
    with postgresql_served() as database:
        yield _build(tmp_path_factory.mktemp("built") / "data", database)


def _build(data: Path, database: Database) -> Built:
    data.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        _environment(patch, data, database)
        settings = read_settings()
    app = create_app(settings)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False, PROPAGATE_EXCEPTIONS=False)
    app.test_client_class = Browser
    with app.app_context():
        event.listen(db.engine, "connect", _await_no_disk)
        db.create_all()
        db.engine.dispose()
    database.keep(NEW)
    return Built(app, settings, dict(app.config), database)


def _await_no_disk(connection: Any, _record: object) -> None:
    # What a test wrote need not outlive the machine.
    if isinstance(connection, sqlite3.Connection):
        connection.execute("PRAGMA synchronous=OFF")


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the demo city, filled once for all processes; tests work on copies."""
    return filled_once(tmp_path_factory)


@pytest.fixture
def settings(built: Built, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings as shipped, with an empty data folder."""
    shutil.rmtree(built.settings.data_dir)
    built.settings.data_dir.mkdir()
    _environment(monkeypatch, built.settings.data_dir, built.database)
    return built.settings


@pytest.fixture
def app(built: Built, settings: Settings) -> Iterator[Flask]:
    """The application on an empty database, inside its context."""
    built.database.begin(NEW)
    app = built.app
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()
    app.config.clear()
    app.config.update(built.config)


@pytest.fixture
def unprinted(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Print nothing in a test of what is not on paper; one that is marked `prints` does."""
    if request.node.get_closest_marker("prints") is None:
        monkeypatch.setattr(rendering, "workshop", Stencil())


@pytest.fixture
def unserved(app: Flask, settings: Settings) -> Iterator[Flask]:
    """An application of the test's own, on the same database: its pages may still be changed."""
    own = create_app(settings)
    own.config.update(app.config)
    own.test_client_class = Browser
    with own.app_context():
        yield own


def _environment(patch: pytest.MonkeyPatch, data: Path, database: Database) -> None:
    patch.setenv("PACTREGISTRY_DATA_DIR", str(data))
    patch.setenv("PACTREGISTRY_SECRET_KEY", "a key for tests only")
    if not isinstance(database, SQLite):
        patch.setenv("PACTREGISTRY_DATABASE_URL", database.url)


@pytest.fixture
def clock(app: Flask) -> SetClock:
    """The clock of the test, set to 2 March 2026 at noon."""
    return SetClock(app)


class Browser(FlaskClient):
    """A client whose requests each have a context of their own, as on a server.

    What the test wrote is committed before each request, so that the request sees it. It asks for
    English, the language of the sentences in the code.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Make one request."""
        db.session.commit()
        with self.application.app_context():
            return super().open(*args, **kwargs)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser without JavaScript, signed out; `app.test_client()` opens another."""
    return app.test_client()


@pytest.fixture
def person(app: Flask) -> Callable[..., Account]:
    """Open a confirmed account: `person("Ada Riva", roles=[(Role.DESK, "commons")])`."""

    def open_account(
        name: str,
        email: str = "",
        roles: Sequence[tuple[Role, str]] = (),
        since: date = date(2026, 1, 1),
    ) -> Account:
        here: Settings = app.config["SETTINGS"]
        account = Account(
            name=name,
            public_name=name,
            email=email or f"{'.'.join(name.lower().split())}@people.example",
            fs_uniquifier=f"{name}-{email}",
            confirmed_at=here.now(),
            create_datetime=here.now(),
            language="en",
            active=True,
        )
        account.holdings = [
            Holding(role=role, office=office, since=since) for role, office in roles
        ]
        db.session.add(account)
        db.session.commit()
        return account

    return open_account


@pytest.fixture
def sign_in() -> Callable[..., None]:
    """Sign a client in as an account, one-time code included: `sign_in(client, account)`."""

    def enter(client: FlaskClient, account: Account, *, code_passed: bool = True) -> None:
        key = sessions.begin(account, code_passed=code_passed)
        uniquifier = account.fs_uniquifier
        db.session.commit()
        with client.session_transaction() as session:
            session.update(_user_id=uniquifier, _fresh=True, fs_cc="set", sign_in=key)
            session["fs_paa"] = datetime.now(UTC).timestamp()

    return enter


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the journeys, each in its random place: the longest must not be the last."""
    items.sort(key=lambda item: "journeys" not in item.path.parts)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print what journeys counted: screens and clicks."""
    for report in terminalreporter.stats.get("", []):
        for name, value in report.user_properties:
            if name == "counted" and report.when == "teardown":
                terminalreporter.write_line(f"{report.nodeid}: {value}")
