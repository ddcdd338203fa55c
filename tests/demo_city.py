"""The demo city, filled once for a whole run: tests open copies of it.

It is filled at noon and opened an hour later: a run that goes on past midnight stays on its day.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask

from pactregistry import create_app
from pactregistry.config import read_settings
from pactregistry.database import db
from pactregistry.demo import filling

FILLED_ON = "filled-on"  # a file with the day


@contextmanager
def once_in_a_run(factory: pytest.TempPathFactory, name: str) -> Iterator[tuple[Path, bool]]:
    """Where something is kept that one process makes, and whether it is there; others wait."""
    own = factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    done = shared / f"{name}.done"
    with (shared / f"{name}.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield shared / name, done.exists()
        done.touch()


def filled_once(factory: pytest.TempPathFactory) -> Path:
    """The data folder of the filled city."""
    with once_in_a_run(factory, "demo-city") as (folder, is_there):
        if not is_there:
            shutil.rmtree(folder, ignore_errors=True)  # of a filling that broke off
            _fill(folder)
    return folder


def opened(filled: Path, folder: Path) -> Flask:
    """An application on a copy of the filled city."""
    shutil.copytree(filled, folder)
    return _app(folder, "13:00")


def _fill(folder: Path) -> None:
    folder.mkdir()
    (folder / FILLED_ON).write_text(datetime.now(UTC).date().isoformat(), "utf-8")
    app = _app(folder, "12:00")
    with app.app_context():
        db.create_all()
        filling.fill()
        db.session.remove()
        db.engine.dispose()


def _app(folder: Path, hour: str) -> Flask:
    day = (folder / FILLED_ON).read_text("utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PACTREGISTRY_DATA_DIR", str(folder))
        patch.setenv("PACTREGISTRY_SECRET_KEY", "a key for tests only")
        patch.setenv("PACTREGISTRY_NOW", f"{day}T{hour}")
        settings = read_settings()
    app = create_app(settings)
    app.config.update(TESTING=True)
    return app
