"""The demo city in which every sentence that somebody typed is an attack: no page runs it."""

from typing import Any

import pytest
from playwright.sync_api import Browser
from sqlalchemy import JSON, String, Table, update

from pactregistry.database import Base, db
from tests.journeys.city import City
from tests.journeys.conftest import NARROW
from tests.journeys.crawling import crawl
from tests.journeys.test_hostile_text import ATTACKS, LISTENER, POLYGLOT, harm_on

ROLES = ("", "desk", "manager", "pia", "ugo")
LINE = 200  # what is longer was typed in a larger field
MANY = 1000  # sentences that people of the demo typed at least
KINDS = 150  # of pages that show them at least


def hostile(value: Any) -> Any:
    """A value with each of its sentences replaced; words without a space are keys and stay."""
    if isinstance(value, str):
        return value if " " not in value else POLYGLOT if len(value) <= LINE else ATTACKS
    if isinstance(value, list):
        return [hostile(each) for each in value]
    if isinstance(value, dict):
        return {key: hostile(each) for key, each in value.items()}
    return value


def spoil(table: Table) -> int:
    """Replace every sentence in a table; gives how many cells changed."""
    columns = [
        column
        for column in table.columns
        if isinstance(column.type, String | JSON) and not column.primary_key
    ]
    changed = 0
    for row in db.session.execute(table.select()).mappings():
        values = {
            column.name: hostile(row[column])
            for column in columns
            if hostile(row[column]) != row[column]
        }
        if values:
            changed += len(values)
            own = [column == row[column] for column in table.primary_key]
            db.session.execute(update(table).where(*own).values(values))
    return changed


@pytest.fixture(scope="module")
def spoiled(city: City) -> City:
    """The city after the attack."""
    assert sum(spoil(table) for table in Base.metadata.sorted_tables) > MANY
    db.session.commit()
    db.session.remove()
    return city


def test_no_page_runs_what_was_typed(spoiled: City, browser: Browser) -> None:
    faults: list[str] = []
    known: set[str] = set()
    for name in ROLES:
        client = spoiled.client(name, "en")
        found = crawl(spoiled.app, client, known)
        faults += [f"{name}: {page}" for page in found if page.status >= 500]
        shown = {page.endpoint: page.path for page in found if page.text}
        with browser.new_context(viewport=NARROW) as context:
            spoiled.hand_over(client, context)
            context.add_init_script(LISTENER)
            page = context.new_page()
            for path in (path for kind, path in shown.items() if kind not in known):
                page.goto(spoiled.address + path)
                faults += [f"{name}: {path}: {harm}" for harm in harm_on(page)]
        known |= shown.keys()
    assert faults == []
    assert len(known) > KINDS
