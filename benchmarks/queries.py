"""How many statements a page sends to the database."""

from flask import Flask
from sqlalchemy import event

from pactregistry.database import db


def queries(app: Flask, page: str) -> int:
    """Count the SELECT statements of one request."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            seen.append(statement)

    db.session.remove()
    event.listen(db.engine, "before_cursor_execute", note)
    try:
        response = app.test_client().get(page)
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    if response.status_code != 200:
        message = f"{page} answered {response.status_code}"
        raise RuntimeError(message)
    return len(seen)
