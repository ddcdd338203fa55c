"""A pact in force and its people, for the tests of its evaluation."""

from tests.pacts.conftest import accepted, cast, enter
from tests.pacts.life.conftest import scene

__all__ = ["accepted", "cast", "enter", "scene"]
