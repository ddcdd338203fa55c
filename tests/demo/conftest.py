"""One demo city for all tests of this folder that only read, and the command that fills it."""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from flask import Flask

from pactregistry import create_app
from pactregistry.config import Settings, read_settings
from pactregistry.database import db
from pactregistry.demo import commands, filling
from pactregistry.demo.marker import Mark
from tests.conftest import Browser


@pytest.fixture(scope="package")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Flask, Mark]]:
    """The demo city, filled once; tests must not change it."""
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PACTREGISTRY_DATA_DIR", str(folder))
        patch.setenv("PACTREGISTRY_SECRET_KEY", "a key for tests only")
        settings: Settings = replace(read_settings(), data_dir=folder)
    app = create_app(settings)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    app.test_client_class = Browser
    with app.app_context():
        db.create_all()
        mark = filling.fill()
        # What was read of it stays readable, and holds no transaction open.
        db.session.expunge_all()
        db.session.rollback()
        yield app, mark
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def run(app: Flask) -> Callable[..., int]:
    """Run the command: `run("--reset")`; gives back its exit code."""

    def command(*arguments: str) -> int:
        parser = argparse.ArgumentParser()
        commands.add_arguments(parser)
        return commands.run(parser.parse_args(arguments))

    return command
