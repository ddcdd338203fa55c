"""The pages of the author's later steps: papers, answer, withdrawal. Art. 3(1)i, 11(4), 34."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.documents.arriving import taken_in
from pactregistry.journal import history
from pactregistry.languages import in_language
from pactregistry.people.acting import Actor, Day, today
from pactregistry.proposals import actions_author as actions
from pactregistry.proposals import forms_author, papers
from pactregistry.proposals.access import author_here
from pactregistry.proposals.actions_author import Named
from pactregistry.proposals.actions_draft import UploadFlood
from pactregistry.proposals.blueprint import proposals
from pactregistry.proposals.entries import obstacles_notice, supplement_request
from pactregistry.proposals.forms_author import PAPER
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.reading import received
from pactregistry.workflow.engine import Obstacle, Unlawful
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState, Role
from pactregistry.workflow.step_words import STEPS

BOTH = ["GET", "POST"]


@dataclass(frozen=True)
class Sent:
    """What the author sends with a step."""

    form: Any
    day: Day
    uploads: list[Named]

    @property
    def text(self) -> str:
        """The words typed."""
        return self.form.text.data or ""


@proposals.route("/proposals/<number>/supplement", methods=BOTH)
def supplement(number: str) -> ResponseReturnValue:
    """Send the papers that the office asked for."""
    wanted = {paper.key: in_language(paper.label) for paper in papers.missing(received(number))}
    forms = tuple(
        forms_author.asking_for(form, wanted)
        for form in (forms_author.SupplementForm, forms_author.CounterSupplementForm)
    )

    def take(proposal: Proposal, actor: Actor, sent: Sent) -> object:
        return actions.supplement(
            proposal, actor, sent.form.seen, sent.day, sent.text, sent.uploads
        )

    return _answer("supplement", number, forms, take)


@proposals.route("/proposals/<number>/answer", methods=BOTH)
def answer(number: str) -> ResponseReturnValue:
    """Answer the obstacles, and change the text where it helps."""
    forms = (forms_author.AnswerForm, forms_author.CounterAnswerForm)

    def take(proposal: Proposal, actor: Actor, sent: Sent) -> object:
        changes = sent.form.changes()
        return actions.answer(
            proposal, actor, sent.form.seen, sent.day, sent.text, changes, sent.uploads
        )

    return _answer("answer", number, forms, take)


@proposals.route("/proposals/<number>/insistence", methods=BOTH)
def insist(number: str) -> ResponseReturnValue:
    """Ask for a decision on the merits."""
    forms = (forms_author.InsistForm, forms_author.CounterInsistForm)

    def take(proposal: Proposal, actor: Actor, sent: Sent) -> object:
        return actions.insist(proposal, actor, sent.form.seen, sent.day, sent.text)

    return _answer("insist", number, forms, take)


@proposals.route("/proposals/<number>/withdrawal", methods=BOTH)
def withdraw(number: str) -> ResponseReturnValue:
    """Take the proposal back."""
    forms = (forms_author.WithdrawalForm, forms_author.CounterWithdrawalForm)

    def take(proposal: Proposal, actor: Actor, sent: Sent) -> object:
        return actions.withdraw(proposal, actor, sent.form.seen, sent.day, sent.text)

    return _answer("withdraw", number, forms, take)


def _answer(
    step: str,
    number: str,
    forms: Sequence[Any],
    take: Callable[[Proposal, Actor, Sent], object],
) -> ResponseReturnValue:
    proposal = received(number)
    actor = author_here(proposal)
    at_counter = actor.role is Role.DESK
    form = forms[at_counter](obj=proposal)
    if not form.is_submitted():
        form.version.data = proposal.version
        if at_counter:
            form.occurred_on.data = settings().today()
        return _page(step, proposal, actor, form)
    if not form.validate():
        return _page(step, proposal, actor, form), HTTPStatus.UNPROCESSABLE_ENTITY
    uploads = _taken_in(form)
    if any(field.errors for field in form):
        return _page(step, proposal, actor, form), HTTPStatus.UNPROCESSABLE_ENTITY
    day = Day(form.day, form.why_earlier.data or "") if at_counter else today()
    try:
        take(proposal, actor, Sent(form, day, uploads))
    except Unlawful as refusal:
        return _page(step, proposal, actor, form, refusal.obstacles), HTTPStatus.CONFLICT
    except UploadFlood:
        form.papers.errors = [_("Too many papers within the hour: send them later.")]
        return _page(step, proposal, actor, form), HTTPStatus.TOO_MANY_REQUESTS
    flash(_(STEPS[step][1]), "success")
    return redirect(url_for("proposals.own", number=number))


def _taken_in(form: Any) -> list[Named]:
    fields = [f for f in form if f.name == "papers" or f.name.startswith(PAPER)]
    return [
        (field.name.removeprefix(PAPER) if field.name.startswith(PAPER) else papers.OTHER, upload)
        for field in fields
        for upload in taken_in(field)
    ]


def _page(
    step: str,
    proposal: Proposal,
    actor: Actor,
    form: Any,
    against: tuple[Obstacle, ...] | None = None,
) -> str:
    entries = history(PROPOSAL.name, proposal.id)
    if against is None:
        facts = actions.facts_for(proposal, entries, actor)
        against = PROPOSAL.obstacles(step, ProposalState(proposal.state), actor.role, facts)
    return render_template(
        f"proposals/draft/{step}.html",
        proposal=proposal,
        form=form,
        row=PROPOSAL.rows[step],
        against=against,
        asked=supplement_request(entries),
        notice=obstacles_notice(entries),
        counter=actor.role is Role.DESK,
    )
