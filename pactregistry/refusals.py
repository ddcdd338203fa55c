"""How a refusal is shown: what, why, under which article, what to do next. Art. 3(1)b, 34."""

from collections.abc import Mapping
from http import HTTPStatus

from flask import Flask, current_app, render_template, request
from sqlalchemy.exc import NoResultFound
from werkzeug.exceptions import HTTPException

from pactregistry.database import db
from pactregistry.journal import Stale, history
from pactregistry.workflow.engine import Unlawful

SECRET = frozenset({"csrf_token", "password", "password_confirm", "new_password", "code"})


def init_app(app: Flask) -> None:
    """Show every error as a page; a refused step also shows what had been typed."""
    app.register_error_handler(Unlawful, _unlawful)
    app.register_error_handler(Stale, _stale)
    app.register_error_handler(NoResultFound, _missing)
    app.register_error_handler(HTTPException, _other)
    app.register_error_handler(Exception, _broken)


def _unlawful(error: Unlawful) -> tuple[str, int]:
    db.session.rollback()
    page = render_template("refusals/unlawful.html", error=error, typed=_typed())
    return page, HTTPStatus.CONFLICT


def _stale(error: Stale) -> tuple[str, int]:
    db.session.rollback()
    since = history(error.kind, error.subject_id)
    page = render_template("refusals/stale.html", error=error, since=since, typed=_typed())
    return page, HTTPStatus.CONFLICT


def _missing(error: NoResultFound) -> tuple[str, int]:  # noqa: ARG001 - Flask's signature
    return render_template("error.html", code=HTTPStatus.NOT_FOUND, typed={}), HTTPStatus.NOT_FOUND


def _other(error: HTTPException) -> tuple[str, int]:
    code = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    return render_template("error.html", code=code, error=error, typed=_typed()), code


def _broken(error: Exception) -> tuple[str, int]:
    db.session.rollback()
    current_app.logger.error("unexpected error at %s", request.path, exc_info=error)
    code = HTTPStatus.INTERNAL_SERVER_ERROR
    return render_template("error.html", code=code, typed=_typed()), code


def _typed() -> Mapping[str, str]:
    """What the person had typed, to be kept on the page; never a secret."""
    return {
        name: value
        for name, value in request.form.items()
        if name not in SECRET and value.strip() and not name.startswith("_")
    }
