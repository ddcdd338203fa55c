"""How a refusal is shown: what, why, under which article, what to do next. Art. 3(1)b, 34."""

from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import urlsplit

from flask import Flask, current_app, render_template, request
from flask_babel import lazy_gettext as _l
from sqlalchemy.exc import NoResultFound
from werkzeug.exceptions import BadRequest, HTTPException, SecurityError

from pactregistry.database import db
from pactregistry.journal import Stale, Subject, history
from pactregistry.languages import step_verb
from pactregistry.pacts.life.story import in_public
from pactregistry.workflow.engine import Unlawful
from pactregistry.workflow.step_words import STEPS

SECRET = frozenset({"csrf_token", "password", "password_confirm", "new_password", "code"})

MACHINERY = frozenset({"version", "submit", "more", "digest", "revision"})
LABELS = {
    "title": _l("Title"),
    "summary": _l("In short"),
    "description": _l("Description"),
    "benefits": _l("Benefits"),
    "support_asked": _l("Support asked of the City"),
    "place_name": _l("Place"),
    "reason": _l("Reason"),
    "reasons": _l("Reasons"),
    "text": _l("Text"),
    "remark": _l("Remark"),
    "days": _l("Days"),
    "instrument": _l("Instrument"),
    "resolution": _l("Resolution"),
    "occurred_on": _l("Day of the fact"),
    "document": _l("Document"),
    "held_on": _l("Day of the sitting"),
    "at": _l("Hour"),
    "place": _l("Place"),
    "voice": _l("Your vote"),
    "dissent": _l("In your own words"),
}
# Never more than these: a form could name a column that its sender may not read.
COMPARED = frozenset({"title", "summary", "description", "benefits", "support_asked", "place_name"})


def init_app(app: Flask) -> None:
    """Show every error as a page; a refused step also shows what had been typed."""
    app.register_error_handler(Unlawful, _unlawful)
    app.register_error_handler(Stale, _stale)
    app.register_error_handler(NoResultFound, _missing)
    app.register_error_handler(SecurityError, _elsewhere)
    app.register_error_handler(HTTPException, _other)
    app.register_error_handler(Exception, _broken)


def _unlawful(error: Unlawful) -> tuple[str, int]:
    db.session.rollback()
    page = render_template(
        "refusals/unlawful.html",
        obstacles=error.obstacles,
        step=step_verb(error.step, error.machine) if _is_named(error) else "",
        typed=_typed(),
        labels=LABELS,
        back=_back(),
    )
    return page, HTTPStatus.CONFLICT


def _is_named(error: Unlawful) -> bool:
    # What stands outside the tables, such as a comment, has no words of its own.
    return bool({error.step, f"{error.machine}.{error.step}"} & STEPS.keys())


def _stale(error: Stale) -> tuple[str, int]:
    typed = _typed()
    page = render_template(
        "refusals/stale.html",
        since=[
            e for e in in_public(history(error.kind, error.subject.id)) if e.version > error.seen
        ],
        changed=_changed(error.subject, typed),
        typed=typed,
        labels=LABELS,
        back=_back(),
    )
    db.session.rollback()
    return page, HTTPStatus.CONFLICT


def _changed(subject: Subject, typed: Mapping[str, str]) -> Mapping[str, str]:
    """What stands now under the names of the form, where it is not what was typed."""
    names = [name for name in typed if name in COMPARED and hasattr(subject, name)]
    columns = {name: str(getattr(subject, name) or "").strip() for name in names}
    return {name: now for name, now in columns.items() if now and now != typed[name].strip()}


def _back() -> str:
    """The page that the person came from, when it is one of ours."""
    before = urlsplit(request.referrer or "")
    return before.path if before.netloc == request.host else ""


def _missing(error: NoResultFound) -> tuple[str, int]:  # noqa: ARG001 - Flask's signature
    return render_template("error.html", code=HTTPStatus.NOT_FOUND, typed={}), HTTPStatus.NOT_FOUND


def _elsewhere(error: SecurityError) -> HTTPException:
    # Asked under a name that is not ours: no page of ours, with its addresses, can be made for it.
    return BadRequest(error.description)


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
        if name not in SECRET | MACHINERY and value.strip() and not name.startswith("_")
    }
