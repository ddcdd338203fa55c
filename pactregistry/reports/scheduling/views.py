"""The office's list of reports, and how many are late. Art. 10(2), 30(3)."""

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pactregistry.config import settings
from pactregistry.reports.access import report_here
from pactregistry.reports.blueprint import reports
from pactregistry.reports.scheduling.desk_list import WHAT, Filters, find
from pactregistry.reports.scheduling.queries import overdue_figures
from pactregistry.reports.scheduling.terms import late_days
from pactregistry.workflow.states_reports import ReportKind


@reports.get("/desk/reports")
def desk_list() -> str:
    """The reports that an officer looks for."""
    filters = Filters.read(request.args)
    page = find(filters, max(1, request.args.get("page", 1, type=int)))
    if page.number > page.count:
        abort(404)
    today = settings().today()
    return render_template(
        "reports/scheduling/desk_list.html",
        page=page,
        filters=filters,
        kinds=tuple(ReportKind),
        what={name: label for name, (label, _) in WHAT.items()},
        late={report.id: late_days(report, today) for report in page.items},
        today=today,
        overdue=overdue_figures(),
    )


@reports.get("/desk/reports/<number>")
def desk_file(number: str) -> ResponseReturnValue:
    """Where a mail leads an officer: past the sign-in to the report, public or not."""
    report, _seat = report_here(number)
    return redirect(url_for("reports.show", number=report.number))
