"""A dispute of which everything is told, and people of every kind around it."""

from collections.abc import Callable

import pytest

from pactregistry.people.models import Account
from tests.conciliation.scene import Table
from tests.conciliation.trust.story import Story, people


@pytest.fixture
def story(table: Table, person: Callable[..., Account], unprinted: None) -> Story:
    """Nothing is asked for yet; what is proposed is not really printed."""
    return people(table, person)
