"""The texts of a report that were written, with their titles. Art. 30(4)."""

from dataclasses import dataclass

from flask_babel import gettext as _

from pactregistry.languages import in_language
from pactregistry.reports.labels import pack_of
from pactregistry.reports.models import Report
from pactregistry.workflow.citations import Citation


@dataclass(frozen=True)
class Part:
    """One written part of a report with the places of the law that ask for it."""

    key: str
    title: str
    text: str
    cites: tuple[Citation, ...] = ()


def written_parts(report: Report) -> list[Part]:
    """The four parts of the law, then problems and ideas, in the reader's language; none empty."""
    own = [
        Part(block.key, in_language(block.label), _text(report, block.key), block.cites)
        for block in pack_of(report).report_blocks
    ]
    more = [
        Part("problems", _("Problems"), _text(report, "problems")),
        Part("ideas", _("Ideas"), _text(report, "ideas")),
    ]
    return [part for part in (*own, *more) if part.text]


def _text(report: Report, key: str) -> str:
    return (report.parts or {}).get(key, "").strip()
