"""The page of a pact's figures: over time, and beside similar pacts. Art. 3(1)b, 30(3)b, 30(5)."""

from flask import Response, render_template
from sqlalchemy.exc import NoResultFound

from pactregistry.config import settings
from pactregistry.pacts.doors import pact_for_reader
from pactregistry.pacts.models import Pact
from pactregistry.reports.blueprint import reports
from pactregistry.reports.charts.comparing import what_is_similar
from pactregistry.reports.charts.history import History, history_of
from pactregistry.reports.charts.queries import reports_of_similar, reports_over_time
from pactregistry.reports.charts.sections import sections
from pactregistry.reports.charts.table import figures_table


@reports.get("/pacts/<number>/figures")
def pact_figures(number: str) -> str:
    """Every measure of a pact: its chart, its table, its total, its comparison."""
    pact, history = _history(number)
    alike = what_is_similar(pact)
    return render_template(
        "reports/charts/figures.html",
        pact=pact,
        history=history,
        alike=alike,
        sections=sections(history, reports_of_similar(pact), comparable=bool(alike)),
    )


@reports.get("/pacts/<number>/figures.csv")
def pact_figures_file(number: str) -> Response:
    """The same figures as a table for spreadsheets."""
    pact, history = _history(number)
    if not history.periods:
        raise NoResultFound
    content = figures_table(pact, history, reports_of_similar(pact))
    response = Response(content, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f"attachment; filename=figures-{pact.number}.csv"
    return response


def _history(number: str) -> tuple[Pact, History]:
    pact, _seat = pact_for_reader(number)
    return pact, history_of(reports_over_time(pact), settings().today())
