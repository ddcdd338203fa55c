"""The read API over published reports. Art. 3(1)b, 9(2), 30(7)."""

from typing import Any

from flask.views import MethodView

from pactregistry.civicnetwork.api import Cursor, following, v1
from pactregistry.civicnetwork.reports_record import ReportPage, ReportSchema, report_records
from pactregistry.reports.reading.published import all_reports, public_report


@v1.route("/reports")
class Reports(MethodView):
    """The list of published reports."""

    @v1.etag
    @v1.arguments(Cursor, location="query")
    @v1.response(200, ReportPage)
    def get(self, cursor: dict[str, int]) -> dict[str, Any]:
        """List published reports, the oldest first."""
        reports = all_reports(cursor["after"], cursor["limit"])
        return {"items": report_records(reports), "next": following(reports, cursor["limit"])}


@v1.route("/reports/<string:number>")
class OneReport(MethodView):
    """One published report."""

    @v1.etag
    @v1.response(200, ReportSchema)
    @v1.alt_response(404, description="No such public report")
    def get(self, number: str) -> dict[str, Any]:
        """Read one published report."""
        return report_records([public_report(number)])[0]
