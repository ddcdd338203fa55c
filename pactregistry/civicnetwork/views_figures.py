"""How the regulation is applied: live figures, and the City's report on each year. Art. 35(2)."""

from flask import Response, abort, jsonify, render_template, request
from flask.typing import ResponseReturnValue

from pactregistry.civicnetwork.blueprint import site
from pactregistry.civicnetwork.data import LICENCE
from pactregistry.civicnetwork.figures_record import FiguresSchema, figures_csv
from pactregistry.civicnetwork.sharing import shared
from pactregistry.config import settings
from pactregistry.reports.figures.collected import Figures, collect, trial_ends
from pactregistry.reports.figures.scope import Scope, years_known
from pactregistry.reports.figures.short import in_short
from pactregistry.reports.figures.told import in_sections
from pactregistry.reports.yearly.queries import published_years
from pactregistry.workflow.states import CommonsKind


@site.get("/figures")
def figures() -> str:
    """All figures as charts with their tables, explained."""
    today = settings().today()
    years = years_known(today)
    scope = _asked(years)
    counted = collect(scope)
    return render_template(
        "civicnetwork/figures.html",
        figures=counted,
        scope=scope,
        short=in_short(counted),
        sections=in_sections(counted.tables),
        years=years,
        kinds=CommonsKind,
        args={name: value for name, value in request.args.items() if value},
        trial=trial_ends(),
        pack=settings().pack,
        reports=published_years(),
    )


@site.get("/figures.json")
def figures_json() -> ResponseReturnValue:
    """What the page shows, as data."""
    record = FiguresSchema().dump(_collected().record())
    return shared(jsonify({"licence": LICENCE, **record}))


@site.get("/figures.csv")
def figures_table() -> ResponseReturnValue:
    """What the page shows, as one flat table."""
    body = figures_csv(_collected())
    response = Response(body, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="figures.csv"'
    return shared(response)


def _collected() -> Figures:
    return collect(_asked(years_known(settings().today())))


def _asked(years: list[int]) -> Scope:
    """What the address asks for; a year, district or kind that is not there answers 404."""
    here = settings()
    year, district, kind = (request.args.get(name, "") for name in ("year", "district", "kind"))
    if (year and year not in map(str, years)) or (district and district not in here.city.districts):
        abort(404)
    if kind and kind not in set(CommonsKind):
        abort(404)
    return Scope(
        today=here.today(),
        year=int(year) if year else None,
        district=district,
        kind=CommonsKind(kind) if kind else None,
    )
