"""All that is kept under one account, for the person themselves (general law: right of access)."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from flask import Flask, current_app
from sqlalchemy import Executable, select

from pactregistry.database import Base, db
from pactregistry.people.models import Account

OWN = frozenset({"account_id", "author_id", "third_account_id"})
"""What a person did for somebody else, as an officer, is that other person's data."""
SECRET = frozenset(
    {"password", "fs_uniquifier", "tf_totp_secret", "mf_recovery_codes", "key", "sha256"}
)


Rows = list[dict[str, Any]]
Collected = Mapping[str, Mapping[str, Rows]]
OTHERS = "own_data"


def tell_too(app: Flask, collect: Callable[[Account], Collected]) -> None:
    """Add what is a person's own and no table says of the account: by table, and by what it is.

    Under a name that is there already it stands in place of what was found by the account.
    """
    app.extensions.setdefault(OTHERS, []).append(collect)


def own_data(account: Account) -> dict[str, Any]:
    """The account and every row of any table that refers to it, without the secrets of sign-in."""
    found: dict[str, dict[str, Rows]] = {}
    for name, table in Base.metadata.tables.items():
        for column in table.columns:
            refers = any(key.column.table.name == "account" for key in column.foreign_keys)
            if refers and column.name in OWN:
                told = _plain(name, account.id, column.name)
                found.setdefault(name, {})[f"by_{column.name}"] = told
    for collect in current_app.extensions.get(OTHERS, ()):
        for name, collected in collect(account).items():
            found.setdefault(name, {}).update(collected)
    there = {name: {how: rows for how, rows in by.items() if rows} for name, by in found.items()}
    own = _plain("account", account.id, "id")[0]
    return {"account": own, **{name: by for name, by in there.items() if by}}


def rows_of(query: Executable) -> Rows:
    """The rows of a query as they are given, without the secrets of sign-in."""
    return [_row(row) for row in db.session.execute(query).mappings()]


def _plain(table: str, account_id: int, column: str) -> Rows:
    rows = Base.metadata.tables[table]
    return rows_of(select(rows).where(rows.c[column] == account_id))


def _row(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {
        str(name): value.isoformat() if isinstance(value, date | datetime | time) else value
        for name, value in row.items()
        if str(name) not in SECRET and value is not None
    }
