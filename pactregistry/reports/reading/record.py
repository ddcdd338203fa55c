"""A report as the published data contract tells it: plain values, nothing personal. Art. 9(2), 30.

Who wrote it, remarks, receipts, what single costs were for and photographs without consent stay
inside.
"""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from flask_babel import force_locale

from pactregistry.config import settings
from pactregistry.journal import Entry
from pactregistry.languages import civil
from pactregistry.pacts.record import history_record
from pactregistry.reports.labels import figure_definition, figure_label, pack_of
from pactregistry.reports.models import Figure, Photograph, Report
from pactregistry.reports.reading.parts import written_parts
from pactregistry.reports.reading.sums import sums_by_category

PUBLIC_STEPS = frozenset(
    {"accept", "publish_unexamined", "settle", "withhold", "restore", "withdraw_photograph"}
)


def report_record(
    report: Report,
    entries: Sequence[Entry],
    state: str | None = None,
    published_at: datetime | None = None,
) -> dict[str, Any]:
    """The public fields of a report in the City's language, ready for a schema.

    A file that is printed tells the state and the time to which its publication leads.
    """
    page = f"{settings().base_url}/reports/{report.number}"
    pact = report.pact
    with force_locale(settings().city.language):
        return {
            **short_record(report),
            "state": str(state or report.state),
            "published_at": report.published_at or published_at,
            "pact": pact.number,
            "title": pact.title,
            "district": pact.district,
            "pack": {"id": report.pack_id, "version": report.pack_version},
            "submitted_on": None if report.submitted_at is None else civil(report.submitted_at),
            "due_on": report.due_on,
            "parts": [
                {"key": part.key, "title": part.title, "text": part.text}
                for part in written_parts(report)
            ],
            "indicators": [_explained(figure, report) for figure in report.figures],
            "costs": [
                {"category": s.category, "label": s.label, "paid_by": s.paid_by, "amount": s.amount}
                for s in sums_by_category(report)
            ],
            "photographs": [
                {"caption": p.caption, "url": f"{page}/photographs/{p.id}"}
                for p in public_photographs(report)
            ],
            "history": [history_record(entry) for entry in in_public(entries)],
            "links": {"html": page, "json": f"{page}.json", "pdf": f"{page}.pdf"},
        }


def short_record(report: Report) -> dict[str, Any]:
    """A report as the record of its pact lists it."""
    return {
        "number": report.number,
        "kind": report.kind,
        "period": {"from": report.period_from, "to": report.period_to},
        "state": str(report.state),
        "published_at": report.published_at,
        "indicators": [_told(figure) for figure in report.figures],
    }


def in_public(entries: Sequence[Entry]) -> list[Entry]:
    """The steps of a report that anyone may read: what the City did with it, never its remarks."""
    return [entry for entry in entries if entry.step in PUBLIC_STEPS]


def public_photographs(report: Report) -> list[Photograph]:
    """The photographs that may be shown."""
    return [photograph for photograph in report.photographs if photograph.is_public]


def plain_number(value: Decimal) -> str:
    """A figure as data writes it: no zeros that nobody typed, a point for decimals."""
    return f"{value.normalize():f}"


def _told(figure: Figure) -> dict[str, Any]:
    return {"code": figure.code, "value": plain_number(figure.value), "unit": figure.unit}


def _explained(figure: Figure, report: Report) -> dict[str, Any]:
    pack = pack_of(report)
    return {
        **_told(figure),
        "label": figure_label(figure, pack),
        "definition": figure_definition(figure, pack),
        "explanation": figure.explanation,
    }
