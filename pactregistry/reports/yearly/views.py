"""The report on a year as everyone reads it. Art. 3(1)b, 35(2)."""

from flask import Response as FileResponse
from flask import abort, jsonify, render_template, request
from flask.typing import ResponseReturnValue

from pactregistry.config import settings
from pactregistry.documents.views import pdf_file
from pactregistry.languages import language
from pactregistry.reports.blueprint import reports
from pactregistry.reports.yearly.document import parts_of
from pactregistry.reports.yearly.queries import published_report


@reports.get("/figures/<int:year>")
def year(year: int) -> str:
    """The figures of a year as they were fixed, with the City's words."""
    report = published_report(year)
    content = report.content or {}
    printed = content["printed"]
    # A language that came later has no file of its own.
    code = language() if language() in printed else settings().city.language
    return render_template(
        "reports/yearly/year.html",
        report=report,
        printed=printed[code],
        parts=parts_of(printed[code]),
        files=list(report.sha256),
    )


@reports.get("/figures/<int:year>.json")
def year_json(year: int) -> ResponseReturnValue:
    """The figures of a year as data, as they were fixed."""
    content = published_report(year).content or {}
    return jsonify(content["record"])


@reports.get("/figures/<int:year>.pdf")
def year_pdf(year: int) -> FileResponse:
    """The file in the language named by `lang`, else in the City's."""
    return year_file(year, request.args.get("lang", settings().city.language))


@reports.get("/figures/<int:year>/<code>.pdf")
def year_file(year: int, code: str) -> FileResponse:
    """The file in one language."""
    digest = published_report(year).sha256.get(code)
    if digest is None:
        abort(404)
    return pdf_file(digest, f"figures-{year}-{code}.pdf")
