"""Of all money of a pact one amount is granted at a time: none is reckoned on a sum gone by."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import event
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import ORMExecuteState

from pactregistry.database import db
from pactregistry.pacts.models import Pact
from pactregistry.reports.money import actions, actions_report
from pactregistry.reports.money.book import Book, book_of
from tests.reports.money.workshop import COSTS, Workshop

FINAL = "2028-R-0009"
LOCKED, RECKONED = "locked", "reckoned"


@pytest.fixture
def order(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """In which order an action locks the pact and reads what was granted."""
    assert workshop
    found: list[str] = []

    def note(state: ORMExecuteState) -> None:
        if str(state.statement.compile(dialect=postgresql.dialect())).endswith("UPDATE OF pact"):
            found.append(LOCKED)

    def read(pact: Pact) -> Book:
        found.append(RECKONED)
        return book_of(pact)

    monkeypatch.setattr(actions, "book_of", read)
    monkeypatch.setattr(actions_report, "book_of", read)
    event.listen(db.session, "do_orm_execute", note)
    yield found
    event.remove(db.session, "do_orm_execute", note)


def _advance(workshop: Workshop) -> int:
    return workshop.advance().status_code


def _settlement(workshop: Workshop) -> int:
    workshop.tell(workshop.due(), *COSTS)
    assert workshop.examine(FINAL, own_work="Not paid.").status_code == 302
    return workshop.settle(FINAL).status_code


@pytest.mark.article("24(4)", "24(5)")
@pytest.mark.parametrize("grant", [_advance, _settlement])
def test_what_was_granted_is_read_once_nobody_else_grants(
    workshop: Workshop, order: list[str], grant: Callable[[Workshop], int]
) -> None:
    assert grant(workshop) == 302
    assert LOCKED in order
    assert RECKONED in order[order.index(LOCKED) :]
