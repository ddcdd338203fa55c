"""Pages of decisions, corrections and what is withheld. Art. 3(1)b, 11(8)."""

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms.fields.choices import SelectChoice

from pactregistry.config import settings
from pactregistry.languages import in_language
from pactregistry.people.forms_day import ExplainForm
from pactregistry.people.forms_withholding import RestorationForm, WithholdingForm
from pactregistry.people.step_page import day_of
from pactregistry.proposals import actions_decision as actions
from pactregistry.proposals import actions_withholding as withholding
from pactregistry.proposals.blueprint import proposals
from pactregistry.proposals.facts import days_of, pack_of
from pactregistry.proposals.forms_decision import (
    CorrectionForm,
    ReasonsForm,
    RedirectionForm,
)
from pactregistry.proposals.opening import open_step

BOTH = ["GET", "POST"]


@proposals.route("/desk/proposals/<number>/redirection", methods=BOTH)
def redirect_elsewhere(number: str) -> ResponseReturnValue:
    """Name the right instrument, with reasons."""
    page = open_step("redirect", number)
    page.shown.update(minimum=settings().city.reason_minimum, days=days_of(page.proposal, "insist"))
    form = RedirectionForm()

    def take() -> None:
        actions.redirect(
            page.proposal,
            page.actor,
            form.seen,
            day_of(form),
            instrument=form.instrument.data or "",
            reason=form.reason.data or "",
        )

    return page.answer(form, take, "proposals/office/negative.html")


@proposals.route("/desk/proposals/<number>/warning", methods=BOTH)
def warn(number: str) -> ResponseReturnValue:
    """Announce the obstacles, with a term to answer."""
    page = open_step("warn", number)
    days = days_of(page.proposal, "answer_to_obstacles")
    page.shown.update(minimum=settings().city.reason_minimum, days=days)
    form = ReasonsForm()
    form.name_entries(_("Obstacle"))

    def take() -> None:
        actions.warn(page.proposal, page.actor, form.seen, day_of(form), form.given())

    return page.answer(form, take, "proposals/office/negative.html")


@proposals.route("/desk/proposals/<number>/refusal", methods=BOTH)
def refuse(number: str) -> ResponseReturnValue:
    """Refuse, with a reason for each obstacle."""
    page = open_step("refuse", number)
    page.shown.update(minimum=settings().city.reason_minimum)
    form = ReasonsForm()
    form.name_entries(_("Reason"))

    def take() -> None:
        actions.refuse(page.proposal, page.actor, form.seen, day_of(form), form.given())

    return page.answer(form, take, "proposals/office/negative.html")


@proposals.route("/desk/proposals/<number>/correction", methods=BOTH)
def correct(number: str) -> ResponseReturnValue:
    """Mend a mistake in what the sheet says."""
    page = open_step("correct", number)
    form = CorrectionForm(obj=page.proposal)
    form.district.choices = [
        SelectChoice("", _("not known")),
        *(SelectChoice(d.key, in_language(d.name)) for d in settings().city.districts.values()),
    ]
    kinds = pack_of(page.proposal).kinds.values()
    if kinds:
        form.pact_kind.choices = [
            SelectChoice("", _("not chosen yet")),
            *(SelectChoice(k.key, in_language(k.label)) for k in kinds),
        ]
    else:
        del form.pact_kind

    def take() -> None:
        actions.correct(
            page.proposal,
            page.actor,
            form.seen,
            reason=form.reason.data or "",
            changes=form.changes(),
        )

    return page.answer(form, take, "proposals/office/step.html")


@proposals.route("/desk/proposals/<number>/reopening", methods=BOTH)
def reopen(number: str) -> ResponseReturnValue:
    """Take an ended file up again."""
    page = open_step("reopen", number)
    form = ExplainForm()

    def take() -> None:
        reason = form.reason.data or ""
        actions.reopen(page.proposal, page.actor, form.seen, day_of(form), reason=reason)

    return page.answer(form, take, "proposals/office/step.html")


@proposals.route("/desk/proposals/<number>/withholding", methods=BOTH)
def withhold(number: str) -> ResponseReturnValue:
    """Take the file from the public at once."""
    page = open_step("withhold", number)
    form = WithholdingForm()

    def take() -> None:
        withholding.withhold(page.proposal, page.actor, form.seen, form.reason.data or "")

    return page.answer(form, take, "proposals/office/step.html")


@proposals.route("/desk/proposals/<number>/restoration", methods=BOTH)
def restore(number: str) -> ResponseReturnValue:
    """Show the file to the public again."""
    page = open_step("restore", number)
    form = RestorationForm()

    def take() -> None:
        withholding.restore(page.proposal, page.actor, form.seen, form.reason.data or "")

    return page.answer(form, take, "proposals/office/step.html")
