"""Pictures written into a document: a QR code, a coat of arms, a photograph."""

import base64

import segno

from pactregistry.documents.workshop.client import JobFailedError, JobRefusedError, workshop


def qr_code(text: str) -> str:
    """Draw a QR code as a `data:` address for an `<img>`; its `alt` must say where it leads."""
    address: str = segno.make(text, error="m").svg_data_uri(border=0, svgclass=None, lineclass=None)
    return address


def picture_address(media_type: str, content: bytes) -> str:
    """Give a picture as a `data:` address."""
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"


def printed_small(content: bytes) -> bytes | None:
    """Give a kept picture as a small JPEG for printing; None where it cannot be read."""
    try:
        return workshop.ask("shrink_image", content)[1]
    except (JobFailedError, JobRefusedError):
        return None
