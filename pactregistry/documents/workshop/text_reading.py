"""Reads the words of a PDF, so that a person can search what it would make public.

It reads what is drawn as letters: a scan has none, and a font that does not say which letters it
draws cannot be read. Both are counted as pages that nobody has read.
"""

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from . import limits
from .letter_maps import Decoder, decoder_of
from .refusal import RefusedError

LETTERS_OF_A_PAGE = 20  # a page with fewer is taken for a picture
WORD_GAP = -180  # thousandths of a letter's height: a wider gap parts two words
MOVES = {"Td", "TD"}
SHOWS = {"Tj", "TJ", "'", '"'}
TAG = re.compile(r"<[^>]*>")
NEW_LINE = {"T*", "'", '"', "ET"}


def do(content: bytes) -> tuple[dict[str, Any], bytes]:
    """Give the words, one page after the other, and what could not be read."""
    try:
        with pikepdf.open(io.BytesIO(content), suppress_warnings=True) as pdf:
            texts = ["".join(_words(page, limits.PDF_FORMS)) for page in pdf.pages]
            unread = [
                number
                for number, text in enumerate(texts, start=1)
                if sum(map(str.isalpha, text)) < LETTERS_OF_A_PAGE
            ]
            notes = [note for page in pdf.pages for note in _notes(page)]
            told = _told_of_itself(pdf)
            signed = any(_is_signature(each) for each in pdf.objects)
    except (pikepdf.PdfError, ValueError, RecursionError):
        raise RefusedError("damaged") from None
    words = "\n\f".join([*texts, "\n".join([*notes, *told])])
    return {"pages": len(texts), "unread": unread, "signed": signed}, words.encode(
        "utf-8", "replace"
    )


def _words(drawn: Any, depth: int) -> Iterator[str]:
    """The words of a page or of a drawing within it."""
    fonts = _Fonts(drawn)
    for drawing in pikepdf.parse_content_stream(drawn):
        name, operands = str(drawing.operator), list(drawing.operands)
        if name == "Tf":
            fonts.choose(str(operands[0]))
        elif name == "Do" and depth:
            yield from _within(drawn, str(operands[0]), depth)
        elif name in SHOWS:
            yield from _shown(operands[-1], fonts.chosen)
        yield _gap(name, operands)


def _within(drawn: Any, name: str, depth: int) -> Iterator[str]:
    part = _resource(drawn, "/XObject", name)
    if part is not None and part.get("/Subtype") == "/Form":
        yield from _words(part, depth - 1)


def _gap(name: str, operands: list[Any]) -> str:
    """What parts the words before and after an operator."""
    if name in NEW_LINE or (name in MOVES and operands[1]):
        return "\n"
    return " " if name in MOVES or name == "Tm" else ""


def _resource(drawn: Any, kind: str, name: str) -> Any:
    return drawn.get("/Resources", {}).get(kind, {}).get(name)


class _Fonts:
    """The fonts of one drawing, each opened once."""

    def __init__(self, drawn: Any) -> None:
        self._drawn = drawn
        self._opened: dict[str, Decoder] = {}
        self.chosen: Decoder = decoder_of(None)

    def choose(self, name: str) -> None:
        if name not in self._opened:
            self._opened[name] = decoder_of(_resource(self._drawn, "/Font", name))
        self.chosen = self._opened[name]


def _shown(operand: Any, read: Decoder) -> Iterator[str]:
    parts = operand if isinstance(operand, pikepdf.Array) else [operand]
    for part in parts:
        if isinstance(part, pikepdf.String | str | bytes):
            yield read(bytes(part) if not isinstance(part, str) else part.encode("latin-1"))
        elif float(part) < WORD_GAP:
            yield " "


def _notes(page: Any) -> Iterator[str]:
    for note in page.get("/Annots", []):
        for key in ("/Contents", "/V"):
            value = note.get(key)
            if isinstance(value, pikepdf.String):
                yield str(value)


def _told_of_itself(pdf: pikepdf.Pdf) -> list[str]:
    # Who wrote it and with what stands beside the pages, where no reader sees it.
    told = [str(value) for value in pdf.docinfo.values()]
    beside = pdf.Root.get("/Metadata")
    if isinstance(beside, pikepdf.Stream):
        told.append(TAG.sub(" ", beside.read_bytes().decode("utf-8", "replace")))
    return told


def _is_signature(part: Any) -> bool:
    return isinstance(part, pikepdf.Dictionary) and "/ByteRange" in part
