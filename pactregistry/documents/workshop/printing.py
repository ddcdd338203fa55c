"""Prints HTML as one file that is both PDF/A-3a (to keep) and PDF/UA-1 (for everyone to read)."""

import base64
import io
import json
from contextlib import nullcontext
from datetime import datetime
from typing import Any

from pactregistry.documents.workshop.fonts import load_fonts

FONTS = load_fonts()  # before WeasyPrint is imported; one a process, never shared between threads

from weasyprint import HTML, Attachment  # noqa: E402 - the fonts come first

from pactregistry.documents.workshop import archival, structure  # noqa: E402 - the fonts come first
from pactregistry.documents.workshop.fetching import OUR_SCHEME, RefusingFetcher  # noqa: E402 - the fonts come first
from pactregistry.documents.workshop.refusal import RefusedError  # noqa: E402 - the fonts come first

structure.complete_tags()


def do(body: bytes) -> tuple[dict[str, Any], bytes]:
    """Print the HTML with its attachments; refuses a document that reaches outside itself."""
    manuscript = json.loads(body)
    fetcher = RefusingFetcher()
    # With a base of our scheme, a relative address comes to the fetcher too.
    source = HTML(string=manuscript["html"], base_url=OUR_SCHEME, url_fetcher=fetcher)
    document = source.render(font_config=FONTS, pdf_variant="pdf/a-3a")
    _refuse_hidden_attachments(document)
    content = document.write_pdf(
        pdf_variant="pdf/a-3a",
        attachments=[_attachment(each) for each in manuscript["attachments"]],
        finisher=archival.finish,
    )
    if fetcher.refused:
        addresses = ", ".join(sorted({_shown(url) for url in fetcher.refused}))
        message = (
            f"The document asks for something outside itself, which is never loaded: {addresses}"
        )
        raise RefusedError(message)
    return {}, content


def _attachment(data: dict[str, str]) -> Any:  # noqa: ANN401 - WeasyPrint is untyped
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


def _refuse_hidden_attachments(document: Any) -> None:  # noqa: ANN401 - WeasyPrint is untyped
    links = any(link[0] == "attachment" for page in document.pages for link in page.links)
    if links or document.metadata.attachments:
        message = "The document attaches a file from its text; attachments are given apart."
        raise RefusedError(message)


def _shown(url: str) -> str:
    return url if len(url) <= 200 else f"{url[:200]}..."  # noqa: PLR2004 - enough to recognise it
