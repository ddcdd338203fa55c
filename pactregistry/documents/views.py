"""Sends a kept file, to be saved and never opened in our pages; features guard and call it."""

from flask import Response

from pactregistry.documents import storage
from pactregistry.documents.filenames import content_disposition
from pactregistry.documents.kinds import Kind
from pactregistry.documents.models import Attachment

# Should a browser show the file after all, it may run, load and read nothing of ours.
SANDBOX = "sandbox; default-src 'none'"


def send(attachment: Attachment, stem: str = "") -> Response:
    """Answer with the file of an attachment, under its own name or one that tells nothing of it.

    What everyone may open has a name of ours: people give their files names of people.
    """
    name = f"{stem}{_ending(attachment)}" if stem else attachment.name
    response = Response(storage.get(attachment.sha256), mimetype=attachment.media_type)
    response.headers["Content-Disposition"] = content_disposition(name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = SANDBOX
    return response


def pdf_file(digest: str, name: str) -> Response:
    """Answer with a PDF of our own making that is in the store."""
    return pdf_response(storage.get(digest), name)


def pdf_response(content: bytes, name: str) -> Response:
    """Answer with a PDF of our own making."""
    response = Response(content, mimetype="application/pdf")
    response.headers["Content-Disposition"] = content_disposition(name)
    return response


def _ending(attachment: Attachment) -> str:
    return next(kind.endings[0] for kind in Kind if kind.media_type == attachment.media_type)
