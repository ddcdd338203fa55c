"""The figures of a pact's page as a flat table for spreadsheets. Art. 9(2), 30(3)b."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from pactregistry.documents.tables import as_csv
from pactregistry.pacts.models import Pact
from pactregistry.reports.charts.history import History, Line
from pactregistry.reports.charts.names import name_of, unit_of
from pactregistry.reports.charts.similar import compared
from pactregistry.reports.models import Figure, Report

COLUMNS: Final = (
    *("of", "pact", "report", "kind", "from", "to", "indicator", "name", "value", "unit"),
    *("unit_name", "explanation", "pacts"),
)


def figures_table(pact: Pact, history: History, similar: Sequence[Report]) -> str:
    """One line a figure; a period without a report has one with no figure.

    `of` is `this_pact`, `renewed_pact`, `similar_pact` or `median`, which says of how many `pacts`.
    """
    return as_csv(COLUMNS, _rows(pact, history, similar))


def _rows(pact: Pact, history: History, similar: Sequence[Report]) -> Iterator[dict[str, Any]]:
    for report in history.told:
        of = "this_pact" if report.pact_id == pact.id else "renewed_pact"
        yield from (_figure(of, figure) for figure in report.figures)
    for report in history.missing:
        of = "this_pact" if report.pact_id == pact.id else "renewed_pact"
        yield {"of": of, **_period(report), "report": ""}
    for line in history.lines:
        yield from _beside(line, similar)


def _beside(line: Line, similar: Sequence[Report]) -> Iterator[dict[str, Any]]:
    comparison = compared(line, similar)
    if comparison is None or not comparison.others:
        return
    if comparison.median is None:
        yield from (_figure("similar_pact", figure) for figure in comparison.others)
    else:
        own = comparison.own
        told = {"kind": own.report.kind, "value": comparison.median}
        yield {"of": "median", **_measure(own), **told, "pacts": len(comparison.others)}


def _figure(of: str, figure: Figure) -> dict[str, Any]:
    told = {"value": figure.value, "explanation": figure.explanation}
    return {"of": of, **_period(figure.report), **_measure(figure), **told}


def _measure(figure: Figure) -> dict[str, Any]:
    return {
        "indicator": figure.code,
        "name": name_of(figure),
        "unit": figure.unit,
        "unit_name": unit_of(figure),
    }


def _period(report: Report) -> dict[str, Any]:
    return {
        "pact": report.pact.number,
        "report": report.number,
        "kind": report.kind,
        "from": report.period_from,
        "to": report.period_to,
    }
