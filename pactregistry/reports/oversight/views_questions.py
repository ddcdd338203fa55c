"""Pages of questions that everyone reads, and the form to ask one. Art. 3(1)b, 30(3)."""

from http import HTTPStatus

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import SelectChoice

from pactregistry.config import settings
from pactregistry.journal import history
from pactregistry.pacts.models import Pact
from pactregistry.people.acting import Actor, Day
from pactregistry.people.current import account, signed_in
from pactregistry.reports.blueprint import reports
from pactregistry.reports.models import Report
from pactregistry.reports.oversight import actions_questions as actions
from pactregistry.reports.oversight import queries_questions as queries
from pactregistry.reports.oversight.doors import beginner, public_pact, question_here
from pactregistry.reports.oversight.forms import PaperQuestionForm, QuestionForm, TellForm
from pactregistry.reports.oversight.models import About, Question
from pactregistry.reports.oversight.opening import AT_ONCE, Flood
from pactregistry.reports.oversight.waiting import all_asked, answer_by, asked
from pactregistry.reports.oversight.words import ABOUT, PROGRESS
from pactregistry.reports.queries import is_public as report_is_public
from pactregistry.reports.queries import published_reports
from pactregistry.workflow.engine import Obstacle, Unlawful
from pactregistry.workflow.lifecycle import QUESTION
from pactregistry.workflow.states import Role

BOTH = ["GET", "POST"]


@reports.get("/questions/")
def questions() -> str:
    """All questions of the public: open, answered, and those that the City lets wait."""
    filters = queries.Filters.read(request.args)
    page = queries.find_questions(filters, max(1, request.args.get("page", 1, type=int)))
    if page.number > page.count:
        abort(404)
    return render_template(
        "reports/oversight/questions.html",
        page=page,
        rows=all_asked(page.items),
        filters=filters,
        counts=queries.counts_on(),
        about=ABOUT,
        progress=PROGRESS,
    )


@reports.get("/pacts/<number>/questions")
def questions_on(number: str) -> str:
    """The questions on one pact."""
    pact = public_pact(number)
    page = queries.questions_on(pact, max(1, request.args.get("page", 1, type=int)))
    if page.number > page.count:
        abort(404)
    person = account()
    return render_template(
        "reports/oversight/questions_on.html",
        pact=pact,
        page=page,
        rows=all_asked(page.items),
        counts=queries.counts_on(pact.id),
        mine=queries.own_questions(person.id, pact) if person else (),
    )


@reports.route("/pacts/<number>/questions/new", methods=BOTH)
def ask_question(number: str) -> ResponseReturnValue:
    """Put a question to the office; the desk records one that came otherwise."""
    pact = public_pact(number)
    actor = beginner(pact)
    by_desk = actor.role is Role.DESK
    form: QuestionForm = PaperQuestionForm() if by_desk else QuestionForm()
    told = _offer(form, pact)
    if not form.is_submitted():
        form.about.data = About.REPORT if form.report.data else About.PACT
        if isinstance(form, PaperQuestionForm):
            form.received_on.data = settings().today()
        return _ask_page(form, pact, actor)
    if not form.validate():
        return _ask_page(form, pact, actor), HTTPStatus.UNPROCESSABLE_ENTITY
    paper = isinstance(form, PaperQuestionForm)
    about = About(form.about.data)
    asking = actions.Asking(
        about,
        form.text.data or "",
        (form["public_author"].data or "") if paper else signed_in().public_name,
        next((r for r in told if r.number == form.report.data), None)
        if about is About.REPORT
        else None,
    )
    try:
        day = Day(form["received_on"].data) if paper else None
        question = actions.ask(pact, actor, asking, day)
    except Unlawful as refusal:
        return _ask_page(form, pact, actor, refusal.obstacles), HTTPStatus.CONFLICT
    except Flood:
        form.text.errors = [
            _("You asked %(count)s questions just now: try again in ten minutes.", count=AT_ONCE)
        ]
        return _ask_page(form, pact, actor), HTTPStatus.TOO_MANY_REQUESTS
    if question.awaits_moderation:
        flash(_("Thank you. The office reads your question before it appears."), "success")
    else:
        flash(_("Thank you. Your question is public, and the office was told."), "success")
    return redirect(url_for("reports.question", question_id=question.id))


@reports.get("/questions/<int:question_id>")
def question(question_id: int) -> ResponseReturnValue:
    """One question with its answer, or with its silence."""
    found, reader = question_here(question_id)
    entries = history(QUESTION.name, found.id)
    if found.withheld and not (reader.is_office or reader.is_author):
        hidden = next(entry for entry in reversed(entries) if entry.step == "withhold")
        name = _("Question %(number)s", number=found.id)
        page = render_template("proposals/withheld.html", number=name, entry=hidden)
        return page, HTTPStatus.GONE
    return render_template(
        "reports/oversight/question.html",
        question=found,
        row=asked(found),
        pact=found.pact,
        reader=reader,
        entries=entries,
        about=ABOUT,
        report_is_public=found.report is not None and report_is_public(found.report),
        answers=[entry for entry in entries if entry.facts.get("said")],
    )


@reports.route("/questions/<int:question_id>/report", methods=BOTH)
def tell_of_question(question_id: int) -> ResponseReturnValue:
    """Tell the office that a question should not stand."""
    found, _reader = question_here(question_id)
    if not queries.is_public(found):
        abort(404)
    form = TellForm()
    if form.validate_on_submit():
        person = account()
        teller = str(person.id) if person else str(request.remote_addr)
        try:
            actions.tell_of(found, teller, form.reason.data or "")
        except Flood:
            form.reason.errors = [_("Many reports came from here: try again in ten minutes.")]
            return _tell_page(found, form), HTTPStatus.TOO_MANY_REQUESTS
        flash(_("Thank you. The office looks at the question."), "success")
        return redirect(url_for("reports.question", question_id=found.id))
    code = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return _tell_page(found, form), code


def _tell_page(found: Question, form: TellForm) -> str:
    return render_template("reports/oversight/tell.html", question=found, form=form)


def _ask_page(
    form: QuestionForm, pact: Pact, actor: Actor, against: tuple[Obstacle, ...] = ()
) -> str:
    return render_template(
        "reports/oversight/ask.html",
        form=form,
        pact=pact,
        by_desk=actor.role is Role.DESK,
        person=signed_in(),
        against=against,
        until=answer_by(pact, settings().today()),
    )


def _offer(form: QuestionForm, pact: Pact) -> list[Report]:
    """Offer what there is to ask about: reports only where some are public."""
    told = published_reports(pact)
    offered = ABOUT if told else {key: ABOUT[key] for key in ABOUT if key != About.REPORT}
    form.about.choices = [SelectChoice(key, _(label)) for key, label in offered.items()]
    form.report.choices = [
        SelectChoice("", _("none")),
        *(SelectChoice(report.number, report.number) for report in told),
    ]
    wanted = request.args.get("report", "")
    if not form.is_submitted() and wanted in {report.number for report in told}:
        form.report.data = wanted
    return told
