"""The office's pages on a choice: its notice, its count, its result. Art. 10(7), 3(1)b, 3(1)d."""

from http import HTTPStatus

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.people.step_page import StepPage, day_of
from pactregistry.proposals.competing import actions_choice, actions_counting, reading
from pactregistry.proposals.competing.actions_choice import Notice, is_proposing
from pactregistry.proposals.competing.actions_counting import Minutes, standing
from pactregistry.proposals.competing.blueprint import competing
from pactregistry.proposals.competing.counting import Assembly
from pactregistry.proposals.competing.doors import desk_here, refuse_who_stepped_aside
from pactregistry.proposals.competing.facts import choice_facts
from pactregistry.proposals.competing.forms_choice import (
    CallForm,
    CallingOffForm,
    CountForm,
    ResultForm,
)
from pactregistry.proposals.competing.models import Competition
from pactregistry.proposals.competing.models_choice import Choice
from pactregistry.proposals.competing.result import result_of
from pactregistry.proposals.opening import open_step
from pactregistry.workflow.engine import Obstacle, Unlawful
from pactregistry.workflow.facts import ChoiceFacts
from pactregistry.workflow.lifecycle import CHOICE
from pactregistry.workflow.states import ChoiceKind, ChoiceState

BOTH = ["GET", "POST"]
ANSWERED = frozenset({"explained", "minutes_given", "count_adds_up"})


@competing.route("/desk/competitions/<number>/choice", methods=BOTH)
def call_choice(number: str) -> ResponseReturnValue:
    """Announce a choice."""
    found = reading.competition(number)
    actor = desk_here(found)
    form = CallForm()
    if not form.is_submitted():
        form.occurred_on.data = settings().today()
        return _call_page(found, form)
    if not (form.validate() and _has_days(form)):
        return _call_page(found, form), HTTPStatus.UNPROCESSABLE_ENTITY
    notice = Notice(
        kind=ChoiceKind(form.kind.data),
        opens_on=form.opens_on.data,
        closes_on=form.closes_on.data,
        assembly_on=form.assembly_on.data,
        assembly_place=form.assembly_place.data or "",
        community=form.community.data or "",
    )
    try:
        choice = actions_choice.call(found, actor, day_of(form), notice)
    except Unlawful as refusal:
        return _call_page(found, form, refusal.obstacles), HTTPStatus.CONFLICT
    flash(_("The choice is announced: its page is public and the authors were told."), "success")
    return redirect(url_for("competing.choice", number=choice.number))


@competing.route("/desk/choices/<number>/cancellation", methods=BOTH)
def cancel_choice(number: str) -> ResponseReturnValue:
    """Call a choice off, saying why."""
    choice = reading.choice(number)
    page = _step("cancel", choice)
    form = CallingOffForm()

    def take() -> None:
        actions_choice.cancel(choice, page.actor, day_of(form), form.reason.data or "")

    return page.answer(form, take, "proposals/competing/cancel.html")


@competing.route("/desk/choices/<number>/count", methods=BOTH)
def count_choice(number: str) -> ResponseReturnValue:
    """Count: the papers by the program, the assembly from its minutes."""
    choice = reading.choice(number)
    page = _step("count", choice)
    form = CountForm()
    options = standing(choice)
    while len(form.votes) < len(options):
        form.votes.append_entry()
    for entry, option in zip(form.votes, options, strict=False):
        entry.label.text = _("Votes of the assembly for %(number)s", number=option.proposal.number)
    page.shown.update(choice=choice, options=options)

    def take() -> None:
        assembly = None
        if choice.has_assembly:
            votes = {o.id: e.data or 0 for o, e in zip(options, form.votes, strict=False)}
            assembly = Assembly(
                form.present.data or 0, votes, form.blank.data or 0, form.invalid.data or 0
            )
        minutes = Minutes(form.minutes.data or "", form.scans, form.scan_public.data)
        actions_counting.count(choice, page.actor, form.seen, day_of(form), assembly, minutes)

    return page.answer(form, take, "proposals/competing/count.html")


@competing.get("/desk/choices/<number>/roll")
def roll(number: str) -> str:
    """Who has voted on these pages, for the door of the assembly that follows."""
    choice = reading.choice(number)
    desk_here(choice.competition)
    # Only between the last midnight of the ballot and the count: before and after it is no need.
    closed = choice.closes_on is not None and choice.closes_on < settings().today()
    if choice.kind is not ChoiceKind.BOTH or not closed or choice.state != ChoiceState.OPEN:
        abort(HTTPStatus.NOT_FOUND)
    return render_template(
        "proposals/competing/roll.html", choice=choice, names=reading.names_on_the_roll(choice)
    )


@competing.route("/desk/proposals/<number>/choice", methods=BOTH)
def record_choice(number: str) -> ResponseReturnValue:
    """Record the result on each proposal."""
    page = open_step("record_choice", number)
    found = reading.competition_of(page.proposal)
    refuse_who_stepped_aside(found)
    choice = next(iter(reading.choices_of(found)), None) if found else None
    page.shown.update(
        found=found,
        choice=choice,
        result=result_of(choice) if choice else None,
    )
    form = ResultForm()

    def take() -> None:
        remark = form.remark.data or ""
        actions_counting.record_result(page.proposal, page.actor, form.seen, day_of(form), remark)

    return page.answer(form, take, "proposals/competing/record_choice.html")


def _step(step: str, choice: Choice) -> StepPage[ChoiceState, ChoiceFacts]:
    actor = desk_here(choice.competition)
    return StepPage(
        machine=CHOICE,
        step=step,
        subject=choice,
        actor=actor,
        facts=choice_facts(choice, actor_is_proposer=is_proposing(choice, actor.account_id)),
        name=_("choice %(number)s", number=choice.number),
        back=url_for("competing.choice", number=choice.number),
        answered=ANSWERED,
    )


def _has_days(form: CallForm) -> bool:
    """Whether the days are there that the kind of choice needs; says so at the fields."""
    ballot = form.kind.data != ChoiceKind.ASSEMBLY
    assembly = form.kind.data != ChoiceKind.BALLOT
    wanted = [form.opens_on, form.closes_on] if ballot else []
    wanted += [form.assembly_on, form.assembly_place] if assembly else []
    for field in wanted:
        if not field.data:
            field.errors = [*field.errors, _("This kind of choice needs it.")]
    return all(field.data for field in wanted)


def _call_page(found: Competition, form: CallForm, against: tuple[Obstacle, ...] = ()) -> str:
    return render_template(
        "proposals/competing/call.html",
        found=found,
        form=form,
        against=against,
        still=reading.still_competing(found),
    )
