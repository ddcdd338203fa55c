"""Pages of the office on a report: return, accept, withhold, show again, add figures. Art. 30."""

from http import HTTPStatus

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.pacts.forms_life import ReasonForm
from pactregistry.people.forms_day import DayForm
from pactregistry.people.step_page import day_of
from pactregistry.reports.access import report_for
from pactregistry.reports.blueprint import reports
from pactregistry.reports.reading import actions
from pactregistry.reports.reading.forms import RemarksForm, ReportHidingForm, city_form
from pactregistry.reports.reading.steps import open_step
from pactregistry.reports.writing.asked import city_ones

BOTH = ["GET", "POST"]
TEMPLATE = "reports/reading/step.html"


@reports.route("/reports/<number>/return", methods=BOTH)
def send_back(number: str) -> ResponseReturnValue:
    """Return a report with remarks."""
    page = open_step("return", number)
    form = RemarksForm()

    def take() -> None:
        remarks = form.reason.data or ""
        actions.send_back(page.report, page.actor, form.seen, day_of(form), remarks)

    return page.answer(form, take, TEMPLATE)


@reports.route("/reports/<number>/acceptance", methods=BOTH)
def accept(number: str) -> ResponseReturnValue:
    """Accept a report and publish it."""
    page = open_step("accept", number)
    form = DayForm()
    return page.answer(
        form, lambda: actions.accept(page.report, page.actor, form.seen, day_of(form)), TEMPLATE
    )


@reports.route("/reports/<number>/withholding", methods=BOTH)
def withhold_report(number: str) -> ResponseReturnValue:
    """Take a report from the public at once."""
    page = open_step("withhold", number)
    form = ReportHidingForm()

    def take() -> None:
        actions.withhold(page.report, page.actor, form.seen, form.reason.data or "")

    return page.answer(form, take, TEMPLATE)


@reports.route("/reports/<number>/restoration", methods=BOTH)
def restore_report(number: str) -> ResponseReturnValue:
    """Show a report again."""
    page = open_step("restore", number)
    form = ReasonForm()

    def take() -> None:
        actions.restore(page.report, page.actor, form.seen, form.reason.data or "")

    return page.answer(form, take, TEMPLATE)


@reports.route("/reports/<number>/city-figures", methods=BOTH)
def city_figures(number: str) -> ResponseReturnValue:
    """Add the figures that the City alone knows, before the report is accepted."""
    report, actor = report_for("accept", number)
    standing = {figure.code: (figure.value, figure.explanation) for figure in report.figures}
    form = city_form(city_ones(report), standing)
    status = HTTPStatus.OK
    if form.validate_on_submit():
        actions.add_city_figures(report, actor, form.seen, form.typed())
        flash(_("The figures of the City stand in the report."), "success")
        return redirect(url_for("reports.show", number=number))
    if form.is_submitted():
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    else:
        form.version.data = str(report.version)
    against = [o for o in actions.to_accept(report, actor) if o.binds]
    page = render_template(
        "reports/reading/city_figures.html", report=report, form=form, against=against
    )
    return page, status
