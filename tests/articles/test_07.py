"""Art. 7: social innovation has a share of the spaces."""

import pytest

from tests.inventory.conftest import Inventory


@pytest.mark.article("7(4)")
def test_4_the_share_reserved_for_social_innovation_is_public(inventory: Inventory) -> None:
    inventory.list(name="Workshop", kind="building", reserved_for="social_innovation")
    inventory.list(name="Meadow")
    page = inventory.client.get("/commons/").text
    share = page.split("reserved for social innovation (Art. 7(4))</th>")[1]
    assert "<td>1</td><td>2</td><td>50.0 %</td>" in share
    found = inventory.client.get("/commons/?reserved=social_innovation").text
    assert "Workshop</a>" in found
    assert "Meadow</a>" not in found
