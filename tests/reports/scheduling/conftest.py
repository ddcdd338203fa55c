"""A pact in force and its people, for the tests of when reports are due."""

from tests.pacts.conftest import accepted, cast, enter, mandate
from tests.pacts.life.conftest import scene

__all__ = ["accepted", "cast", "enter", "mandate", "scene"]
