"""Questions at the desk: answered, read first, withheld, restored. Art. 3(1)b, 10(2), 30(3)."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.people.forms_withholding import RestorationForm, WithholdingForm
from pactregistry.people.step_page import ANSWERED_BY_FORM, StepPage, day_of
from pactregistry.reports.blueprint import reports
from pactregistry.reports.oversight import actions_questions as actions
from pactregistry.reports.oversight import actions_ratings
from pactregistry.reports.oversight.doors import actor_among, question_here, rating_here
from pactregistry.reports.oversight.facts import facts_on
from pactregistry.reports.oversight.forms import AnswerForm
from pactregistry.reports.oversight.models import Question
from pactregistry.reports.oversight.queries_places import ratings_to_read
from pactregistry.reports.oversight.queries_questions import on_desk
from pactregistry.reports.oversight.waiting import all_asked
from pactregistry.reports.oversight.words import SHELVES, Shelf
from pactregistry.workflow.facts_reports import QuestionFacts
from pactregistry.workflow.lifecycle import QUESTION
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_reports import QuestionState

BOTH = ["GET", "POST"]
TEMPLATE = "reports/oversight/question_step.html"
ANSWERED = ANSWERED_BY_FORM | {"answer_written"}


@reports.get("/desk/questions")
def desk_questions() -> str:
    """The questions of the public: what is due first stands on top."""
    wanted = request.args.get("shelf", "")
    shelf = next((shelf for shelf in Shelf if shelf == wanted), Shelf.WAITING)
    page = on_desk(shelf, max(1, request.args.get("page", 1, type=int)))
    if page.number > page.count:
        abort(404)
    return render_template(
        "reports/oversight/desk_questions.html",
        page=page,
        rows=all_asked(page.items),
        shelf=shelf,
        shelves=SHELVES,
        ratings=ratings_to_read() if shelf is Shelf.TO_READ else (),
    )


@reports.route("/desk/questions/<int:question_id>/answer", methods=BOTH)
def answer_question(question_id: int) -> ResponseReturnValue:
    """Answer in public."""
    page, found = _open("answer", question_id)
    form = AnswerForm()
    return page.answer(
        form,
        lambda: actions.answer(found, page.actor, form.seen, day_of(form), form.text.data or ""),
        TEMPLATE,
    )


@reports.route("/desk/questions/<int:question_id>/addition", methods=BOTH)
def add_to_answer(question_id: int) -> ResponseReturnValue:
    """Add to what was answered."""
    page, found = _open("add_to_answer", question_id)
    form = AnswerForm()

    def take() -> None:
        actions.add_to_answer(found, page.actor, form.seen, day_of(form), form.text.data or "")

    return page.answer(form, take, TEMPLATE)


@reports.route("/desk/questions/<int:question_id>/withholding", methods=BOTH)
def withhold_question(question_id: int) -> ResponseReturnValue:
    """Take a question from the public at once."""
    page, found = _open("withhold", question_id)
    form = WithholdingForm()
    return page.answer(
        form,
        lambda: actions.withhold(found, page.actor, form.seen, form.reason.data or ""),
        TEMPLATE,
    )


@reports.route("/desk/questions/<int:question_id>/restoration", methods=BOTH)
def restore_question(question_id: int) -> ResponseReturnValue:
    """Show a question again."""
    page, found = _open("restore", question_id)
    form = RestorationForm()
    return page.answer(
        form,
        lambda: actions.restore(found, page.actor, form.seen, form.reason.data or ""),
        TEMPLATE,
    )


@reports.post("/desk/questions/<int:question_id>/showing")
def show_question(question_id: int) -> ResponseReturnValue:
    """Let a question appear that was read."""
    found, reader = question_here(question_id)
    actor_among(reader, (Role.DESK,))
    actions.show(found)
    flash(_("The question is public."), "success")
    return redirect(url_for("reports.question", question_id=question_id))


@reports.post("/desk/questions/<int:question_id>/keeping")
def keep_question(question_id: int) -> ResponseReturnValue:
    """Leave a question as it stands that readers told of."""
    found, reader = question_here(question_id)
    actor_among(reader, (Role.DESK,))
    actions.keep(found)
    flash(_("The question stays public."), "success")
    return redirect(url_for("reports.desk_questions", shelf=Shelf.TOLD_OF))


@reports.post("/desk/ratings/<int:rating_id>/showing")
def show_rating(rating_id: int) -> ResponseReturnValue:
    """Let the words of a rating appear that were read."""
    found, reader = rating_here(rating_id)
    actor_among(reader, (Role.DESK,))
    actions_ratings.show(found)
    flash(_("The words are public."), "success")
    return redirect(url_for("reports.desk_questions", shelf=Shelf.TO_READ))


def _open(step: str, question_id: int) -> tuple[StepPage[QuestionState, QuestionFacts], Question]:
    found, reader = question_here(question_id)
    actor = actor_among(reader, QUESTION.rows[step].by)
    page = StepPage(
        machine=QUESTION,
        step=step,
        subject=found,
        actor=actor,
        facts=facts_on(found, actor),
        name=f"{found.pact.number} · {found.pact.title}",
        back=url_for("reports.question", question_id=found.id),
        answered=ANSWERED,
        shown={"question": found},
    )
    return page, found
