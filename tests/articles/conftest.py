"""The people and files of the rooms' own tests, for scenes that a jurist can read."""

from tests.pacts.conftest import accepted, cast, enter
from tests.pacts.life.conftest import scene

__all__ = ["accepted", "cast", "enter", "scene"]
