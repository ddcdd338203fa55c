"""How a test reads the mails of the outbox and the codes of a phone."""

import re
import time

from flask.testing import FlaskClient
from passlib.totp import TOTP
from sqlalchemy import select
from werkzeug.test import TestResponse

from pactregistry.database import db
from pactregistry.notices.models import Mail

PASSWORD = "eleven tall poplars whistle"


def mails_to(address: str) -> list[Mail]:
    """The mails to an address, oldest first."""
    query = select(Mail).where(Mail.to_address == address).order_by(Mail.id)
    return list(db.session.scalars(query))


def link_in(mail: Mail) -> str:
    """The path of the first link of a mail."""
    found = re.search(r"http://127\.0\.0\.1:5000(/\S+)", mail.text)
    assert found is not None, mail.text
    return found[1]


def code_of(key: str, later: int = 0) -> str:
    """What the app on the phone shows, now or some seconds later."""
    phone = TOTP(key=key.replace("-", ""), format="base32")
    return str(phone.generate(time=int(time.time()) + later).token)


def enter(
    client: FlaskClient, email: str, password: str = PASSWORD, way_back: str = ""
) -> TestResponse:
    """Send the form of sign-in."""
    return client.post("/sign-in", data={"email": email, "password": password, "next": way_back})


def bare(page: str, typed: str) -> str:
    """A page without what was typed or asked for, and without its forms' tokens."""
    return re.sub(r'name="csrf_token"[^>]*>', "", page).replace(typed, "X")
