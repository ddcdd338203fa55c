"""Takes in the files that people send: PDF, JPEG, PNG, p7m, known by content and not by name."""

from dataclasses import dataclass
from typing import Any

from flask import has_request_context
from flask_babel import lazy_gettext as _

from pactregistry.database import db
from pactregistry.documents.filenames import safe_name
from pactregistry.documents.kinds import Kind, is_whole_p7m, kind_of
from pactregistry.documents.workshop import limits
from pactregistry.documents.workshop.client import (
    JobFailedError,
    JobRefusedError,
    workshop,
)

REFUSALS = {
    "kind": _(
        "This kind of file is not taken. Send a PDF, a JPEG or PNG picture, or a signed .p7m file."
    ),
    "empty": _("The file is empty. Choose it again."),
    "size": _("The file is larger than 20 MB. Send a smaller one, or split it into parts."),
    "damaged": _(
        "The file is damaged or was cut short on its way. Save it again and send it once more."
    ),
    "encrypted": _("The PDF is protected by a password. Send a copy without it."),
    "pages": _("The PDF has more than 500 pages. Split it into parts."),
    "objects": _("The PDF is too intricate to be checked. Print it to a new PDF and send that."),
    "script": _(
        "The PDF holds a script or an interactive form. Print it to a new PDF and send that."
    ),
    "launch": _("The PDF would open a program or send data. Print it to a new PDF and send that."),
    "embedded": _("The PDF carries other files inside. Send each file by itself."),
    "pixels": _("The picture has too many pixels. Send a smaller one."),
    "unchecked": _(
        "The file could not be checked. Nothing was kept: try again, or send it in another format."
    ),
}


@dataclass(frozen=True)
class Upload:
    """A file taken in, safe to keep and to hand out as an attachment."""

    name: str
    media_type: str
    content: bytes
    pages: int | None


class UploadRefused(Exception):
    """The file is not taken; `message` says why and what to do next."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.message = REFUSALS[reason]

    def __str__(self) -> str:
        return str(self.message)


def accept(filename: str, content: bytes) -> Upload:
    """Check a file by its content and give what may be kept of it; raises UploadRefused.

    A request asks before it writes: what it read until then it reads anew.
    """
    if has_request_context():
        db.session.rollback()  # the examination takes a while: nobody waits for the database
    if not content:
        raise UploadRefused("empty")
    if len(content) > limits.UPLOAD_BYTES:
        raise UploadRefused("size")
    kind = kind_of(content)
    if kind is None:
        raise UploadRefused("kind")
    pages: int | None = None
    if kind is Kind.PDF:
        pages = _ask("examine_pdf", content)[0]["pages"]
    elif kind is Kind.P7M:
        if not is_whole_p7m(content):
            raise UploadRefused("damaged")
    else:
        content = _ask("redraw_image", content)[1]
    return Upload(safe_name(filename, kind), kind.media_type, content, pages)


def _ask(job: str, content: bytes) -> tuple[dict[str, Any], bytes]:
    try:
        return workshop.ask(job, content)
    except JobRefusedError as refusal:
        raise UploadRefused(str(refusal)) from None
    except JobFailedError:
        raise UploadRefused("unchecked") from None
