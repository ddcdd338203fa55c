"""How migrations run: on the application's own engine, in one transaction."""

from alembic import context
from flask import current_app

from pactregistry.database import Base, db

with db.engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        **current_app.extensions["migrate"].configure_args,
    )
    with context.begin_transaction():
        context.run_migrations()
