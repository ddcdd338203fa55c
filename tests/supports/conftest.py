"""A pact in force and its people, for the tests of support as it is used."""

from tests.pacts.conftest import accepted, cast, enter
from tests.pacts.life.conftest import scene

__all__ = ["accepted", "cast", "enter", "scene"]
