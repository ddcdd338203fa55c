"""How often something may be tried: counted in the database, so that all workers count together.

Limits use the machine's time, never the set clock.
"""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta

from flask import Flask, Response, abort, request, session
from sqlalchemy import delete

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.people.models_sign_in import Attempt, attempts_since

FAILURES = 10
SPAN = timedelta(minutes=5)
ASKED = 40  # people whom one person asks to join groups: protects mailboxes
ASKED_WITHIN = timedelta(hours=1)
KEPT = timedelta(days=1)  # the longest span that any limit counts
GUESSED = frozenset(
    {
        "security.login",
        "security.verify",
        "security.two_factor_token_validation",
        "security.mf_recovery",
        "security.change_password",
        "pacts.sign",
    }
)
"""Where a secret is asked: what answers with anything but a redirect was a failure."""
MAILED = frozenset({"security.register", "security.forgot_password", "security.send_confirmation"})
"""What makes us send a mail to an address that anyone may type: every try counts."""


def init_app(app: Flask) -> None:
    """Count the failures of signing in, by person and by network address."""
    app.before_request(_refuse_too_many)
    app.after_request(_count)


def is_within(key: str, most: int, span: timedelta) -> bool:
    """Whether fewer than `most` attempts under a key were noted within a span."""
    return attempts_since(_digest(key), datetime.now(UTC) - span) < most


def note(key: str) -> None:
    """Note an attempt under a key; does not commit."""
    now = datetime.now(UTC)
    db.session.execute(delete(Attempt).where(Attempt.at < now - KEPT))
    db.session.add(Attempt(key=_digest(key), at=now))


def _refuse_too_many() -> None:
    if _counts() and not all(is_within(key, FAILURES, SPAN) for key in _keys()):
        abort(429)


def _count(response: Response) -> Response:
    failed = response.status_code not in {302, 303, 429}
    if _counts() and (failed or request.endpoint in MAILED):
        db.session.rollback()  # nothing of a refused form is to be kept
        for key in _keys():
            note(key)
        db.session.commit()
    return response


def _counts() -> bool:
    return request.method == "POST" and (request.endpoint or "") in GUESSED | MAILED


def _keys() -> list[str]:
    kind = "mail" if request.endpoint in MAILED else "guess"
    who = request.form.get("email", "").strip().casefold() or _pending()
    keys = [f"{kind} from {request.remote_addr}"]
    return [*keys, f"{kind} for {who}"] if who else keys


def _pending() -> str:
    # Between password and code the session knows who is at the door.
    return str(session.get("tf_user_id") or session.get("_user_id") or "")


def _digest(key: str) -> str:
    return hmac.new(settings().secret_key.encode(), key.encode(), hashlib.sha256).hexdigest()
