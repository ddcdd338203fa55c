"""Our renderer beside WeasyPrint alone, on the same HTML, taken in turns."""

import statistics
import time
from collections.abc import Callable
from functools import partial

from weasyprint import HTML

from pactregistry.documents.rendering import render_pdf

ROUNDS = 7
SECTIONS = 11
WORDS = "The citizens water, weed and replant; the City gives water, plants and advice. " * 24


def printing_ratio() -> float:
    """The median of ours divided by the median of the bare render; both warmed up first."""
    html = _pages()
    ours, bare = partial(render_pdf, html), partial(_bare, html)
    ours()
    bare()
    pairs = [(_seconds(ours), _seconds(bare)) for _ in range(ROUNDS)]
    return statistics.median(a for a, _ in pairs) / statistics.median(b for _, b in pairs)


def _bare(html: str) -> object:
    return HTML(string=html).write_pdf(pdf_variant="pdf/a-3a")


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _pages() -> str:
    sections = "".join(
        f"<section><h2>Section {n}</h2><p>{WORDS}</p></section>" for n in range(SECTIONS)
    )
    return (
        '<!doctype html><html lang="en"><head><title>A pact</title>'
        '<meta name="dcterms.created" content="2026-03-02T00:00:00Z">'
        '<meta name="dcterms.modified" content="2026-03-02T00:00:00Z"></head>'
        f"<body><h1>A pact</h1>{sections}</body></html>"
    )
