"""The one renderer: HTML in, a PDF to keep and to read by everyone out (PDF/A-3a and PDF/UA-1)."""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from pactregistry.documents.workshop.client import (
    JobFailedError,
    JobRefusedError,
    workshop,
)


@dataclass(frozen=True)
class Embedded:
    """A file carried inside the PDF, such as the data of the pact it prints."""

    name: str
    media_type: str
    content: bytes
    description: str
    modified: datetime


class RenderingRefusedError(Exception):
    """The document asks for something that documents may not have; the message names it."""


class RenderingFailedError(Exception):
    """The document was not made (time, memory, a crash); it can be asked for again."""


def render_pdf(html: str, *, attachments: Sequence[Embedded] = ()) -> bytes:
    """Print HTML as PDF; the same HTML and attachments give the same bytes.

    Dates come from `<meta name="dcterms.created">` and `dcterms.modified` and from each attachment.
    """
    # A PDF's list of files is a sorted tree.
    ordered = sorted(attachments, key=lambda each: each.name)
    manuscript = {"html": html, "attachments": [_as_data(each) for each in ordered]}
    try:
        return workshop.ask("print", json.dumps(manuscript).encode())[1]
    except JobRefusedError as refusal:
        raise RenderingRefusedError(str(refusal)) from None
    except JobFailedError as failure:
        raise RenderingFailedError(str(failure)) from None


def _as_data(embedded: Embedded) -> dict[str, str]:
    return {
        "name": embedded.name,
        "media_type": embedded.media_type,
        "content": base64.b64encode(embedded.content).decode(),
        "description": embedded.description,
        "modified": embedded.modified.astimezone(UTC).isoformat(),
    }
