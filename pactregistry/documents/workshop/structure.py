"""Completes WeasyPrint's tags: each element's language, a drawing's description, the true text.

WeasyPrint 70 writes the language of the whole document only, and of a drawing only its title; and
it says which letter each glyph stands for, which cannot be right where a letter takes several
glyphs (an accent set apart from its letter). The version is pinned exactly, and
`tests/documents/test_rendering.py` reads languages and letters back from the file.
"""

import unicodedata
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Any

import pydyf
from weasyprint.pdf import tags
from weasyprint.pdf.stream import Stream

SVG = "{http://www.w3.org/2000/svg}"
WHOLE_DOCUMENT = ("html", "body")
RIGHT_TO_LEFT = (
    "R",
    "AL",
)  # readers disagree on the order of such text where it is given apart


def complete_tags() -> None:
    """Wrap the two functions that write tags; called once, in the workshop's own process."""
    _say_languages()
    _say_true_text()


def _say_languages() -> None:
    build = tags._build_box_tree  # noqa: SLF001 - there is no public hook

    def build_with_language(box: Any, *rest: Any) -> Iterator[Any]:
        source = getattr(box, "_box", box).element  # an absolute box stands behind its placeholder
        for element in build(box, *rest):
            if source is not None and source.tag not in WHOLE_DOCUMENT:
                _complete(element, source)
            yield element

    tags._build_box_tree = build_with_language  # noqa: SLF001 - there is no public hook


def _complete(element: Any, source: Any) -> None:
    if language := source.get("lang"):
        element["Lang"] = pydyf.String(language)
    if element["S"] == "/Figure" and source.tag == f"{SVG}svg":
        texts = [source.findtext(f"{SVG}{name}") for name in ("title", "desc")]
        element["Alt"] = pydyf.String(". ".join(text.strip() for text in texts if text))


def _say_true_text() -> None:
    mark = Stream.marked

    def mark_with_text(stream: Any, box: Any, tag: str) -> AbstractContextManager[None]:
        text = getattr(box, "text", None)
        marked: AbstractContextManager[None] = mark(stream, box, tag)
        return _Spoken(stream, marked, text) if text and _takes_several_glyphs(text) else marked

    Stream.marked = mark_with_text


class _Spoken(AbstractContextManager[None]):
    """Marked content that carries its own text beside its glyphs."""

    def __init__(self, stream: Any, marked: AbstractContextManager[None], text: str) -> None:
        self._stream, self._marked, self._text = stream, marked, text

    def __enter__(self) -> None:
        self._marked.__enter__()
        properties = next(
            part for part in reversed(self._stream.stream) if isinstance(part, pydyf.Dictionary)
        )
        properties["ActualText"] = pydyf.String(self._text)

    def __exit__(self, *fault: Any) -> None:
        self._marked.__exit__(*fault)


def _takes_several_glyphs(text: str) -> bool:
    return any(map(unicodedata.combining, text)) and not any(
        unicodedata.bidirectional(sign) in RIGHT_TO_LEFT for sign in text
    )
