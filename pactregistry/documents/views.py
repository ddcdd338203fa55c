"""Sends a kept file, to be saved and never opened in our pages; features guard and call it."""

from flask import Response

from pactregistry.documents import storage
from pactregistry.documents.filenames import content_disposition
from pactregistry.documents.models import Attachment

# Should a browser show the file after all, it may run, load and read nothing of ours.
SANDBOX = "sandbox; default-src 'none'"


def send(attachment: Attachment) -> Response:
    """Answer with the file of an attachment."""
    response = Response(storage.get(attachment.sha256), mimetype=attachment.media_type)
    response.headers["Content-Disposition"] = content_disposition(attachment.name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = SANDBOX
    return response
