"""Pictures written into a document: a QR code, a coat of arms."""

import base64

import segno


def qr_code(text: str) -> str:
    """Draw a QR code as a `data:` address for an `<img>`; its `alt` must say where it leads."""
    address: str = segno.make(text, error="m").svg_data_uri(border=0, svgclass=None, lineclass=None)
    return address


def picture_address(media_type: str, content: bytes) -> str:
    """Give a picture as a `data:` address."""
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"
