"""The public list: filters, its day, its shares, its data. Art. 7(4), 8(2), 10(6)."""

from datetime import date

import pytest
from openapi_spec_validator import validate
from sqlalchemy import event

from pactregistry.database import db
from tests.inventory.conftest import Inventory


@pytest.fixture
def several(inventory: Inventory) -> Inventory:
    """Four different places."""
    inventory.list(name="Torre", kind="building", source_act="G.C. 12/2026", confiscated="y")
    inventory.list(name="Prato", place="", district="collina", theme="verde", temporary_use="y")
    inventory.list(name="Sala", kind="building", reserved_for="creativity", owner_kind="private")
    inventory.list(name="Mappa", kind="digital", place=None, district=None, url="https://a.example")
    return inventory


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=torre", ["Torre"]),
        ("q=2026-b-0002", ["Prato"]),
        ("kind=building", ["Sala", "Torre"]),
        ("kind=nothing", []),
        ("district=collina", ["Prato"]),
        ("theme=verde", ["Prato"]),
        ("owner=private", ["Sala"]),
        ("reserved=creativity", ["Sala"]),
        ("temporary=yes", ["Prato"]),
        ("confiscated=yes", ["Torre"]),
        ("state=listed", ["Mappa", "Prato", "Sala", "Torre"]),
        ("state=under_pact", []),
        ("state=withdrawn", []),
        ("kind=building&q=torre&owner=private", []),
    ],
)
def test_filters_choose(several: Inventory, query: str, found: list[str]) -> None:
    page = several.client.get(f"/commons/?{query}").text
    assert [
        name for name in ("Mappa", "Prato", "Sala", "Torre") if f">{name}</a></h3>" in page
    ] == found


@pytest.mark.article("7(4)", "8(2)")
def test_reserved_shares_are_told_with_their_numbers(several: Inventory) -> None:
    page = several.client.get("/commons/").text
    # Of three spaces and buildings one is reserved for creativity; a digital good is neither.
    row = page.split("reserved for urban creativity, above all of the young (Art. 8(2))</th>")[1]
    assert [cell.split("</td>")[0] for cell in row.split("<td>")[1:4]] == ["1", "3", "33.3 %"]
    other = page.split("reserved for social innovation (Art. 7(4))</th>")[1]
    assert other.split("<td>")[1].startswith("0")


def test_an_empty_list_says_how_to_begin(inventory: Inventory) -> None:
    page = inventory.client.get("/commons/").text
    assert "The list is empty" in page
    assert "Reserved shares" not in page


def test_the_list_bears_the_day_of_its_last_look(inventory: Inventory, clock: object) -> None:
    inventory.list()
    clock.go(date(2026, 4, 7))  # type: ignore[attr-defined]
    inventory.list(name="Other", occurred_on="2026-04-01")
    assert "List of 7 April 2026" in inventory.client.get("/commons/").text
    listed = [item["listed_on"] for item in inventory.client.get("/api/v1/commons").json["items"]]
    assert listed == ["2026-03-02", "2026-04-01"]


def test_pages_follow_each_other_and_end(inventory: Inventory) -> None:
    for n in range(21):
        inventory.list(name=f"Place {n:02d}")
    assert "Place 20" not in inventory.client.get("/commons/").text
    assert "Place 20" in inventory.client.get("/commons/?page=2").text
    assert inventory.client.get("/commons/?page=3").status_code == 404


def test_one_entry_as_json_is_the_same_everywhere(several: Inventory) -> None:
    record = several.client.get("/commons/2026-B-0001.json").json
    assert record == several.client.get("/api/v1/commons/2026-B-0001").json
    assert record in several.client.get("/data/commons.json").json["commons"]
    assert record["source_act"] == "G.C. 12/2026"
    assert record["history"][0]["step"] == "list"
    assert record["links"]["html"].endswith("/commons/2026-B-0001")
    validate(several.client.get("/api/openapi.json").json)
    for missing in ("/commons/2026-B-0099", "/commons/2026-B-0099.json", "/commons/x"):
        assert several.client.get(missing).status_code == 404


def test_cells_that_look_like_formulas_stay_text(inventory: Inventory) -> None:
    inventory.list(name="=1+1")
    assert "'=1+1" in inventory.client.get("/data/commons.csv").text


def test_the_feed_tells_of_a_listed_place_once(several: Inventory) -> None:
    items = several.client.get("/feed.json").json["items"]
    assert [item["url"].rsplit("/", 1)[1] for item in items] == [
        f"2026-B-000{n}" for n in (4, 3, 2, 1)
    ]
    assert set(items[-1]["tags"]) == {"building", "fiume"}
    only = several.client.get("/feed.json?district=collina").json["items"]
    assert len(only) == 1
    assert len(several.client.get("/feed.json?kind=building").json["items"]) == 2


@pytest.mark.parametrize(
    "address", ["/commons/", "/feed.atom", "/api/v1/commons", "/desk/commons/"]
)
def test_queries_do_not_grow_with_the_number_of_entries(inventory: Inventory, address: str) -> None:
    inventory.list()
    few = _queries(inventory, address)
    for n in range(5):
        inventory.list(name=f"Place {n}")
    assert _queries(inventory, address) == few


def _queries(inventory: Inventory, address: str) -> int:
    seen: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            seen.append(statement)

    browser = inventory.as_(inventory.desk)
    event.listen(db.engine, "before_cursor_execute", note)
    try:
        assert browser.get(address).status_code == 200
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    return len(seen)
