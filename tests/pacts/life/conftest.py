"""A pact in force from 15 April 2026 to 14 April 2028."""

from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient

from pactregistry.people.models import Account
from tests.pacts.cases import Cast
from tests.pacts.life.scene import Scene, put_in_force


@pytest.fixture
def scene(accepted: Cast, clock: object, enter: Callable[[Account], FlaskClient]) -> Scene:
    """The group's pact, active, on its first day."""
    found = Scene(accepted, clock, enter)
    found.clock.go(date(2026, 4, 15))
    put_in_force(found.pact, date(2026, 4, 15), date(2028, 4, 14))
    return found
