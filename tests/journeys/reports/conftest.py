"""A pact in force that asks for a report each half year and pays costs back."""

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from playwright.sync_api import Browser, Page

from pactregistry.database import db
from pactregistry.pacts.models import SupportItem
from tests.journeys.reports.twin import Referee, judged_by_twin
from tests.pacts.conftest import accepted, cast, enter, mandate
from tests.pacts.life.conftest import scene
from tests.pacts.life.scene import Scene
from tests.reports.charts.conftest import make_pact, make_proposal, reported
from tests.reports.charts.test_comparison import four_years
from tests.reports.scheduling.asking import agree

__all__ = [
    "accepted",
    "cast",
    "enter",
    "four_years",
    "make_pact",
    "make_proposal",
    "mandate",
    "reported",
    "scene",
]


@pytest.fixture
def agreed(scene: Scene) -> Scene:
    """The pact of 15 April, with up to 500 euro for paint."""
    paint = SupportItem(kind="money", description="Paint", amount_ceiling=Decimal(500), details={})
    version = scene.pact.versions[-1]
    version.supports.append(paint)
    agree(scene, months=6)
    db.session.commit()
    return scene


@pytest.fixture
def referee(browser: Browser, axe: Callable[[Page], list[str]]) -> Iterator[Referee]:
    """Axe for screens that have no JavaScript."""
    judge, twin = judged_by_twin(browser, axe)
    yield judge
    twin.context.close()
