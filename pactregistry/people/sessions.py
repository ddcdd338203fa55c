"""Sign-ins: what the signed cookie says counts only while its row stands on the server.

Sessions use the machine's time, never the set clock.
"""

import secrets
from datetime import UTC, datetime, timedelta

from flask import g, has_request_context, request, session
from flask_login import user_logged_out
from flask_security.signals import (
    tf_disabled,
    tf_profile_changed,
    user_authenticated,
)
from sqlalchemy import delete, update

from pactregistry.database import db
from pactregistry.people.models import Account
from pactregistry.people.models_sign_in import SignIn, sign_in_with

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
LONGEST_STAFF = timedelta(hours=8)
TOUCH = timedelta(minutes=1)  # how coarsely the last visit is noted
KEY = "sign_in"
AFTER_A_CODE = frozenset({"security.two_factor_token_validation", "security.mf_recovery"})
"""Where a person is signed in only after a code of the app, or of those kept for recovery."""


def begin(account: Account, *, code_passed: bool) -> str:
    """Open a sign-in under a new key and forget the ones that ended by time; does not commit."""
    now = datetime.now(UTC)
    db.session.execute(delete(SignIn).where(SignIn.seen_at < now - IDLE))
    key = secrets.token_urlsafe(24)
    db.session.add(
        SignIn(key=key, account_id=account.id, began_at=now, seen_at=now, code_passed=code_passed)
    )
    return key


def is_valid(account: Account, *, staff: bool) -> bool:
    """Whether this session's sign-in is this account's and not over by idleness or age."""
    here = _here()
    if here is None or here.account_id != account.id:
        return False
    now = datetime.now(UTC)
    age = LONGEST_STAFF if staff else LONGEST
    return now - here.seen_at < IDLE and now - here.began_at < age


def touch() -> None:
    """Note the visit, at most once a minute, and commit."""
    here = _here()
    now = datetime.now(UTC)
    if here is None or now - here.seen_at < TOUCH:
        return
    # The write comes first in a transaction of its own: who has read may not begin to write.
    number = here.id
    db.session.rollback()
    db.session.execute(update(SignIn).where(SignIn.id == number).values(seen_at=now))
    db.session.commit()


def end() -> None:
    """Close this session's sign-in; does not commit."""
    if KEY in session:
        db.session.execute(delete(SignIn).where(SignIn.key == session.pop(KEY)))
    g.pop(KEY, None)


def passed_code() -> bool:
    """Whether a one-time code was given in this session."""
    here = _here()
    return here is not None and here.code_passed


def _here() -> SignIn | None:
    if not has_request_context() or KEY not in session:
        return None
    if KEY not in g:
        g.sign_in = sign_in_with(session[KEY])
    here: SignIn | None = g.sign_in
    return here


def _close(sender: object, **extra: object) -> None:  # noqa: ARG001 - the signal's signature
    # A copy of the cookie must be worth nothing from now on.
    end()
    db.session.commit()


user_logged_out.connect(_close)


@user_authenticated.connect
def _renew(sender: object, user: Account, **extra: object) -> None:  # noqa: ARG001 - the signal's signature
    # A new key and a new form token at each sign-in: one that was planted before is worth nothing.
    before = _here()
    carried = before is not None and before.account_id == user.id and before.code_passed
    given = request.endpoint in AFTER_A_CODE
    end()
    session.pop("csrf_token", None)
    g.pop("csrf_token", None)
    session[KEY] = begin(user, code_passed=carried or given)


@tf_profile_changed.connect
def _note_set_up(sender: object, **extra: object) -> None:  # noqa: ARG001 - the signal's signature
    _mark(passed=True)


@tf_disabled.connect
def _note_disabled(sender: object, **extra: object) -> None:  # noqa: ARG001 - the signal's signature
    _mark(passed=False)


def _mark(*, passed: bool) -> None:
    here = _here()
    if here is not None:
        here.code_passed = passed
