"""A public pact in force and its people, for the tests of oversight."""

import pytest

from tests.pacts.conftest import accepted, cast, enter
from tests.pacts.life.conftest import scene
from tests.reports.charts.conftest import reported

__all__ = ["accepted", "cast", "enter", "reported", "scene"]


@pytest.fixture(autouse=True)
def _little_is_printed(unprinted: None) -> None:
    """Papers are read by few of these tests, which are marked."""
