"""Prints HTML as one file that is both PDF/A-3a (to keep) and PDF/UA-1 (for everyone to read)."""

import base64
import io
import json
from contextlib import nullcontext
from datetime import datetime
from typing import Any

from .fonts import load_fonts

FONTS = load_fonts()  # before WeasyPrint is imported; one a process, never shared between threads

# ruff: noqa: E402 - the fonts come first
from PIL import ImageFile
from weasyprint import HTML, Attachment
from weasyprint.logger import LOGGER

from . import archival, stream_ends, structure
from .fetching import OUR_SCHEME, Losses, RefusingFetcher
from .letters import printable
from .refusal import RefusedError

ENOUGH_TO_RECOGNISE = 200

structure.complete_tags()
stream_ends.close_streams()
ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint prints half a picture; a paper may not


def do(body: bytes) -> tuple[dict[str, Any], bytes]:
    """Print the HTML with its attachments; refuses a document that reaches outside itself."""
    manuscript = json.loads(body)
    fetcher, losses = RefusingFetcher(), Losses()
    LOGGER.addHandler(losses)
    try:
        content = _print(manuscript, fetcher)
    finally:
        LOGGER.removeHandler(losses)
    if fetcher.refused:
        addresses = ", ".join(sorted({_shown(url) for url in fetcher.refused}))
        message = f"The document asks for something outside itself, never loaded: {addresses}"
        raise RefusedError(message)
    if losses.messages:
        message = f"A part of the document cannot be read: {_shown(losses.messages[0])}"
        raise RefusedError(message)
    return {}, content


def _print(manuscript: dict[str, Any], fetcher: RefusingFetcher) -> bytes:
    # With a base of our scheme, a relative address comes to the fetcher too.
    text = printable(manuscript["html"])
    source = HTML(string=text, base_url=OUR_SCHEME, url_fetcher=fetcher)
    document = source.render(font_config=FONTS, pdf_variant="pdf/a-3a")
    _refuse_hidden_attachments(document)
    content: bytes = document.write_pdf(
        pdf_variant="pdf/a-3a",
        attachments=[_attachment(each) for each in manuscript["attachments"]],
        finisher=archival.finish,
    )
    return content


def _attachment(data: dict[str, str]) -> Any:
    modified = datetime.fromisoformat(data["modified"])
    attachment = Attachment(
        string="",
        name=data["name"],
        description=data["description"],
        created=modified,
        modified=modified,
        relationship="Data",
    )
    # WeasyPrint guesses the kind from the name; we know it.
    content = io.BytesIO(base64.b64decode(data["content"]))
    attachment.source = nullcontext((content, None, None, data["media_type"]))
    return attachment


def _refuse_hidden_attachments(document: Any) -> None:
    links = any(link[0] == "attachment" for page in document.pages for link in page.links)
    if links or document.metadata.attachments:
        message = "The document attaches a file from its text; attachments are given apart."
        raise RefusedError(message)


def _shown(text: str) -> str:
    return text if len(text) <= ENOUGH_TO_RECOGNISE else f"{text[:ENOUGH_TO_RECOGNISE]}..."
