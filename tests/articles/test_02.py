"""Art. 2: what the words of the regulation mean."""

import pytest

from tests.inventory.conftest import Inventory


@pytest.mark.article("2(1)a")
@pytest.mark.parametrize(
    "kind", ["public_space", "private_space", "building", "intangible", "digital"]
)
def test_1_a_commons_are_tangible_intangible_and_digital(inventory: Inventory, kind: str) -> None:
    commons = inventory.list(name="A good", kind=kind, place=None, district=None)
    assert commons.state == "listed"
    assert f"/commons/{commons.number}" in inventory.client.get(f"/commons/?kind={kind}").text


@pytest.mark.article("2(1)a", "16(2)")
def test_1_a_citizens_too_recognise_a_commons(inventory: Inventory) -> None:
    assert inventory.suggest(name="A song of the quarter", kind="intangible").state == "proposed"
