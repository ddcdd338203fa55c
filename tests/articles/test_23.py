"""Art. 23: staff who help to design."""

import pytest
from flask.testing import FlaskClient

from pactregistry.pacts.facts import version_facts
from tests.pacts.life.scene import Scene
from tests.supports.giving import NUMBER, agree


@pytest.mark.article("23(1)")
@pytest.mark.parametrize(
    ("stated", "grounded"),
    [
        ({"interest": "First of its kind", "resources": "300 hours"}, True),
        ({"interest": "First of its kind"}, False),
        ({"resources": "300 hours"}, False),
    ],
)
def test_1_help_in_design_says_interest_and_resources(
    scene: Scene, stated: dict[str, str], grounded: bool
) -> None:
    agree(scene, "staff", office="green", **stated)
    pact = scene.pact
    assert version_facts(pact.versions[-1]).design_help_grounded is grounded


@pytest.mark.article("23(1)", "3(1)b")
def test_1_the_office_and_its_days_are_public(scene: Scene, client: FlaskClient) -> None:
    agree(scene, "staff", office="green", person_days=12, interest="First", resources="300 hours")
    page = client.get(f"/pacts/{NUMBER}").text
    assert "Green spaces office" in page
    assert "12" in page
