"""A due report on the group's pact."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from flask.testing import FlaskClient

from pactregistry.pacts.models import SupportItem
from pactregistry.people.models import Account
from tests.pacts.conftest import accepted, cast, enter, mandate
from tests.pacts.life.conftest import scene
from tests.pacts.life.scene import Scene
from tests.reports.writing.desk_of import Desk, fall_due

__all__ = ["accepted", "cast", "enter", "mandate", "scene"]


@pytest.fixture
def desk(scene: Scene, enter: Callable[[Account], FlaskClient]) -> Desk:
    """The interim report of the first half year, due; the pact pays up to 500 euro back."""
    version = scene.pact.versions[-1]
    version.supports.append(
        SupportItem(kind="money", description="Paint", amount_ceiling=Decimal(500), details={})
    )
    fall_due(scene)
    return Desk(scene, enter)


@pytest.fixture
def short(scene: Scene, enter: Callable[[Account], FlaskClient]) -> Desk:
    """The short report of a light case."""
    fall_due(scene, short=True)
    return Desk(scene, enter)
