"""The pieces of a report: their order, what is written of each, their revisions. Art. 30(4)."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext, ngettext
from sqlalchemy.exc import NoResultFound

from pactregistry.languages import in_language
from pactregistry.reports.labels import pack_of
from pactregistry.reports.models import Report
from pactregistry.workflow.citations import Citation, cite

IDEAS = "ideas"
FIGURES = "figures"
PHOTOGRAPHS = "photographs"
COSTS = "costs"
SHORT_TEXT = 120  # characters of a text that the overview shows
MORE_TEXTS = {
    "problems": (
        lazy_gettext("Problems"),
        lazy_gettext("What did not work, on your side or on the City's."),
    ),
    IDEAS: (
        lazy_gettext("Ideas"),
        lazy_gettext("What you would do differently, or next."),
    ),
}


@dataclass(frozen=True)
class Text:
    """One text of a report, as its page asks for it."""

    key: str
    label: str
    hint: str


@dataclass(frozen=True)
class Piece:
    """One piece as the overview lists it: what is there, or that nothing is yet."""

    key: str
    title: str
    cites: tuple[Citation, ...]
    told: str
    asked: bool = True


def texts_of(report: Report, key: str) -> list[Text]:
    """The texts of one piece; raises NoResultFound for a piece that is none of them."""
    if key == IDEAS:
        return [Text(k, str(label), str(hint)) for k, (label, hint) in MORE_TEXTS.items()]
    block = next((b for b in pack_of(report).report_blocks if b.key == key), None)
    if block is None:
        raise NoResultFound
    return [Text(block.key, in_language(block.label), in_language(block.hint))]


def questions_of(report: Report) -> list[Text]:
    """The questions of a short report."""
    blocks = pack_of(report).report_blocks
    return [Text(b.key, in_language(b.question), in_language(b.hint)) for b in blocks if b.question]


def title_of(report: Report, key: str) -> str:
    """How a piece is called."""
    return next(piece.title for piece in pieces_of(report) if piece.key == key)


def cites_of(report: Report, key: str) -> tuple[Citation, ...]:
    """The places of the law that ask for a piece."""
    return next(piece.cites for piece in pieces_of(report) if piece.key == key)


def pieces_of(report: Report) -> list[Piece]:
    """All pieces in their order, with what stands in each."""
    blocks = pack_of(report).report_blocks
    written = [
        Piece(
            b.key,
            in_language(b.label),
            b.cites,
            _beginning(report.parts.get(b.key, "")),
            asked=not report.short or bool(b.question),
        )
        for b in blocks
    ]
    ideas = " ".join(report.parts.get(key, "") for key in MORE_TEXTS)
    count = {
        FIGURES: len(report.figures),
        PHOTOGRAPHS: len(report.photographs),
        COSTS: len(report.costs),
    }
    figures = ngettext("%(num)d figure", "%(num)d figures", count[FIGURES])
    photographs = ngettext("%(num)d photograph", "%(num)d photographs", count[PHOTOGRAPHS])
    costs = ngettext("%(num)d cost", "%(num)d costs", count[COSTS])
    return [
        *written,
        Piece(IDEAS, _("Problems and ideas"), cite("30(8)"), _beginning(ideas), asked=False),
        Piece(FIGURES, _("Figures"), cite("30(3)b", "30(5)"), figures if count[FIGURES] else ""),
        Piece(
            PHOTOGRAPHS,
            _("Photographs"),
            cite("30(6)"),
            photographs if count[PHOTOGRAPHS] else "",
            asked=False,
        ),
        Piece(COSTS, _("Costs"), cite("24(5)"), costs if count[COSTS] else "", asked=False),
    ]


def after(report: Report, key: str) -> str:
    """The piece that follows; the empty word after the last."""
    keys = [piece.key for piece in pieces_of(report)]
    position = keys.index(key) + 1
    return keys[position] if position < len(keys) else ""


def revision_of(report: Report, names: Iterable[str]) -> int:
    """How often some pieces were changed together: each revision only grows."""
    return sum(report.revisions.get(name, 0) for name in names)


def _beginning(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= SHORT_TEXT else f"{text[:SHORT_TEXT].rstrip()}…"
