"""Attachments: kept once with their subject, sent so that no browser opens them in our pages."""

from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import func, select
from werkzeug.http import parse_options_header

from pactregistry.database import db
from pactregistry.documents.actions import attach
from pactregistry.documents.models import Attachment, attachment, attachments_of
from pactregistry.documents.uploads import Upload
from pactregistry.documents.views import send

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
PACT = ("pact", 7)

pytestmark = pytest.mark.usefixtures("app")


def add(
    content: bytes = b"uno", subject: tuple[str, int] = PACT, name: str = "a.pdf"
) -> Attachment:
    upload = Upload(name, "application/pdf", content, 2)
    return attach(upload, subject, "Verbale", added_at=NOON, added_by_id=None)


def test_an_attachment_stands_with_its_subject() -> None:
    first, second = add(b"uno"), add(b"due", name="b.pdf")
    add(b"uno", ("pact", 8))
    add(b"uno", ("proposal", 7))
    db.session.commit()
    assert attachments_of(*PACT) == [first, second]
    found = attachment(first.id)
    assert found is first
    assert (found.size, found.pages, found.public, found.added_at) == (3, 2, False, NOON)
    assert attachment(9999) is None


def test_the_same_content_is_kept_once_with_a_subject() -> None:
    assert add() is add(name="altro nome.pdf")
    assert db.session.scalar(select(func.count(Attachment.id))) == 1


def test_the_caller_decides_whether_it_stays() -> None:
    add()
    db.session.rollback()
    assert attachments_of(*PACT) == []


@pytest.mark.parametrize(
    "name", ["Verbale 10 gennaio.pdf", "Città «nord».pdf", "文件.pdf", 'a";x=.pdf']
)
def test_a_file_is_sent_to_be_saved(app: Flask, name: str) -> None:
    with app.test_request_context():
        response = send(add(name=name))
    disposition, options = parse_options_header(response.headers["Content-Disposition"])
    assert (disposition, options["filename"]) == ("attachment", name)
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert (response.mimetype, response.get_data()) == ("application/pdf", b"uno")
