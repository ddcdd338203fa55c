"""A pact of which everything was told that can be told, its private columns marked."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask

from pactregistry.people.models import Account
from tests.pacts.conftest import accepted, cast, enter
from tests.pacts.life.conftest import scene
from tests.pacts.life.scene import Scene
from tests.reports.trust.story import Story, tell

__all__ = ["accepted", "cast", "enter", "scene"]


@pytest.fixture
def collecting(app: Flask) -> None:
    """Let the city collect ratings."""
    here = app.config["SETTINGS"]
    oversight = replace(here.city.oversight, ratings=True)
    app.config["SETTINGS"] = replace(here, city=replace(here.city, oversight=oversight))


@pytest.fixture
def story(scene: Scene, collecting: None, person: Callable[..., Account]) -> Story:
    """The pact with its report, money, evaluation, questions, problem, rating and year."""
    return tell(scene, person)


@pytest.fixture(autouse=True)
def _little_is_printed(unprinted: None) -> None:
    """Papers are read by few of these tests, which are marked."""
