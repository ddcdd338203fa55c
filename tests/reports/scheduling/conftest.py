"""A pact in force and its people, for the tests of when reports are due."""

import pytest

from tests.pacts.conftest import accepted, cast, enter, mandate
from tests.pacts.life.conftest import scene

__all__ = ["accepted", "cast", "enter", "mandate", "scene"]


@pytest.fixture(autouse=True)
def _little_is_printed(unprinted: None) -> None:
    """Papers are read by few of these tests, which are marked."""
