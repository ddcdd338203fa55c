"""The demo city, filled once for a whole run: tests open copies of it."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask

from pactregistry import create_app
from pactregistry.config import read_settings
from pactregistry.database import db
from pactregistry.demo import filling


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
    return _app(folder)


def _fill(folder: Path) -> None:
    folder.mkdir()
    app = _app(folder)
    with app.app_context():
        db.create_all()
        filling.fill()
        db.session.remove()
        db.engine.dispose()


def _app(folder: Path) -> Flask:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PACTREGISTRY_DATA_DIR", str(folder))
        patch.setenv("PACTREGISTRY_SECRET_KEY", "a key for tests only")
        settings = read_settings()
    app = create_app(settings)
    app.config.update(TESTING=True)
    return app
