"""What every test shares: an application on an empty database and a clock that the test sets."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from pactregistry import create_app
from pactregistry.config import Settings, read_settings
from pactregistry.database import db

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


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings as shipped, with data in a folder of the test's own."""
    monkeypatch.setenv("PACTREGISTRY_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("PACTREGISTRY_SECRET_KEY", "a key for tests only")
    return read_settings()


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """An application on an empty database, inside its context."""
    app = create_app(settings)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False, PROPAGATE_EXCEPTIONS=False)
    with app.app_context():
        db.create_all()
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def clock(app: Flask) -> SetClock:
    """The clock of the test, set to 2 March 2026 at noon."""
    return SetClock(app)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser without JavaScript, signed out."""
    return app.test_client()
