"""The secretary's list: search, parts, pages, as many queries whatever its length. Art. 33(1)."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import event

from pactregistry import journal
from pactregistry.conciliation.models import Dispute
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act
from pactregistry.paging import PAGE_SIZE
from pactregistry.workflow.facts_disputes import DisputeFacts
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states import Role
from tests.conciliation.scene import Table
from tests.pacts.cases import CANARY

pytestmark = pytest.mark.article("33(1)")
PAGE = "/desk/committees"


def listed(table: Table, query: str = "") -> list[str]:
    """The numbers of the disputes on the secretary's list."""
    page = table.enter(table.secretary).get(PAGE + query)
    assert page.status_code == 200
    return re.findall(r'href="/disputes/([^"/]+)"', page.text)


@contextmanager
def asked() -> Iterator[list[str]]:
    """What is asked of the database meanwhile."""
    found: list[str] = []

    def note(*args: object) -> None:
        found.append(str(args[2]))

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


def more(table: Table, count: int) -> None:
    """So many other disputes whose days end before."""
    here = table.dispute
    step = DISPUTE.take("request", None, Role.LEAD, DisputeFacts(pact_published=True))
    for number in range(count):
        other = Dispute(
            number=f"2026-D-1{number:03}",
            pact_id=here.pact_id,
            matter=here.matter,
            asked_by=here.asked_by,
            what_happened=here.what_happened,
            what_is_asked=here.what_is_asked,
            requested_on=date(2026, 4, 1),
            propose_by=date(2026, 5, 1),
            pack_id=here.pack_id,
            pack_version=here.pack_version,
        )
        db.session.add(other)
        journal.record(other, step, Act(here.author_id, date(2026, 4, 1), settings().now()))
    db.session.commit()


def test_words_numbers_and_districts_find_what_is_sought(requested: Table) -> None:
    pact = requested.pact
    word, number = pact.title.split()[0], requested.number
    finding = (
        *("", f"?q={word.upper()}", f"?q={number.lower()}", f"?q={pact.number}"),
        *(f"?q={word}&district={pact.district}", "?shelf=forming", "?district=nowhere"),
    )
    for query in finding:
        assert listed(requested, query) == [number], query
    for query in ("?q=school", "?q=%25", f"?q={CANARY}", "?shelf=answers"):
        assert listed(requested, query) == [], query
    other = next(key for key in settings().city.districts if key != pact.district)
    assert listed(requested, f"?district={other}") == []
    nothing = requested.enter(requested.secretary).get(f"{PAGE}?q=school").text
    assert "No dispute matches" in nothing
    assert "All open ones (0)" in nothing


def test_the_parts_count_what_matches_and_keep_the_words(requested: Table) -> None:
    word = requested.pact.title.split()[0].lower()
    page = requested.enter(requested.secretary).get(f"{PAGE}?q={word}").text
    assert "Seats to be filled (1)" in page
    assert "With the parties (0)" in page
    assert f"q={word}&amp;shelf=forming" in page


def test_it_goes_on_by_pages_and_asks_as_much_for_each(requested: Table) -> None:
    listed(requested)
    with asked() as of_one:
        assert len(listed(requested)) == 1
    more(requested, PAGE_SIZE)
    listed(requested)
    with asked() as of_many:
        assert len(listed(requested)) == PAGE_SIZE
    assert len(of_many) <= len(of_one)
    assert listed(requested, "?page=2") == [requested.number]  # the days of the last one end last
    browser = requested.enter(requested.secretary)
    assert browser.get(f"{PAGE}?page=3").status_code == 404
    assert "page=2" in browser.get(f"{PAGE}?shelf=forming").text
