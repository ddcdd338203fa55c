"""The databases on which tests run: a file of SQLite, and a PostgreSQL server of the tests' own."""

import ctypes
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, LiteralString, Protocol

import psycopg
import pytest
from psycopg.rows import dict_row
from psycopg.sql import SQL, Composed, Identifier

on_each_database = pytest.mark.parametrize("built", ["sqlite", "postgresql"], indirect=True)
"""For tests of what happens at the same instant: each database lets people wait in its own way."""

Rows = tuple[Mapping[str, Any], ...]
Tables = Mapping[str, Rows]
NEW = "new"  # the state kept under this name has all tables and no row
SOCKETS_ONLY = {"listen_addresses": "", "fsync": "off", "full_page_writes": "off"}
PR_SET_PDEATHSIG = 1  # of Linux: the signal that comes when the parent is gone
POSTGRES = "postgres"  # the user of the package; as root no server starts


class Database(Protocol):
    """A database that is put back into states kept under a name."""

    url: str

    def keep(self, name: str) -> None:
        """Keep the database as it stands; nobody may be connected."""

    def begin(self, name: str) -> None:
        """Go back to what was kept; nobody may be connected."""

    def changed(self) -> object:
        """A mark that is another one once somebody has written."""

    def read(self) -> Tables:
        """Every table, its values as SQLite keeps them."""


@dataclass(frozen=True)
class SQLite:
    """A database in a file; what is kept lies apart from it."""

    file: Path
    kept: Path

    @property
    def url(self) -> str:
        """Where the application finds it, as it does by itself."""
        return f"sqlite:///{self.file}"

    def keep(self, name: str) -> None:
        """Keep the database as it stands."""
        self._forget_log()
        shutil.copy(self.file, self.kept / name)

    def begin(self, name: str) -> None:
        """Go back to what was kept."""
        self._forget_log()
        shutil.copy(self.kept / name, self.file)

    def changed(self) -> object:
        """The marks of the file and of its log."""
        parts = [Path(f"{self.file}{ending}") for ending in ("", "-wal")]
        stats = [part.stat() for part in parts if part.exists()]
        return tuple((stat.st_ino, stat.st_size, stat.st_mtime_ns) for stat in stats)

    def read(self) -> Tables:
        """Every table, read beside the application."""
        with sqlite3.connect(self.file) as connection:
            connection.row_factory = sqlite3.Row
            names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            tables = {
                name: tuple(dict(row) for row in connection.execute(f'SELECT * FROM "{name}"'))  # noqa: S608 - the database's own table names
                for (name,) in names.fetchall()
            }
        connection.close()
        return tables

    def _forget_log(self) -> None:
        for leftover in ("-wal", "-shm"):
            Path(f"{self.file}{leftover}").unlink(missing_ok=True)


@dataclass(frozen=True)
class PostgreSQL:
    """A database of a server; what is kept are databases made from it."""

    sockets: Path
    name: str = "registry"

    @property
    def url(self) -> str:
        """Where the application finds it."""
        return f"postgresql+psycopg://{POSTGRES}@/{self.name}?host={self.sockets}"

    def keep(self, name: str) -> None:
        """Keep the database as it stands."""
        self._copy(self.name, f"kept_{name}")

    def begin(self, name: str) -> None:
        """Go back to what was kept."""
        self._copy(f"kept_{name}", self.name)

    def changed(self) -> object:
        """Where the log of the server has come to."""
        with self._connect(self.name) as connection:
            return connection.execute("SELECT pg_current_wal_insert_lsn()").fetchone()

    def read(self) -> Tables:
        """Every table, in the order of writing."""
        with self._connect(self.name) as connection:
            names = connection.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            ).fetchall()
            with connection.cursor(row_factory=dict_row) as cursor:
                return {
                    name: tuple(
                        {column: _as_in_sqlite(value) for column, value in row.items()}
                        for row in cursor.execute(_named("SELECT * FROM {} ORDER BY 1", name))
                    )
                    for (name,) in names
                }

    def is_ready(self) -> bool:
        """Whether the server takes connections."""
        try:
            self._connect(POSTGRES).close()
        except psycopg.OperationalError:
            return False
        return True

    def create(self) -> None:
        """Make the empty database."""
        with self._connect(POSTGRES) as connection:
            connection.execute(_named("CREATE DATABASE {}", self.name))

    def _copy(self, source: str, target: str) -> None:
        with self._connect(POSTGRES) as connection:
            connection.execute(_named("DROP DATABASE IF EXISTS {} WITH (FORCE)", target))
            connection.execute(_named("CREATE DATABASE {} TEMPLATE {}", target, source))

    def _connect(self, name: str) -> psycopg.Connection[Any]:
        return psycopg.connect(host=str(self.sockets), user=POSTGRES, dbname=name, autocommit=True)


def _named(statement: LiteralString, *names: str) -> Composed:
    return SQL(statement).format(*map(Identifier, names))


def _as_in_sqlite(value: Any) -> Any:
    if isinstance(value, dict | list):
        return json.dumps(value)
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, date):
        return str(value)
    return float(value) if isinstance(value, Decimal) else value


@contextmanager
def postgresql_served() -> Iterator[PostgreSQL]:
    """A server while the context lasts: it listens on no port, and leaves nothing behind."""
    folder = Path(tempfile.mkdtemp(prefix="pactregistry-"))
    # Its socket must be found by who runs the tests, its data belongs to who runs the server.
    user = POSTGRES if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    data, log = str(folder / "data"), folder / "log"
    who: Any = {"user": user, "group": user, "extra_groups": [] if user else None}
    made = [
        "initdb",
        "-D",
        data,
        "-U",
        POSTGRES,
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale",
        "C.UTF-8",
    ]
    begun = ["postgres", "-D", data, "-k", str(folder)]
    begun += [f"-c{name}={value}" for name, value in SOCKETS_ONLY.items()]
    try:
        _run([*made, "-N"], who, log).wait()
        server = _run(begun, who, log)
        try:
            database = PostgreSQL(folder)
            _await(database, server, log)
            database.create()
            yield database
        finally:
            server.send_signal(signal.SIGQUIT)
            server.wait()
    finally:
        shutil.rmtree(folder)


def _run(command: Sequence[str], who: Any, log: Path) -> "subprocess.Popen[bytes]":
    told = [str(_programs() / command[0]), *command[1:]]
    with log.open("ab") as heard:
        return subprocess.Popen(
            told, stdout=heard, stderr=heard, preexec_fn=_end_with_the_tests, **who
        )


def _end_with_the_tests() -> None:
    # Tests that are killed cannot stop their server any more.
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGQUIT)


def _await(database: PostgreSQL, server: "subprocess.Popen[bytes]", log: Path) -> None:
    while not database.is_ready():
        assert server.poll() is None, log.read_text("utf-8")
        time.sleep(0.05)


def _programs() -> Path:
    """Where the server is: Debian keeps it out of the path."""
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))
    found = shutil.which("initdb")
    return packaged[-1] if packaged else Path(found or "").parent
