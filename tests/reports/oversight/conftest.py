"""A public pact in force and its people, for the tests of oversight."""

from tests.pacts.conftest import accepted, cast, enter
from tests.pacts.life.conftest import scene
from tests.reports.charts.conftest import reported

__all__ = ["accepted", "cast", "enter", "reported", "scene"]
