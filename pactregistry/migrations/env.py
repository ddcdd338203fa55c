"""How migrations run: on the application's own engine, in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from pactregistry.database import Base, UTCDateTime, db


def render_item(kind: str, item: object, _autogen_context: object) -> str | Literal[False]:
    """Write our types as plain ones: a migration stays true when the code moves on."""
    if kind == "type" and isinstance(item, UTCDateTime):
        return "sa.DateTime(timezone=True)"
    return False


@contextmanager
def references_resting(connection: Connection) -> Iterator[None]:
    """SQLite makes a changed table anew and drops the old one, to which other rows refer."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        connection.rollback()  # what is done is committed: the switch works outside of a transaction
        driver.execute("PRAGMA foreign_keys=ON")


def expect_whole(connection: Connection) -> None:
    """Nothing is committed that leaves a row referring to none."""
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            message = f"the migration would leave {len(broken)} rows without what they refer to"
            raise RuntimeError(message)


with db.engine.connect() as connection, references_resting(connection):
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_item=render_item,
        **current_app.extensions["migrate"].configure_args,
    )
    with context.begin_transaction():
        context.run_migrations()
        expect_whole(connection)
