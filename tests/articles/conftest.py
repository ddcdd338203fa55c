"""The people and files of the rooms' own tests, for scenes that a jurist can read."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from pactregistry.database import db
from pactregistry.people.models import Account
from pactregistry.workflow.states import Intensity, Pace
from tests.calls.conftest import stage as calls
from tests.commons.modules.conftest import care
from tests.inventory.conftest import inventory
from tests.packs.conftest import walk
from tests.pacts.cases import Cast
from tests.pacts.conftest import accepted, cast, enter, mandate
from tests.pacts.life.conftest import scene
from tests.proposals.competing.conftest import court
from tests.proposals.conftest import office, people, sent
from tests.reports.charts.conftest import make_pact, make_proposal, reported
from tests.scenarios.table import Table

__all__ = [
    "accepted",
    "calls",
    "care",
    "cast",
    "court",
    "enter",
    "inventory",
    "make_pact",
    "make_proposal",
    "mandate",
    "office",
    "people",
    "reported",
    "scene",
    "sent",
    "table",
    "walk",
]


@pytest.fixture
def table(mandate: Cast, enter: Callable[[Account], FlaskClient]) -> Table:
    """The group's pact as shared management of a public space, its text being written."""
    pact = mandate.pact
    pact.pace, pact.intensity = Pace.FULL, Intensity.SHARED_MANAGEMENT
    db.session.commit()
    return Table(mandate, enter)


@pytest.fixture(autouse=True)
def _little_is_printed(unprinted: None) -> None:
    """Papers are read by few of these tests, which are marked."""
