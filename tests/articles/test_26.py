"""Art. 26: thanks for what was done."""

import pytest
from flask.testing import FlaskClient

from tests.pacts.life.scene import Scene
from tests.supports.giving import NUMBER, agree


@pytest.mark.article("26(1)")
def test_1_the_pact_sets_how_thanks_are_given(scene: Scene, client: FlaskClient) -> None:
    agree(scene, "recognition", forms="A plate at the gate")
    assert "A plate at the gate" in client.get(f"/pacts/{NUMBER}").text


@pytest.mark.article("26(2)")
def test_2_thanks_are_never_a_payment(scene: Scene, client: FlaskClient) -> None:
    agree(scene, "recognition", forms="A plate at the gate")
    told = "thanks, never a payment for what is done"
    assert told in client.get(f"/pacts/{NUMBER}").text
    assert told in client.get("/supports/?kind=recognition").text


@pytest.mark.article("26(3)")
def test_3_what_private_persons_offer_is_public(scene: Scene, client: FlaskClient) -> None:
    agree(scene, "recognition", private_benefits="The baker gives a tenth off")
    assert "The baker gives a tenth off" in client.get("/supports/").text
