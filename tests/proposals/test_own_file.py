"""One's own file and list; the desk acts for a person at the counter."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event

from pactregistry.database import db
from pactregistry.journal import Entry, history
from pactregistry.proposals.models import Proposal


@pytest.fixture
def author(client: FlaskClient, people: Any, sign_in: Callable[..., None]) -> FlaskClient:
    """The author's browser."""
    sign_in(client, people.resident)
    return client


def last(proposal: Proposal) -> Entry:
    """The latest step of a file."""
    db.session.expire_all()
    return history("proposal", proposal.id)[-1]


def test_the_desk_acts_for_a_person_at_the_counter_on_the_day_it_came(
    office: Any, people: Any, sent: Callable[..., Proposal], clock: Any
) -> None:
    proposal = sent(author_id=None, author_name="Bruna Senza Posta", entered_by_id=people.desk.id)
    clock.go(date(2026, 3, 10))
    browser = office.as_(people.desk)
    address = f"/proposals/{proposal.number}/withdrawal"
    assert "Bruna Senza Posta" in browser.get(address).text
    late = {"version": proposal.version, "occurred_on": "2026-03-11"}
    assert browser.post(address, data=late).status_code == 409
    on_day = {"version": proposal.version, "occurred_on": "2026-03-06"}
    assert browser.post(address, data=on_day).status_code == 302
    entry = last(proposal)
    assert (entry.by_role, entry.occurred_on) == ("desk", date(2026, 3, 6))


@pytest.mark.usefixtures("people", "clock")
def test_my_file_tells_whose_turn_it_is(
    author: FlaskClient, office: Any, sent: Callable[..., Proposal]
) -> None:
    proposal = sent()
    page = author.get(f"/me/proposals/{proposal.number}").text
    assert "Nothing for you to do now." in page
    office.open_inquiry(proposal)
    page = author.get(f"/me/proposals/{proposal.number}").text
    assert "22 March 2026" in page
    assert "+39 000 000 0000" in page


@pytest.mark.usefixtures("people", "clock")
def test_the_lists_take_the_same_queries_for_few_and_for_many(
    author: FlaskClient, sent: Callable[..., Proposal]
) -> None:
    def queries() -> int:
        counted = []

        def count(*_args: object) -> None:
            counted.append(1)

        event.listen(db.engine, "before_cursor_execute", count)
        author.get("/me/proposals")
        event.remove(db.engine, "before_cursor_execute", count)
        return len(counted)

    for _ in range(2):
        sent()
    few = queries()
    for _ in range(10):
        sent()
    assert queries() == few
