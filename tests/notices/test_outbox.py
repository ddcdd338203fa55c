"""Mails that wait: each tried by one sender, none that holds up the others or the database."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest
from flask import Flask
from sqlalchemy import text

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.notices import outbox
from pactregistry.notices.models import Mail, waiting


@pytest.fixture
def queued(app: Flask, clock: object) -> Callable[..., Mail]:
    """Put a mail into the outbox."""

    def write(address: str = "rita@people.example") -> Mail:
        now = settings().now()
        mail = Mail(
            to_address=address,
            language="en",
            subject="Received",
            text="It is here.\n",
            queued_at=now,
            next_attempt_at=now,
        )
        db.session.add(mail)
        db.session.commit()
        return mail

    return write


def test_nobody_waits_for_the_database_while_a_mail_server_thinks(
    queued: Callable[..., Mail], monkeypatch: pytest.MonkeyPatch
) -> None:
    queued()
    written = []

    def slow(message: EmailMessage, *_rest: object) -> None:
        with db.engine.connect() as other:
            other.execute(text("PRAGMA busy_timeout=0"))
            other.execute(text("UPDATE mail SET last_error = 'another writes'"))
            other.commit()
        written.append(message["To"])
        assert not waiting(settings().now(), 1), "no other sender takes the same mail"
        db.session.rollback()

    monkeypatch.setattr(outbox, "_deliver", slow)
    assert outbox.send_waiting() == 1
    assert written == ["rita@people.example"]


def test_a_mail_that_cannot_be_sent_holds_up_no_other(queued: Callable[..., Mail]) -> None:
    broken, whole = queued("rita@people.example\nBcc: all@people.example"), queued()
    assert outbox.send_waiting() == 1
    db.session.expire_all()
    assert broken.sent_at is None
    assert "ValueError" in broken.last_error
    assert broken.next_attempt_at - settings().now() > timedelta(seconds=50)
    assert whole.sent_at is not None
    assert whole.last_error == ""
