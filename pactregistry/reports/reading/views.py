"""The public page of a report with its file and photographs. Art. 30(5)-(7).

What is not public is read by who sits at the pact's table; for all others it is not there.
"""

from flask import Response, render_template
from sqlalchemy.exc import NoResultFound

from pactregistry.config import settings
from pactregistry.documents.views import pdf_file, send
from pactregistry.journal import history
from pactregistry.reports.access import may_write, report_for_reader
from pactregistry.reports.blueprint import reports
from pactregistry.reports.labels import pack_of
from pactregistry.reports.queries import WRITABLE, is_public, report_by_number
from pactregistry.reports.reading.charts import charts_of
from pactregistry.reports.reading.parts import written_parts
from pactregistry.reports.reading.record import in_public
from pactregistry.reports.reading.steps import next_steps
from pactregistry.reports.reading.sums import sums_by_category, total_of
from pactregistry.reports.reading.withdrawn import withdrawals
from pactregistry.workflow.lifecycle import REPORT


@reports.get("/reports/<number>")
def show(number: str) -> str:
    """A report: what was done, with charts and tables, photographs, costs, history, files."""
    report, seat = report_for_reader(number)
    entries = history(REPORT.name, report.id)
    return render_template(
        "reports/reading/show.html",
        report=report,
        pact=report.pact,
        seat=seat,
        district=settings().city.districts.get(report.pact.district),
        parts=written_parts(report),
        charts=charts_of(report),
        photographs=[p for p in report.photographs if p.is_public or seat.reads],
        total=total_of(sums_by_category(report)),
        entries=entries if seat.reads else in_public(entries),
        steps=next_steps(report, seat),
        is_public=is_public(report),
        withdrawn=withdrawals(entries),
        may_withdraw=may_write(seat) and report.state in REPORT.rows["withdraw_photograph"].sources,
        may_write=may_write(seat) and report.state in WRITABLE,
        pack=pack_of(report),
    )


@reports.get("/reports/<number>.pdf")
def public_file(number: str) -> Response:
    """The file of a published report."""
    report = report_by_number(number)
    if not is_public(report) or report.public_sha256 is None:
        raise NoResultFound
    return pdf_file(report.public_sha256, f"report-{report.number}.pdf")


@reports.get("/reports/<number>/photographs/<int:photograph_id>")
def photograph(number: str, photograph_id: int) -> Response:
    """One photograph: for everyone where who is on it agreed, else for who sits at the table."""
    report, seat = report_for_reader(number)
    for each in report.photographs:
        if each.id == photograph_id and (each.is_public or seat.reads):
            return send(each.attachment, f"report-{report.number}-photograph-{each.id}")
    raise NoResultFound
