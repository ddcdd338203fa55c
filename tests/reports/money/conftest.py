"""A youth workshop: a ceiling of 4,000 euro, 1,000 of them agreed in advance. Art. 24."""

import pytest

from tests.pacts.conftest import accepted, cast, enter
from tests.pacts.life.conftest import scene
from tests.pacts.life.scene import Scene
from tests.reports.money.workshop import Workshop
from tests.supports.giving import agree

__all__ = ["accepted", "cast", "enter", "scene"]


@pytest.fixture
def workshop(scene: Scene) -> Workshop:
    """The pact in force with its money."""
    agree(scene, "money", ceiling="4000.00", advance="1000.00", why_not_in_kind="None in store.")
    return Workshop(scene)


@pytest.fixture(autouse=True)
def _little_is_printed(unprinted: None) -> None:
    """Papers are read by few of these tests, which are marked."""
