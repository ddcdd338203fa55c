"""The public page of a proposal: what is proposed, where it stands, what one can do. Art. 11(5)."""

from http import HTTPStatus
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from pactregistry.journal import history
from pactregistry.people.current import account
from pactregistry.proposals.access import role_as_author
from pactregistry.proposals.blueprint import proposals
from pactregistry.proposals.comment_words import HIDING, KINDS
from pactregistry.proposals.competing.public_view import rivalry
from pactregistry.proposals.entries import last
from pactregistry.proposals.forms_comments import CommentForm, offer_opposition
from pactregistry.proposals.kinds import may_oppose
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.officers import may_read
from pactregistry.proposals.reading import public
from pactregistry.proposals.sheet import public_sheet
from pactregistry.proposals.waiting import awaited
from pactregistry.workflow.engine import Obstacle
from pactregistry.workflow.lifecycle import PROPOSAL

proposals.add_app_template_filter(lambda key: gettext(HIDING[key]), "hiding_reason")
proposals.add_app_template_filter(lambda key: gettext(KINDS[key]), "comment_kind")


@proposals.get("/proposals/<number>")
def sheet(number: str) -> ResponseReturnValue:
    """The public sheet, or the word that it is withheld."""
    proposal = public(number)
    if proposal.withheld:
        return tombstone(proposal)
    return sheet_page(proposal, comment_form(proposal, formdata=None))


def comment_form(proposal: Proposal, **given: Any) -> CommentForm:
    """The form of a comment, with what the file's regulation lets third parties do."""
    form = CommentForm(**given)
    offer_opposition(form, allowed=may_oppose(proposal))
    return form


def sheet_page(
    proposal: Proposal,
    form: CommentForm,
    *,
    against: tuple[Obstacle, ...] = (),
    flood: bool = False,
) -> str:
    """The page of a public sheet, with a comment that is being written."""
    entries = history(PROPOSAL.name, proposal.id)
    person = account()
    return render_template(
        "proposals/sheet.html",
        sheet=public_sheet(proposal, entries),
        may_oppose=may_oppose(proposal),
        turn=awaited(proposal, entries),
        rivals=rivalry(proposal),
        form=form,
        against=against,
        flood=flood,
        person=person,
        own=own_comments(proposal),
        is_author=person is not None and role_as_author(proposal, person) is not None,
        reads_file=person is not None and may_read(person, proposal),
        reply_to=request.args.get("reply", type=int),
    )


def own_comments(proposal: Proposal) -> frozenset[int]:
    """The comments that the reader wrote and may still change."""
    person = account()
    if person is None:
        return frozenset()
    replied = {comment.parent_id for comment in proposal.comments}
    return frozenset(
        comment.id
        for comment in proposal.comments
        if comment.author_id == person.id and not comment.is_answer and comment.id not in replied
    )


def tombstone(proposal: Proposal) -> ResponseReturnValue:
    """Say that something stood here and was withheld: when, by which role, under which article."""
    entry = last(history(PROPOSAL.name, proposal.id), "withhold")
    page = render_template("proposals/withheld.html", number=proposal.number, entry=entry)
    return page, HTTPStatus.GONE


def back_to_sheet(proposal: Proposal, comment_id: int | None = None) -> ResponseReturnValue:
    """To the public page, at a comment where one is named."""
    anchor = f"comment-{comment_id}" if comment_id else None
    return redirect(url_for("proposals.sheet", number=proposal.number, _anchor=anchor))
