"""Opens a PDF that someone sent and looks for what a plain document never needs."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from . import limits
from .refusal import RefusedError

ACTIONS = {
    "/JavaScript": "script",
    "/Rendition": "script",
    "/Launch": "launch",
    "/GoToE": "embedded",
    "/ImportData": "launch",
    "/SubmitForm": "launch",
}
KEYS = {
    "/JS": "script",
    "/JavaScript": "script",
    "/EmbeddedFiles": "embedded",
    "/EF": "embedded",
    "/RichMedia": "embedded",
    "/XFA": "script",
}


def do(content: bytes) -> tuple[dict[str, Any], bytes]:
    """Give the number of pages; refuses with the name of the first fault found."""
    try:
        # Mending is off: a file cut short is refused, not guessed at.
        with pikepdf.open(
            io.BytesIO(content), attempt_recovery=False, suppress_warnings=True
        ) as pdf:
            if pdf.is_encrypted:
                raise RefusedError("encrypted")
            pages = len(pdf.pages)
            if pages > limits.PDF_PAGES:
                raise RefusedError("pages")
            for fault in _faults(pdf):
                raise RefusedError(fault)
    except pikepdf.PasswordError:
        raise RefusedError("encrypted") from None
    except (pikepdf.PdfError, ValueError, RecursionError):
        raise RefusedError("damaged") from None
    return {"pages": pages}, b""


def _faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    if len(pdf.objects) > limits.PDF_OBJECTS:
        yield "objects"
    for each in pdf.objects:
        yield from _faults_within(each, limits.PDF_NESTING)


def _faults_within(part: Any, depth: int) -> Iterator[str]:
    if depth == 0:
        yield "objects"
    elif isinstance(part, pikepdf.Array):
        for child in part:
            yield from _faults_of_child(child, depth)
    elif isinstance(part, pikepdf.Dictionary | pikepdf.Stream):
        yield from _faults_of_dictionary(part)
        for child in part.values():
            yield from _faults_of_child(child, depth)


def _faults_of_child(child: Any, depth: int) -> Iterator[str]:
    # What stands apart has its own turn in the list of objects.
    if not getattr(child, "is_indirect", True):
        yield from _faults_within(child, depth - 1)


def _faults_of_dictionary(part: Any) -> Iterator[str]:
    for key in part.keys():  # noqa: SIM118 - a stream is not iterable
        if key in KEYS:
            yield KEYS[key]
    action = part.get("/S")
    if isinstance(action, pikepdf.Name) and str(action) in ACTIONS:
        yield ACTIONS[str(action)]
