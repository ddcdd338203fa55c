"""What the migrations say to PostgreSQL: there a column of fixed words has a type with a name."""

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib import util
from pathlib import Path

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from flask import Flask
from sqlalchemy import Column, Enum

import pactregistry
from pactregistry.database import db

VERSIONS = Path(pactregistry.__file__).parent / "migrations" / "versions"
TYPE = re.compile(r"CREATE TYPE (?P<name>\w+) AS ENUM \((?P<words>[^)]*)\)")
GROWN = re.compile(r"ALTER TYPE (?P<name>\w+) ADD VALUE IF NOT EXISTS '(?P<word>\w+)'")
TABLE = re.compile(r"CREATE TABLE \"?(?P<name>\w+)\"? \((?P<columns>.*?)\n\)", re.DOTALL)
ADDED = re.compile(r"ALTER TABLE \"?(?P<table>\w+)\"? ADD COLUMN (?P<column>\w+) (?P<kind>\w+)")
CHANGED = re.compile(
    r"ALTER TABLE \"?(?P<table>\w+)\"? ALTER COLUMN (?P<column>\w+) TYPE (?P<kind>\w+)"
)


@pytest.fixture(scope="module")
def told() -> str:
    """All statements, from an empty database to the newest release."""
    written = io.StringIO()
    context = MigrationContext.configure(
        dialect_name="postgresql", opts={"as_sql": True, "output_buffer": written}
    )
    with Operations.context(context):
        for path in sorted(VERSIONS.glob("[0-9]*.py")):
            found = util.spec_from_file_location(path.stem, path)
            assert found is not None
            assert found.loader is not None
            module = util.module_from_spec(found)
            found.loader.exec_module(module)
            module.upgrade()
    return written.getvalue()


def test_two_kinds_of_words_do_not_share_a_name(app: Flask) -> None:
    """PostgreSQL knows a type by its name alone: the second one's words would be refused."""
    assert app
    words = defaultdict(set)
    for _table, column in _fixed():
        words[_type(column).name].add(tuple(_type(column).enums))
    assert {name: found for name, found in words.items() if len(found) > 1} == {}


def test_a_column_of_fixed_words_is_of_its_own_type(app: Flask, told: str) -> None:
    assert app
    made = _columns(told)
    types = {m["name"]: re.findall(r"'(\w+)'", m["words"]) for m in TYPE.finditer(told)}
    for more in GROWN.finditer(told):
        types[more["name"]].append(more["word"])
    columns = list(_fixed())
    assert columns
    for table, column in columns:
        name = made[table, column.name]
        assert (name, sorted(types[name])) == (_type(column).name, sorted(_type(column).enums)), (
            f"{table}.{column.name}"
        )


def _fixed() -> Iterator[tuple[str, Column[object]]]:
    for table in db.metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, Enum):
                yield table.name, column


def _type(column: Column[object]) -> Enum:
    assert isinstance(column.type, Enum)
    return column.type


def _columns(told: str) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for table in TABLE.finditer(told):
        for line in table["columns"].splitlines():
            words = line.replace('"', "").replace(",", "").split()
            if len(words) > 1:
                found[table["name"], words[0]] = words[1]
    for change in (*ADDED.finditer(told), *CHANGED.finditer(told)):
        found[change["table"], change["column"]] = change["kind"]
    return found
