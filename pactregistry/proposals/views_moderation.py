"""The office and the comments: answered, hidden, shown, recorded from paper. Art. 11(5), 3(1)b."""

from http import HTTPStatus

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.people.acting import Actor, Day
from pactregistry.proposals import actions_comments as actions
from pactregistry.proposals.actions_comments import Words
from pactregistry.proposals.blueprint import proposals
from pactregistry.proposals.forms_comments import (
    AnswerForm,
    HidingForm,
    PaperCommentForm,
    offer_opposition,
)
from pactregistry.proposals.kinds import may_oppose
from pactregistry.proposals.models import Comment, Proposal
from pactregistry.proposals.officers import actor_for
from pactregistry.proposals.reading import comment as comment_by_id
from pactregistry.proposals.reading import received, reports_on
from pactregistry.workflow.engine import Obstacle, Unlawful
from pactregistry.workflow.states import Role

BOTH = ["GET", "POST"]


@proposals.route("/desk/proposals/<number>/comments", methods=BOTH)
def record_comment(number: str) -> ResponseReturnValue:
    """Record a comment that came on paper."""
    proposal = received(number)
    actor = actor_for(proposal, (Role.DESK,))
    form = PaperCommentForm()
    offer_opposition(form, allowed=may_oppose(proposal))
    against: tuple[Obstacle, ...] = ()
    if form.validate_on_submit():
        words = Words(form.kind.data, form.text.data or "")
        try:
            actions.record_comment(
                proposal,
                actor,
                Day(form.received_on.data),
                words,
                public_name=form.public_name.data or "",
                document=form.document.data,
            )
        except Unlawful as refusal:
            against = refusal.obstacles
        else:
            return _done(proposal, _("The comment was recorded."))
    return _page("paper", proposal, form, against)


@proposals.route("/desk/comments/<int:comment_id>/answer", methods=BOTH)
def answer_comment(comment_id: int) -> ResponseReturnValue:
    """Answer for the office."""
    asked, actor = _comment(comment_id)
    form = AnswerForm()
    against: tuple[Obstacle, ...] = ()
    if form.validate_on_submit():
        try:
            actions.answer_comment(asked, actor, form.text.data or "")
        except Unlawful as refusal:
            against = refusal.obstacles
        else:
            return _done(asked.proposal, _("The answer is public."))
    return _page("answer", asked.proposal, form, against, comment=asked)


@proposals.route("/desk/comments/<int:comment_id>/hiding", methods=BOTH)
def hide_comment(comment_id: int) -> ResponseReturnValue:
    """Hide a comment with a category."""
    shown, actor = _comment(comment_id)
    form = HidingForm()
    if form.validate_on_submit():
        actions.hide_comment(shown, actor, form.category.data, at=settings().now())
        return _done(shown.proposal, _("The comment is hidden and its author was told."))
    reports = reports_on(shown.id)
    return _page("hiding", shown.proposal, form, (), comment=shown, reports=reports)


@proposals.post("/desk/comments/<int:comment_id>/showing")
def show_comment(comment_id: int) -> ResponseReturnValue:
    """Put a comment on the page, after reading it or after an objection."""
    hidden, _actor = _comment(comment_id)
    actions.show_comment(hidden)
    return _done(hidden.proposal, _("The comment is public."))


def _comment(comment_id: int) -> tuple[Comment, Actor]:
    found = comment_by_id(comment_id)
    return found, actor_for(found.proposal, (Role.DESK,))


def _done(proposal: Proposal, message: str) -> ResponseReturnValue:
    flash(message, "success")
    return redirect(url_for("proposals.desk_file", number=proposal.number, _anchor="comments"))


def _page(
    what: str,
    proposal: Proposal,
    form: PaperCommentForm | AnswerForm | HidingForm,
    against: tuple[Obstacle, ...],
    **shown: object,
) -> ResponseReturnValue:
    page = render_template(
        f"proposals/office/comment_{what}.html",
        proposal=proposal,
        form=form,
        against=against,
        **shown,
    )
    code = HTTPStatus.CONFLICT if against else HTTPStatus.OK
    return page, HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else code
