"""A joint text: written by the office, answered by each author, recorded. Art. 10(7), 3(1)i."""

from http import HTTPStatus
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound
from wtforms.fields.choices import SelectChoice

from pactregistry.config import settings
from pactregistry.people.acting import Actor, Day, today
from pactregistry.people.forms_day import opened_on
from pactregistry.people.step_page import day_of
from pactregistry.proposals.access import author_here
from pactregistry.proposals.competing import actions_joining as actions
from pactregistry.proposals.competing import reading
from pactregistry.proposals.competing.actions_joining import Answer
from pactregistry.proposals.competing.blueprint import competing
from pactregistry.proposals.competing.doors import desk_here, refuse_who_stepped_aside, rival_in
from pactregistry.proposals.competing.facts import named
from pactregistry.proposals.competing.forms import (
    ConsentForm,
    IntegrationForm,
    JointTextForm,
    PaperConsentForm,
)
from pactregistry.proposals.competing.models import Competition, JointText
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.opening import open_step
from pactregistry.proposals.reading import received
from pactregistry.workflow.engine import Obstacle, Unlawful
from pactregistry.workflow.states import Role

BOTH = ["GET", "POST"]


@competing.route("/desk/competitions/<number>/joint-text", methods=BOTH)
def write_joint_text(number: str) -> ResponseReturnValue:
    """Write one text instead of several, and ask every author."""
    found = reading.competition(number)
    actor = desk_here(found)
    still = {proposal.number: proposal for proposal in reading.still_competing(found)}
    form = JointTextForm()
    form.going_on.choices = [SelectChoice(key, named(still[key])) for key in still]
    if not form.is_submitted():
        _begin_with(form, reading.open_text(found), still)
        return _text_page(found, form, still)
    if not form.validate():
        return _text_page(found, form, still), HTTPStatus.UNPROCESSABLE_ENTITY
    words = {name: form[name].data or "" for name in actions.WORDS}
    going_on = still[form.going_on.data]
    try:
        actions.write_text(found, going_on, actor, words, form.leading.data or "")
    except Unlawful as refusal:
        return _text_page(found, form, still, refusal.obstacles), HTTPStatus.CONFLICT
    flash(_("The joint text was sent to every author: their answers are awaited."), "success")
    return redirect(url_for("competing.desk_competition", number=number, _anchor="joint"))


@competing.route("/proposals/<number>/consent", methods=BOTH)
def consent(number: str) -> ResponseReturnValue:
    """Answer a joint text as an author."""
    proposal = received(number)
    actor = author_here(proposal)
    if actor.role is Role.DESK:
        # On paper, with its scan: the author has no account.
        found = reading.competition_of(proposal)
        if found is None:
            raise NoResultFound
        return redirect(
            url_for("competing.record_consent", number=found.number, rival=proposal.number)
        )
    return _answer(proposal, actor, ConsentForm(), url_for("proposals.own", number=number))


@competing.route("/desk/competitions/<number>/consents/<rival>", methods=BOTH)
def record_consent(number: str, rival: str) -> ResponseReturnValue:
    """Record an author's answer that came on paper."""
    found = reading.competition(number)
    actor = desk_here(found)
    back = url_for("competing.desk_competition", number=number, _anchor="joint")
    return _answer(rival_in(found, rival), actor, PaperConsentForm(), back)


@competing.route("/desk/proposals/<number>/integration", methods=BOTH)
def integrate(number: str) -> ResponseReturnValue:
    """Join the proposals, when every author has agreed."""
    page = open_step("integrate", number)
    found = reading.competition_of(page.proposal)
    refuse_who_stepped_aside(found)
    text = reading.open_text(found) if found else None
    page.shown.update(found=found, text=text)
    form = IntegrationForm()

    def take() -> None:
        actions.integrate(page.proposal, page.actor, form.seen, day_of(form))

    return page.answer(form, take, "proposals/competing/integrate.html")


def _answer(proposal: Proposal, actor: Actor, form: Any, back: str) -> ResponseReturnValue:
    found = reading.competition_of(proposal)
    text = reading.open_text(found) if found else None
    if not form.is_submitted():
        form.text_id.data = text.id if text else ""
        if "occurred_on" in form:
            form.occurred_on.data = settings().today()
        return _answer_page(proposal, text, form, back)
    if not form.validate():
        return _answer_page(proposal, text, form, back), HTTPStatus.UNPROCESSABLE_ENTITY
    on_paper = "occurred_on" in form
    day = Day(form.occurred_on.data) if on_paper else today()
    given = Answer(
        agrees=form.agrees.data == "yes",
        remark=form.remark.data or "",
        source_document=form.source_document.data if on_paper else "",
    )
    try:
        actions.answer(
            opened_on(form.text_id.data), proposal, actor, day, given, getattr(form, "scans", ())
        )
    except Unlawful as refusal:
        page = _answer_page(proposal, text, form, back, refusal.obstacles)
        return page, HTTPStatus.CONFLICT
    flash(_("The answer was recorded; the office was told."), "success")
    return redirect(back)


def _begin_with(form: JointTextForm, text: JointText | None, still: dict[Any, Proposal]) -> None:
    """Begin with the text that was asked about last, else with that of the first proposal."""
    source = text or next(iter(still.values()), None)
    for name in actions.WORDS:
        form[name].data = getattr(source, name, "")
    if text is not None:
        form.going_on.data, form.leading.data = text.proposal.number, text.leading


def _text_page(
    found: Competition,
    form: JointTextForm,
    still: dict[Any, Proposal],
    against: tuple[Obstacle, ...] = (),
) -> str:
    return render_template(
        "proposals/competing/joint_text.html",
        found=found,
        form=form,
        still=list(still.values()),
        against=against,
    )


def _answer_page(
    proposal: Proposal,
    text: JointText | None,
    form: Any,
    back: str,
    against: tuple[Obstacle, ...] = (),
) -> str:
    given = [c for c in text.consents if c.proposal_id == proposal.id] if text else []
    return render_template(
        "proposals/competing/consent.html",
        proposal=proposal,
        text=text,
        given=given[0] if given else None,
        form=form,
        back=back,
        against=against,
    )
