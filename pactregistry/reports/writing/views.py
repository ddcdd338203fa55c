"""A report as a form in pieces: overview, texts, figures, sending. Art. 30(3)-(5)."""

from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.people.acting import Actor
from pactregistry.people.forms_day import DayForm, SeenForm
from pactregistry.people.step_page import StepPage, day_of
from pactregistry.reports.access import may_write, report_for, report_here, writer
from pactregistry.reports.blueprint import reports
from pactregistry.reports.facts import report_facts
from pactregistry.reports.models import Report
from pactregistry.reports.queries import WRITABLE
from pactregistry.reports.writing import actions, actions_sending, pages
from pactregistry.reports.writing.actions import Counted, Overtaken, Writing
from pactregistry.reports.writing.asked import Asked, asked_of
from pactregistry.reports.writing.costs import over_ceiling
from pactregistry.reports.writing.forms import EXPLANATION, VALUE, figures_form, text_form
from pactregistry.reports.writing.pieces import FIGURES, pieces_of, revision_of, texts_of
from pactregistry.workflow.engine import Obstacle
from pactregistry.workflow.lifecycle import REPORT
from pactregistry.workflow.states import ReportState, Role
from pactregistry.workflow.words import REPORT_KINDS

BOTH = ["GET", "POST"]


@reports.get("/reports/<number>/write")
def write(number: str) -> str:
    """What is written and what is missing; once it was sent, where it stands."""
    report, seat = report_here(number)
    open_now = report.state in WRITABLE and may_write(seat)
    actor = writer(seat) if open_now else None
    standing: tuple[Obstacle, ...] = ()
    if actor is not None:
        facts = report_facts(report, actor)
        state = ReportState(report.state)
        standing = REPORT.obstacles("submit", state, actor.role, facts)
    return render_template(
        "reports/writing/overview.html",
        report=report,
        pact=report.pact,
        pieces=pieces_of(report),
        address=pages.address,
        may_write=open_now,
        may_send=seat.role_among(REPORT.rows["submit"].by) is not None,
        by_desk=actor is not None and actor.role is Role.DESK,
        standing=[obstacle for obstacle in standing if obstacle.name != "role"],
        ceiling=over_ceiling(report),
        late=(settings().today() - report.due_on).days if report.due_on else 0,
    )


@reports.route("/reports/<number>/write/text/<piece>", methods=BOTH)
def write_text(number: str, piece: str) -> ResponseReturnValue:
    """One part in words."""
    report, actor = pages.open_report(number)
    texts = texts_of(report, piece)
    names = [text.key for text in texts]
    standing = {name: report.parts.get(name, "") for name in names}
    form = text_form(texts)(data=standing)
    if not form.is_submitted():
        form.open_on(revision_of(report, names))
    if not form.validate_on_submit():
        return pages.piece_page("text", report, actor, piece, form=form)
    typed = {name: pages.lines(form[name].data) for name in names}
    try:
        actions.save(report, actor, Writing(form.seen, typed))
    except Overtaken:
        return _overtaken("text", report, actor, piece, form, names)
    return pages.onward(report, piece)


@reports.route("/reports/<number>/write/figures", methods=BOTH)
def write_figures(number: str) -> ResponseReturnValue:
    """The figures, each with its unit and how it was counted."""
    report, actor = pages.open_report(number)
    asked = asked_of(report, for_city=actor.role is Role.DESK)
    form = figures_form(asked)(data=figures_standing(report, asked))
    if not form.is_submitted():
        form.open_on(revision_of(report, (FIGURES,)))
    if not form.validate_on_submit():
        return pages.piece_page(FIGURES, report, actor, FIGURES, form=form, asked=asked)
    try:
        actions.save(report, actor, Writing(form.seen, figures=counted(form, asked)))
    except Overtaken:
        moved = pages.differences(form, figures_standing(report, asked))
        form.open_on(revision_of(report, (FIGURES,)))
        return pages.piece_page(
            FIGURES, report, actor, FIGURES, form=form, asked=asked, moved=moved
        )
    return pages.onward(report, FIGURES)


@reports.route("/reports/<number>/write/sending", methods=BOTH)
def submit(number: str) -> ResponseReturnValue:
    """Send it to the City; a gap is told and stops nobody."""
    report, actor = report_for("submit", number)
    page = StepPage(
        machine=REPORT,
        step="submit",
        subject=report,
        actor=actor,
        facts=report_facts(report, actor),
        name=f"{report.number} · {_(REPORT_KINDS[report.kind])} · {report.title}",
        back=url_for("reports.write", number=number),
        shown={
            "report": report,
            "pieces": pieces_of(report),
            "ceiling": over_ceiling(report),
            "examined_by": actions_sending.examined_by(report, settings().today()),
        },
    )
    form = DayForm() if actor.role is Role.DESK else SeenForm()
    return page.answer(
        form,
        lambda: actions_sending.submit(report, actor, form.seen, day_of(form)),
        "reports/writing/sending.html",
    )


def figures_standing(report: Report, asked: list[Asked]) -> dict[str, Any]:
    """The figures that are there, under the names of the form."""
    given = {figure.code: figure for figure in report.figures}
    standing: dict[str, Any] = {}
    for each in asked:
        figure = given.get(each.code)
        standing[f"{VALUE}{each.code}"] = figure.value if figure else None
        standing[f"{EXPLANATION}{each.code}"] = figure.explanation if figure else ""
    return standing


def counted(form: Any, asked: list[Asked]) -> tuple[Counted, ...]:
    """The figures as they were typed; the short form asks for no explanation."""
    return tuple(
        Counted(
            each,
            form[f"{VALUE}{each.code}"].data,
            pages.lines(form[f"{EXPLANATION}{each.code}"].data)
            if f"{EXPLANATION}{each.code}" in form
            else None,
        )
        for each in asked
    )


def _overtaken(
    template: str, report: Report, actor: Actor, piece: str, form: Any, names: list[str]
) -> ResponseReturnValue:
    moved = pages.differences(form, {name: report.parts.get(name, "") for name in names})
    form.open_on(revision_of(report, names))
    return pages.piece_page(template, report, actor, piece, form=form, moved=moved)
