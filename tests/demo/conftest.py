"""One demo city for all tests of this folder that only read, and the command that fills it."""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from pactregistry.database import db
from pactregistry.demo import commands, marker
from pactregistry.demo.marker import Mark
from tests.conftest import Browser
from tests.demo_city import opened


@pytest.fixture(scope="package")
def city(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Flask, Mark]]:
    """The demo city as it was filled; tests must not change it."""
    app = opened(filled, tmp_path_factory.mktemp("demo") / "city")
    app.config.update(WTF_CSRF_ENABLED=False)
    app.test_client_class = Browser
    with app.app_context():
        mark = marker.read()
        assert mark is not None
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
