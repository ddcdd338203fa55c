"""A pact in force from 15 April 2026 and the people of a dispute on it."""

from collections.abc import Callable

import pytest

from pactregistry.people.models import Account
from pactregistry.workflow.states import Role
from tests.conciliation.scene import Table
from tests.pacts.conftest import accepted, cast, enter
from tests.pacts.life.conftest import scene
from tests.pacts.life.scene import Scene

__all__ = ["accepted", "cast", "enter", "scene"]


@pytest.fixture
def table(scene: Scene, person: Callable[..., Account]) -> Table:
    """Nothing is asked for yet."""
    return Table(
        scene,
        secretary=person("Sira Segretaria", roles=[(Role.SECRETARY, "")]),
        first=person("Primo Saggio"),
        second=person("Seconda Saggia"),
        third=person("Terza Saggia"),
        neighbour=person("Vico Vicino"),
    )


@pytest.fixture
def requested(table: Table) -> Table:
    """The citizens asked for conciliation on 15 April."""
    table.request_dispute()
    return table
