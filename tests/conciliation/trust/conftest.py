"""A dispute of which everything is told, and people of every kind around it."""

from collections.abc import Callable

import pytest

from pactregistry.conciliation.deliberating import document
from pactregistry.people.models import Account
from tests.conciliation.scene import Table
from tests.conciliation.trust.story import Story, people
from tests.invariants.conftest import printed


@pytest.fixture
def story(table: Table, person: Callable[..., Account], monkeypatch: pytest.MonkeyPatch) -> Story:
    """Nothing is asked for yet; what is proposed is not really printed."""
    monkeypatch.setattr(document, "render_pdf", printed)
    return people(table, person)
