"""Whether the installation works: database, scheduler, queue."""

from http import HTTPStatus

from flask import jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import SQLAlchemyError

from pactregistry.civicnetwork.blueprint import site
from pactregistry.config import settings
from pactregistry.notices.models import queue_length
from pactregistry.notices.pulse import is_alive


@site.get("/healthz")
def healthz() -> ResponseReturnValue:
    """Answer 200 when all is well, else 503 with what is not."""
    try:
        state: dict[str, str | int | None] = {
            "database": "ok",
            "scheduler": "ok" if is_alive(settings().now()) else "silent",
            "queue": queue_length(),
        }
    except SQLAlchemyError:
        state = {"database": "unreachable", "scheduler": "unknown", "queue": None}
    well = state["database"] == state["scheduler"] == "ok"
    return jsonify(state), HTTPStatus.OK if well else HTTPStatus.SERVICE_UNAVAILABLE
