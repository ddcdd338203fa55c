"""How a person was known at an act that binds them, and when the password was typed. Art. 11(10).

A password typed less than five minutes before an act is not asked for again: what is kept is when.
"""

import time
from datetime import datetime, timedelta
from typing import Final

from flask import Flask, session
from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.languages import instant
from pactregistry.workflow.engine import N_

BY_ADDRESS: Final = N_("signed in with a confirmed e-mail")
BY_CODE: Final = N_("signed in, with a one-time code for this act")
# What was kept before the instant was, and what of it is true.
EARLIER: Final = {
    "signed in with a confirmed e-mail, password entered again": N_(
        "signed in with a confirmed e-mail, password entered within the five minutes before"
    ),
    "signed in, password entered again, one-time code": N_(
        "signed in, password entered within the five minutes before, one-time code"
    ),
}


def init_app(app: Flask) -> None:
    """Give templates what they show."""
    app.add_template_global(how_known)


def password_at() -> datetime:
    """The instant at which the person at the page last typed the password, by the city's clock."""
    since = max(0.0, time.time() - float(session.get("fs_paa", 0)))
    return (settings().now() - timedelta(seconds=since)).replace(microsecond=0)


def how_known(check: str, typed_at: datetime | None) -> str:
    """How a person was known, in the reader's words, with the instant of the password."""
    known = _(EARLIER.get(check, check))
    if typed_at is None:
        return str(known)
    return str(
        _("%(known)s; password entered: %(instant)s", known=known, instant=instant(typed_at))
    )
