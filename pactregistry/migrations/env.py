"""How migrations run: on the application's own engine, in one transaction."""

from typing import Literal

from alembic import context
from flask import current_app

from pactregistry.database import Base, UTCDateTime, db


def render_item(kind: str, item: object, _autogen_context: object) -> str | Literal[False]:
    """Write our types as plain ones: a migration stays true when the code moves on."""
    if kind == "type" and isinstance(item, UTCDateTime):
        return "sa.DateTime(timezone=True)"
    return False


with db.engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_item=render_item,
        **current_app.extensions["migrate"].configure_args,
    )
    with context.begin_transaction():
        context.run_migrations()
