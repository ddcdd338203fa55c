"""The database: one typed base, constraint names, the UTC type, durable SQLite settings."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, TypeVar
from unicodedata import combining, normalize

from flask import has_request_context, request
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import DateTime, Dialect, Engine, MetaData, event
from sqlalchemy.exc import InvalidRequestError, NoResultFound, PendingRollbackError
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.types import TypeDecorator

log = logging.getLogger(__name__)

CONSTRAINT_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The declarative base of every model."""

    metadata = MetaData(naming_convention=CONSTRAINT_NAMES)


class UTCDateTime(TypeDecorator[datetime]):
    """An instant: aware datetimes only, kept in UTC (SQLite drops time zones)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Refuse naive datetimes and turn the others into UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = "an instant needs a time zone"
            raise ValueError(message)
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Give back an aware datetime in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def folded(text: str) -> str:
    """A text without accents and case, so that a search finds `Perù` by `peru` in any database."""
    bare = "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))
    return " ".join(bare.split())


Row = TypeVar("Row")

db = SQLAlchemy(metadata=Base.metadata)
migrate = Migrate()


def lock(row: object) -> None:
    """Read a row anew and keep it to the end of the transaction: nobody changes it meanwhile.

    The row alone: PostgreSQL locks nothing of what was joined to it from outside.

    Raises:
        NoResultFound: somebody erased it since it was read.
    """
    try:
        db.session.refresh(row, with_for_update={"of": type(row)})
    except PendingRollbackError:
        raise
    except InvalidRequestError as gone:
        raise NoResultFound from gone


def locked_row(kind: type[Row], key: object) -> Row:
    """One row as it stands now, kept to the end of the transaction; raises NoResultFound.

    Never by `get(with_for_update=True)`: that fails on what was read before another changed it.
    """
    row = db.session.get_one(kind, key)
    lock(row)
    return row


@contextmanager
def apart(what: str) -> Iterator[None]:
    """Do one of many things in a transaction of its own; one that fails holds up no other."""
    try:
        yield
        db.session.commit()
    except Exception:
        db.session.rollback()
        log.exception("%s failed", what)


@event.listens_for(Engine, "connect")
def _make_durable(connection: Any, record: ConnectionPoolEntry) -> None:  # noqa: ARG001 - the driver's own type; SQLAlchemy's signature
    if not isinstance(connection, sqlite3.Connection):
        return
    connection.isolation_level = None  # SQLAlchemy begins, below: the driver must not
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "busy_timeout=30000",  # milliseconds: who comes while others write waits for a turn
    ):
        connection.execute(f"PRAGMA {pragma}")


@event.listens_for(Engine, "begin")
def _begin_immediate(connection: Any) -> None:
    # A deferred transaction that reads and then writes fails when another writer came between;
    # a page that only reads must not wait for writers.
    if connection.dialect.name == "sqlite":
        reads = has_request_context() and request.method in {"GET", "HEAD", "OPTIONS"}
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
