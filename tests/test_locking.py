"""A row is locked alone, on every database: whatever was read together with it."""

import ast
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import event, select, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import ORMExecuteState, joinedload

import pactregistry
from pactregistry.database import db, lock
from pactregistry.people.models import Account, Holding
from pactregistry.workflow.states import Role


@pytest.fixture
def asked(app: Flask) -> Iterator[list[str]]:
    """What the session asks for, as PostgreSQL would read it."""
    assert app
    found: list[str] = []

    def note(state: ORMExecuteState) -> None:
        found.append(str(state.statement.compile(dialect=postgresql.dialect())))

    event.listen(db.session, "do_orm_execute", note)
    yield found
    event.remove(db.session, "do_orm_execute", note)


def test_what_was_joined_to_a_row_is_not_locked_with_it(
    person: Callable[..., Account], asked: list[str]
) -> None:
    """PostgreSQL refuses to lock what an outer join may not find."""
    person("Ada Riva", roles=[(Role.DESK, "commons")])
    db.session.expunge_all()
    query = select(Holding).options(joinedload(Holding.account))
    holding = db.session.scalars(query).one()
    holding.since = date(2020, 1, 1)
    db.session.flush()
    asked.clear()
    lock(holding)
    assert [statement.split("FOR UPDATE")[1].strip() for statement in asked] == ["OF holding"]


def test_a_row_that_was_erased_since_it_was_read_is_not_there(
    person: Callable[..., Account],
) -> None:
    account = person("Ada Riva")
    db.session.execute(text("DELETE FROM account"))
    with pytest.raises(NoResultFound):
        lock(account)


def test_rows_that_were_read_are_locked_in_one_way() -> None:
    root = Path(pactregistry.__file__).parent
    found = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        if any(keyword.arg == "with_for_update" for keyword in node.keywords)
    }
    assert found == {"database.py"}
