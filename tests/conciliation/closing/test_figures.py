"""Disputes in figures: none, several, in which year; days in the middle of all. Art. 33, 35(2)."""

from datetime import date

import pytest

from pactregistry.conciliation.closing import sweep
from pactregistry.config import settings
from tests.conciliation.closing.conftest import propose
from tests.conciliation.deliberating.conftest import convene
from tests.conciliation.scene import Table

pytestmark = pytest.mark.article("33(2)", "35(2)")


def figures(table: Table, query: str = "") -> dict[tuple[str, str], list[str]]:
    """The tables on disputes by table and row, as anyone downloads them."""
    tables = table.enter(table.stranger).get(f"/figures.json{query}").json["tables"]
    told = [table for table in tables if table["section"] == "disputes"]
    return {(each["key"], row["key"]): row["values"] for each in told for row in each["rows"]}


def test_where_nobody_ever_asked_all_stands_there_empty(table: Table) -> None:
    found = figures(table)
    assert found["disputes", "asked_for"] == ["0"]
    assert not any(any(found["dispute_days", row]) for row in ("to_proposal", "to_end"))
    assert found["dispute_ends", "settled"] == ["0"]
    assert table.enter(table.stranger).get("/figures").status_code == 200


def test_the_day_in_the_middle_and_each_end_are_told_by_year(table: Table) -> None:
    for asked, proposed in (("2026-04-15", "2026-05-10"), ("2026-05-15", "2026-06-20")):
        table.go(date.fromisoformat(asked))
        table.request_dispute()
        propose(convened(table), on=date.fromisoformat(proposed))
        for who in (table.lead, table.manager):
            table.takes(who, "/acceptance")
    table.go(date(2026, 12, 10))
    table.request_dispute()
    table.go(date(2027, 1, 20))
    sweep.run(settings().now())
    found = figures(table)
    assert found["disputes", "asked_for"] == ["3"]
    assert found["disputes", "proposed_in_time"] == ["1"]
    assert found["disputes", "proposed_late"] == ["1"]
    assert found["dispute_days", "to_proposal"] == ["30.5", "25", "36"]
    assert (found["dispute_ends", "settled"], found["dispute_ends", "unformed"]) == (["2"], ["1"])
    this_year = figures(table, "?year=2027")
    assert this_year["disputes", "asked_for"] == ["0"]
    assert (this_year["dispute_ends", "settled"], this_year["dispute_ends", "unformed"]) == (
        ["0"],
        ["1"],
    )
    assert figures(table, "?year=2026")["dispute_states", "requested"] == ["1"]


def convened(table: Table) -> Table:
    """The committee sits, in the rows alone, from the day of today."""
    today = settings().today()
    convene(table)
    table.go(today)
    return table
