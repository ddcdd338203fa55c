"""Art. 8: urban creativity, and places that wait for their final purpose."""

from datetime import date

import pytest

from tests.inventory.conftest import Inventory


@pytest.mark.article("8(2)")
def test_2_a_share_is_reserved_for_creativity_above_all_of_the_young(inventory: Inventory) -> None:
    inventory.list(name="Hall", kind="building", reserved_for="creativity")
    page = inventory.client.get("/commons/2026-B-0001").text
    assert "reserved for urban creativity, above all of the young" in page


@pytest.mark.article("8(3)")
def test_3_a_temporary_use_has_a_last_day_and_then_has_ended(
    inventory: Inventory, clock: object
) -> None:
    inventory.list(name="Depot", temporary_use="y", temporary_use_until="2026-08-31")
    clock.go(date(2026, 8, 31))  # type: ignore[attr-defined]  # reason: the clock of the test
    assert "until 31 August 2026" in inventory.client.get("/commons/2026-B-0001").text
    clock.go(date(2026, 9, 1))  # type: ignore[attr-defined]  # reason: the clock of the test
    assert "ended on 31 August 2026" in inventory.client.get("/commons/2026-B-0001").text


@pytest.mark.article("8(3)", "34(1)")
def test_3_without_a_last_day_the_office_is_only_warned(inventory: Inventory) -> None:
    commons = inventory.list(name="Depot", temporary_use="y")
    page = inventory.as_(inventory.desk).get(f"/desk/commons/{commons.id}").text
    assert "the last day is not set yet" in page
