"""What a page on disputes costs the database does not grow with what it shows. Art. 33."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import insert, select

from pactregistry.database import Base, db
from tests.conciliation.trust.story import PACT, Story
from tests.reports.trust.test_queries import again, queries

BELOW = ("dispute_member", "dispute_sitting", "dispute_message", "dispute_text", "dispute_answer")
EVERYONES = (
    "/disputes/",
    f"/pacts/{PACT}",
    f"/pacts/{PACT}.json",
    "/api/v1/disputes",
    "/data/disputes.csv",
    "/feed.json",
    "/figures",
)


def rows(table: str, **known: object) -> list[dict[str, Any]]:
    """The rows of a table that hang on something, without their ids."""
    columns = Base.metadata.tables[table]
    query = select(columns).filter_by(**known)
    found = db.session.execute(query).mappings()
    return [{key: value for key, value in row.items() if key != "id"} for row in found]


def multiply(number: str) -> None:
    """More disputes on the pact, each with all that hangs on this one and its history."""
    table = Base.metadata.tables["dispute"]
    one = db.session.execute(select(table).where(table.c.number == number)).mappings().one()
    for ordinal in range(1, 7):
        values = {key: value for key, value in one.items() if key != "id"}
        values["number"] = f"2026-D-1{ordinal:03}"
        made = db.session.execute(insert(table).values(**values)).inserted_primary_key
        assert made is not None
        for name in BELOW:
            for row in rows(name, dispute_id=one["id"]):
                below = insert(Base.metadata.tables[name])
                db.session.execute(below.values(**row | {"dispute_id": made[0]}))
        for row in rows("journal", subject_kind="dispute", subject_id=one["id"]):
            entry = insert(Base.metadata.tables["journal"])
            db.session.execute(entry.values(**row | {"subject_id": made[0]}))
    db.session.commit()


Change = Callable[[Mapping[str, Any], int], dict[str, Any]]


def fill_room() -> None:
    """More members who left, sittings, messages, texts taken back and papers in the room."""
    changes: dict[str, Change] = {
        "dispute_member": lambda _row, _n: {"current": None},
        "dispute_sitting": lambda _row, _n: {},
        "dispute_message": lambda _row, _n: {},
        "dispute_text": lambda _row, n: {"ordinal": -n, "taken_back": True, "sha256": ""},
        "attachment": lambda _row, n: {"sha256": f"{n:064}"},
    }
    for name, change in changes.items():
        again(name, change)
    db.session.commit()


def grown(
    pages: list[tuple[FlaskClient, str]], more: Callable[[], None]
) -> dict[str, tuple[int, int]]:
    """The pages that ask the database more once there is more."""
    for browser, page in pages:
        browser.get(page)  # what is read once is read now
    few = [queries(browser, page) for browser, page in pages]
    more()
    many = [queries(browser, page) for browser, page in pages]
    counted = zip(pages, few, many, strict=True)
    return {
        f"{page} {n}": (one, all_) for n, ((_, page), one, all_) in enumerate(counted) if all_ > one
    }


@pytest.mark.parametrize("stage", ["sitting", "closed"])
def test_no_list_of_disputes_asks_the_database_more_for_many(
    story: Story, client: FlaskClient, stage: str
) -> None:
    story.tell(stage)
    table = story.table
    pages = [(client, page) for page in EVERYONES]
    pages += [(table.enter(table.desk), "/desk/disputes?closed=1")]
    pages += [(table.enter(table.secretary), "/desk/committees")]
    for who in (table.lead, table.first):
        pages += [(table.enter(who), "/me/disputes"), (table.enter(who), f"/pacts/{PACT}")]
    assert grown(pages, lambda: multiply(table.number)) == {}


@pytest.mark.parametrize("stage", ["sitting", "closed"])
def test_the_room_asks_the_database_as_much_however_much_was_said(
    story: Story, client: FlaskClient, stage: str
) -> None:
    story.tell(stage)
    table, page = story.table, f"/disputes/{story.table.number}"
    people = (table.lead, table.manager, table.desk, table.first, table.secretary)
    pages = [(client, page), *((table.enter(who), page) for who in people)]
    assert grown(pages, fill_room) == {}
