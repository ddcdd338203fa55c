"""All that is kept under one account, for the person themselves (general law: right of access)."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select

from pactregistry.database import Base, db
from pactregistry.people.models import Account

OWN = frozenset({"account_id", "author_id", "third_account_id"})
"""What a person did for somebody else, as an officer, is that other person's data."""
SECRET = frozenset(
    {"password", "fs_uniquifier", "tf_totp_secret", "mf_recovery_codes", "key", "sha256"}
)


def own_data(account: Account) -> dict[str, Any]:
    """The account and every row of any table that refers to it, without the secrets of sign-in."""
    found: dict[str, Any] = {"account": _plain("account", account.id, "id")[0]}
    for name, table in Base.metadata.tables.items():
        for column in table.columns:
            refers = any(key.column.table.name == "account" for key in column.foreign_keys)
            if refers and column.name in OWN and (rows := _plain(name, account.id, column.name)):
                found.setdefault(name, {})[f"by_{column.name}"] = rows
    return found


def _plain(table: str, account_id: int, column: str) -> list[dict[str, Any]]:
    rows = Base.metadata.tables[table]
    query = select(rows).where(rows.c[column] == account_id)
    return [_row(row) for row in db.session.execute(query).mappings()]


def _row(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {
        str(name): value.isoformat() if isinstance(value, date | datetime | time) else value
        for name, value in row.items()
        if str(name) not in SECRET and value is not None
    }
