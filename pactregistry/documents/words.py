"""The words of a kept PDF, for a search before it becomes public."""

from dataclasses import dataclass

from flask import has_request_context

from pactregistry.database import db
from pactregistry.documents.workshop.client import (
    JobFailedError,
    JobRefusedError,
    workshop,
)


@dataclass(frozen=True)
class Words:
    """What could be read of a PDF; `unread` are the pages without words, such as scans."""

    text: str
    pages: int
    unread: tuple[int, ...]
    signed: bool  # holds electronic signatures, whose certificates name the signer


def words_of(content: bytes) -> Words | None:
    """Read a PDF's words; None where it could not be read at all.

    A request asks before it writes: what it read until then it reads anew.
    """
    if has_request_context():
        db.session.rollback()  # reading takes a while: nobody waits for the database
    try:
        told, text = workshop.ask("read_text", content)
    except (JobFailedError, JobRefusedError):
        return None
    return Words(text.decode(), told["pages"], tuple(told["unread"]), told["signed"])
