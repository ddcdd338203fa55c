"""One's own files: found whatever the seat, with as many questions for many pacts as for one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event, inspect

from pactregistry.database import db
from pactregistry.pacts.joining.models import Adherent
from pactregistry.pacts.models import Pact, PactVersion, Signatory
from pactregistry.people.models import Account
from pactregistry.proposals.models import Proposal
from tests.pacts.cases import Cast

Enter = Callable[[Account], FlaskClient]


@contextmanager
def asked() -> Iterator[list[str]]:
    """What the database is asked meanwhile."""
    found: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_more: object) -> None:
        found.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


@pytest.mark.article("10(2)")
def test_own_files_ask_the_same_however_many_pacts(accepted: Cast, enter: Enter) -> None:
    lead, desk = enter(accepted.lead), enter(accepted.desk)
    pages = [(lead, "/me/proposals"), (desk, "/desk/")]
    one = [_questions(client, page, 1) for client, page in pages]
    for number in (2, 3, 4):
        _another(accepted.pact, number)
    assert [_questions(client, page, 4) for client, page in pages] == one


@pytest.mark.article("5(2)i")
def test_of_an_announced_breach_knows_who_speaks_for_a_side(active: Cast, enter: Enter) -> None:
    pact, since = active.pact, date(2026, 3, 2)
    pact.answer_until = date(2026, 6, 30)
    db.session.add(Adherent(pact_id=pact.id, account_id=active.stranger.id, since=since))
    db.session.commit()
    assert "announced breach" in enter(active.lead).get("/me/proposals").text
    theirs = enter(active.stranger).get("/me/proposals").text
    assert pact.number in theirs
    assert "announced breach" not in theirs


def _questions(client: FlaskClient, page: str, pacts: int) -> int:
    client.get(page)  # what is asked once per session is not counted
    with asked() as found:
        text = client.get(page).text
    assert all(f"2026-000{number}" in text for number in range(1, pacts + 1))
    return len(found)


def _another(pact: Pact, number: int) -> None:
    """One more pact of the same people, copied row by row."""
    source = pact.versions[0]
    proposal = _copy(pact.proposal, number=f"2026-P-000{number}")
    other = _copy(pact, number=f"2026-000{number}", proposal=proposal, proposal_id=None)
    version = _copy(source, pact=other, pact_id=None)
    version.signatories = [_copy(s, pact_version_id=None) for s in source.signatories]
    db.session.add(version)
    db.session.commit()


def _copy(row: Proposal | Pact | PactVersion | Signatory, **changed: object) -> object:
    kept = {column.key: getattr(row, column.key) for column in inspect(type(row)).column_attrs}
    return type(row)(**{**kept, "id": None, **changed})
