"""Pages of comments: written, changed, reported, objected to by anyone who may. Art. 11(5)."""

from http import HTTPStatus

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.people.current import account
from pactregistry.proposals import actions_comments as actions
from pactregistry.proposals.actions_comments import Words
from pactregistry.proposals.blueprint import proposals
from pactregistry.proposals.comment_rules import CommentFlood
from pactregistry.proposals.forms_comments import CommentForm, ObjectionForm, ReportForm
from pactregistry.proposals.models import Comment, Proposal
from pactregistry.proposals.officers import signed_in
from pactregistry.proposals.reading import comment as comment_by_id
from pactregistry.proposals.reading import public
from pactregistry.proposals.views_sheet import back_to_sheet, comment_form, sheet_page, tombstone
from pactregistry.workflow.engine import Obstacle, Unlawful

BOTH = ["GET", "POST"]


@proposals.post("/proposals/<number>/comments")
def comment(number: str) -> ResponseReturnValue:
    """Write a comment or a reply."""
    proposal = public(number)
    if proposal.withheld:
        return tombstone(proposal)
    form = comment_form(proposal)
    if not form.validate():
        return sheet_page(proposal, form), HTTPStatus.UNPROCESSABLE_ENTITY
    words = Words(form.kind.data, form.text.data or "")
    try:
        written = actions.write_comment(proposal, signed_in(), words, _parent(proposal, form))
    except Unlawful as refusal:
        return sheet_page(proposal, form, against=refusal.obstacles), HTTPStatus.CONFLICT
    except CommentFlood:
        return sheet_page(proposal, form, flood=True), HTTPStatus.TOO_MANY_REQUESTS
    if written.awaits_moderation:
        flash(_("Thank you. The office reads your comment before it appears."), "success")
        return redirect(url_for("proposals.sheet", number=number))
    flash(_("Thank you. Your comment is public."), "success")
    return back_to_sheet(proposal, written.id)


@proposals.route("/comments/<int:comment_id>/edit", methods=BOTH)
def edit_comment(comment_id: int) -> ResponseReturnValue:
    """Change one's own comment until somebody replies."""
    own = _own(comment_id)
    form = comment_form(own.proposal, obj=own)
    against: tuple[Obstacle, ...] = ()
    if form.validate_on_submit():
        words = Words(form.kind.data, form.text.data or "")
        try:
            actions.edit_comment(own, signed_in(), words)
        except Unlawful as refusal:
            against = refusal.obstacles
        else:
            flash(_("Your comment was changed."), "success")
            return back_to_sheet(own.proposal, own.id)
    return _page("edit", own, form, against)


@proposals.route("/comments/<int:comment_id>/report", methods=BOTH)
def report_comment(comment_id: int) -> ResponseReturnValue:
    """Tell the office that a comment should not stand."""
    reported = comment_by_id(comment_id)
    if not _is_shown(reported):
        abort(404)
    form = ReportForm()
    if form.validate_on_submit():
        try:
            actions.report_comment(reported, account(), form.reason.data)
        except CommentFlood:
            flash(_("Many reports are coming in just now: try again in ten minutes."), "error")
            return _page("report", reported, form, (), HTTPStatus.TOO_MANY_REQUESTS)
        flash(_("Thank you. The office looks at the comment."), "success")
        return back_to_sheet(reported.proposal)
    return _page("report", reported, form, ())


@proposals.route("/comments/<int:comment_id>/objection", methods=BOTH)
def object_to_hiding(comment_id: int) -> ResponseReturnValue:
    """Object to the hiding of one's own comment."""
    own = _own(comment_id)
    form = ObjectionForm()
    against: tuple[Obstacle, ...] = ()
    if form.validate_on_submit():
        try:
            actions.object_to_hiding(own, signed_in(), form.objection.data or "")
        except Unlawful as refusal:
            against = refusal.obstacles
        else:
            flash(_("The office looks at it again and writes to you."), "success")
            return back_to_sheet(own.proposal)
    return _page("objection", own, form, against)


def _own(comment_id: int) -> Comment:
    found = comment_by_id(comment_id)
    if found.author_id != signed_in().id or found.is_answer:
        abort(404)
    return found


def _is_shown(found: Comment) -> bool:
    # Only what the public can read can be reported; the rest is not there.
    shown = public(found.proposal.number or "")
    return not (shown.withheld or found.awaits_moderation or found.hidden_category)


def _parent(proposal: Proposal, form: CommentForm) -> Comment | None:
    if not form.parent.data:
        return None
    wanted = form.parent.data
    return next((c for c in proposal.comments if str(c.id) == wanted), None) or abort(404)


def _page(
    what: str,
    shown: Comment,
    form: CommentForm | ReportForm | ObjectionForm,
    against: tuple[Obstacle, ...],
    code: HTTPStatus | None = None,
) -> ResponseReturnValue:
    page = render_template(
        f"proposals/comments/{what}.html", comment=shown, form=form, against=against
    )
    if code is None:
        code = HTTPStatus.CONFLICT if against else HTTPStatus.OK
        code = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else code
    return page, code
