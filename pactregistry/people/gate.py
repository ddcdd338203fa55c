"""The gate before every page: the table of permissions, applied. Art. 4, 10(2), 11."""

from urllib.parse import urlsplit

from flask import Flask, Response, abort, flash, redirect, request, url_for
from flask_babel import lazy_gettext as _
from flask_security import logout_user
from werkzeug.wrappers import Response as BaseResponse

from pactregistry.database import db
from pactregistry.people import sessions
from pactregistry.people.current import account, holdings_today, holds
from pactregistry.people.models import Account
from pactregistry.people.permissions import PERMISSIONS, STAFF
from pactregistry.workflow.states import Role


def init_app(app: Flask) -> None:
    """Ask at the gate before each request."""
    app.before_request(_ask)
    app.add_template_global(may_open)


def may_open(endpoint: str) -> bool:
    """Whether the table lets the one who asks open a page: a link to any other leads nowhere."""
    allowed = PERMISSIONS.get(endpoint, frozenset())
    here = account()
    return Role.VISITOR in allowed or (
        here is not None and any(holds(here, role) for role in allowed)
    )


def safe_path(target: str) -> str:
    """A path of this site to go back to; the start page for anything else."""
    parts = urlsplit(target)
    inside = target.startswith("/") and not target.startswith(("//", "/\\"))
    plain = target.isprintable() and "\\" not in target
    return target if inside and plain and not parts.netloc and not parts.scheme else "/"


def path_here() -> str:
    """The path to come back to after this request: its own, or the page its form stood on."""
    if request.method in {"GET", "HEAD"}:
        return safe_path(request.full_path.removesuffix("?"))
    came_from = urlsplit(request.referrer or "")
    if came_from.netloc != request.host:
        return "/"
    return safe_path(came_from.path + (f"?{came_from.query}" if came_from.query else ""))


def _ask() -> BaseResponse | Response | None:
    if request.endpoint is None:
        return None  # no such page, or not by this method: routing has its own answer
    if request.endpoint == "static":
        return None  # the same for all: who asks need not be looked up
    allowed = PERMISSIONS.get(request.endpoint)
    if allowed is None:
        abort(404)
    here = _account_here()
    if Role.VISITOR in allowed:
        return None
    if here is None:
        return redirect(url_for("security.login", next=path_here()))
    if any(holds(here, role) for role in allowed):
        return None
    if _waits_for_code(here, allowed):
        flash(str(_("Your role needs a one-time code in this session: set it up here.")), "info")
        return redirect(url_for("security.two_factor_setup"))
    return abort(403)


def _account_here() -> Account | None:
    here = account()
    if here is None:
        return None
    staff = any(holding.role in STAFF for holding in holdings_today(here))
    if sessions.is_valid(here, staff=staff):
        sessions.touch()
        return here
    db.session.rollback()  # who has read may not begin to write
    logout_user()
    flash(
        str(_("You were signed out because some time had passed. Sign in again to go on.")), "info"
    )
    return None


def _waits_for_code(here: Account, allowed: frozenset[Role]) -> bool:
    return any(holding.role in allowed for holding in holdings_today(here))
