"""The office writes the report on a year and publishes it. Art. 35(2)."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.journal import history
from pactregistry.languages import language_name
from pactregistry.people.current import holds, signed_in
from pactregistry.people.forms_day import SeenForm
from pactregistry.people.officers import officer
from pactregistry.people.step_page import StepPage
from pactregistry.reports.blueprint import reports
from pactregistry.reports.figures.scope import years_known
from pactregistry.reports.figures.short import in_short
from pactregistry.reports.figures.told import in_sections
from pactregistry.reports.yearly import actions
from pactregistry.reports.yearly.facts import facts_on
from pactregistry.reports.yearly.forms import words_form, words_typed
from pactregistry.reports.yearly.manuscript import figures_of
from pactregistry.reports.yearly.models import YearlyReport
from pactregistry.reports.yearly.queries import begun_years, report_on
from pactregistry.workflow.facts_reports import YearlyFacts
from pactregistry.workflow.lifecycle import YEARLY
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_reports import YearlyState

BOTH = ["GET", "POST"]
OFFICE = (Role.DESK, Role.MANAGER)


@reports.get("/desk/years/")
def desk_years() -> str:
    """All years that have figures, and where the report on each stands."""
    person = officer(OFFICE)
    return render_template(
        "reports/yearly/desk_list.html",
        years=years_known(settings().today()),
        begun=begun_years(),
        is_desk=person.role is Role.DESK,
    )


@reports.post("/desk/years/<int:year>/beginning")
def begin_year(year: int) -> ResponseReturnValue:
    """Begin the report on a year that has figures."""
    actor = officer(YEARLY.rows["draft"].by)
    if year not in years_known(settings().today()):
        abort(404)
    if year in begun_years():
        flash(_("The report on this year was begun already."), "info")
    else:
        actions.draft(actor, year)
        flash(_("The draft is kept. Nobody outside the office reads it yet."), "success")
    return redirect(url_for("reports.desk_year", year=year))


@reports.get("/desk/years/<int:year>")
def desk_year(year: int) -> str:
    """The draft with the figures as they stand now, and what comes next."""
    officer(OFFICE)
    report = report_on(year)
    counted = figures_of(year)
    return render_template(
        "reports/yearly/desk_year.html",
        report=report,
        steps=_steps(report),
        short=in_short(counted),
        sections=in_sections(counted.tables),
        entries=history(YEARLY.name, report.id),
    )


@reports.route("/desk/years/<int:year>/text", methods=BOTH)
def revise_year(year: int) -> ResponseReturnValue:
    """Write the introduction in each language."""
    page = _page("revise", year)
    report = page.shown["report"]
    named = [(code, language_name(code)) for code in settings().city.languages]
    form = words_form(named, report.words)

    def take() -> None:
        actions.revise(report, page.actor, form.seen, words_typed(form))

    return page.answer(form, take)


@reports.route("/desk/years/<int:year>/publication", methods=BOTH)
def publish_year(year: int) -> ResponseReturnValue:
    """Fix and publish the year's figures with a file in each language."""
    page = _page("publish", year)
    form = SeenForm()

    def take() -> None:
        actions.publish(page.shown["report"], page.actor, form.seen)

    return page.answer(form, take, "reports/yearly/publish.html")


def _page(step: str, year: int) -> StepPage[YearlyState, YearlyFacts]:
    actor = officer(YEARLY.rows[step].by)
    report = report_on(year)
    return StepPage(
        machine=YEARLY,
        step=step,
        subject=report,
        actor=actor,
        facts=facts_on(report),
        name=report.title,
        back=url_for("reports.desk_year", year=year),
        shown={"report": report},
    )


def _steps(report: YearlyReport) -> list[tuple[str, str]]:
    """The steps open to the officer at the page, as (step, endpoint)."""
    pages = {"revise": "reports.revise_year", "publish": "reports.publish_year"}
    held = [role for role in OFFICE if holds(signed_in(), role, settings().city.desk.key)]
    rows = [row for role in held for row in YEARLY.open_to(YearlyState(report.state), role)]
    return [(row.step, pages[row.step]) for row in rows if row.step in pages]
