"""The public list of reports, and one as data. Art. 9(2), 30(3)c, 30(7)."""

from flask import abort, jsonify, render_template, request
from flask.typing import ResponseReturnValue

from pactregistry.civicnetwork.blueprint import site
from pactregistry.civicnetwork.public import Search
from pactregistry.civicnetwork.reports_list import FILTERS, find_reports, years
from pactregistry.civicnetwork.reports_record import dump_reports
from pactregistry.civicnetwork.sharing import shared
from pactregistry.reports.queries import PUBLIC_REPORT
from pactregistry.reports.reading.published import public_report
from pactregistry.workflow.states_reports import ReportKind


@site.get("/reports/")
def reports() -> str:
    """Published reports, and how many are overdue."""
    search = Search.read(request.args, FILTERS)
    page = find_reports(search, max(1, request.args.get("page", 1, type=int)))
    if page.number > page.count:
        abort(404)
    return render_template(
        "civicnetwork/reports.html",
        page=page,
        search=search,
        kinds=ReportKind,
        states=PUBLIC_REPORT,
        years=years(),
    )


@site.get("/reports/<number>.json")
def report_json(number: str) -> ResponseReturnValue:
    """One published report by the data contract."""
    return shared(jsonify(dump_reports([public_report(number)])[0]))
