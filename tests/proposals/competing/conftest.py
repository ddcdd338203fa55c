"""Two proposals for one court, in inquiry; all people are invented."""

import pytest

from tests.proposals.competing.court import Court


@pytest.fixture
def court(app, clock, office, people, sent, person):
    """A club and a committee want Campo Stella: scenario 3."""
    return Court(app, clock, office, people, sent, person).opened()
