"""A form that arrives twice, by a second tap or a lost answer, is done once. Art. 3(1)f.

Each form carries an id of its own. The id and what was typed are noted in the act's own
transaction; the same form again leads to the result of the first. What was typed anew is a new act.
"""

import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta
from secrets import token_urlsafe

from flask import Flask, Response, abort, flash, g, redirect, request
from flask_babel import lazy_gettext as _
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from werkzeug.wrappers import Response as BaseResponse

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.people.current import account
from pactregistry.people.gate import path_here
from pactregistry.people.models_sign_in import RequestDone

FIELD = "request_id"
BY_SCRIPT = "X-Saved-As-Typed"  # a draft that saves itself again and again
LONGEST = 64  # characters of an id
KEPT = timedelta(days=2)  # a form left open over night
ALREADY = _("This had arrived already and was done once: here is what came of it.")


def init_app(app: Flask) -> None:
    """Give every form its id, and look for it before and after each act."""
    app.add_template_global(_new_id, "request_id")
    app.before_request(_begin)
    app.after_request(_end)


def note_again() -> None:
    """Note this form anew where a file that came with it was examined: that ends the transaction.

    Where its twin came first meanwhile, the answer is what came of that one.
    """
    key = g.get("request_done")
    if key is None:
        return
    done = db.session.get(RequestDone, key)
    if done is None:
        db.session.add(RequestDone(key=key, at=datetime.now(UTC)))
        db.session.flush()
        return
    g.pop("request_done")
    abort(_already(done))


def _new_id() -> str:
    # Who is not signed in does nothing that must be done once; such pages stay the same for all.
    return "" if account() is None else token_urlsafe()


def _begin() -> BaseResponse | None:
    key = _key()
    if key is None:
        return None
    now = datetime.now(UTC)
    done = db.session.get(RequestDone, key)
    if done is None:
        try:
            db.session.execute(delete(RequestDone).where(RequestDone.at < now - KEPT))
            db.session.add(RequestDone(key=key, at=now))
            db.session.flush()
        except IntegrityError:
            # Two at the same instant: the other one was the first.
            db.session.rollback()
            done = db.session.get_one(RequestDone, key)
        else:
            g.request_done = key
            return None
    return _already(done)


def _already(done: RequestDone) -> BaseResponse:
    flash(str(ALREADY), "info")
    return redirect(done.result or path_here())


def _end(response: Response) -> Response:
    key = g.pop("request_done", None)
    if key is not None:
        db.session.rollback()  # nothing of a refused form is to be kept
        done = db.session.get(RequestDone, key)
        if done is not None:
            if response.status_code in {302, 303}:
                done.result = response.location or ""
            else:
                db.session.delete(done)
            db.session.commit()
    return response


def _key() -> str | None:
    """What this form is known by: whose it is, its id, its page and all that was typed."""
    given = request.form.get(FIELD, "") if request.method == "POST" else ""
    person = account() if 0 < len(given) <= LONGEST else None
    if person is None or request.blueprint == "security" or BY_SCRIPT in request.headers:
        return None
    typed = [pair for pair in request.form.items(multi=True) if pair[0] != "csrf_token"]
    files = [(name, file.filename) for name, file in request.files.items(multi=True)]
    told = json.dumps([person.id, request.full_path, sorted(typed), sorted(files)])
    return hmac.new(settings().secret_key.encode(), told.encode(), hashlib.sha256).hexdigest()
