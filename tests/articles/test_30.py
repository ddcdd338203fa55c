"""Art. 30: reporting, measuring and evaluating."""

import pytest

from pactregistry.pacts.queries import pact_by_number
from tests.pacts.life.scene import Scene


@pytest.mark.article("30(8)")
def test_8_both_sides_confirm_a_collaboration_by_a_new_pact(scene: Scene) -> None:
    scene.takes(scene.cast.lead, "renewal-request", reason="The street wants to go on.")
    scene.takes(scene.cast.desk, "renewal")
    renewal = pact_by_number("2026-0002")
    assert renewal.predecessor is not None
    assert renewal.predecessor.number == "2026-0001"
    assert renewal.versions[0].sections[0].text == scene.pact.versions[0].sections[0].text
    assert scene.pact.state == "active"  # the pact that is renewed stays as it was
