"""The last look, the sending and the receipt. Art. 11(1), 11(4), 3(1)b, 34."""

from dataclasses import replace
from http import HTTPStatus

from flask import Response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from pactregistry.journal import Stale, history
from pactregistry.people.acting import Actor
from pactregistry.proposals import drafting, papers, receipts
from pactregistry.proposals.access import reader_here
from pactregistry.proposals.actions_submit import SENT_A_DAY, SubmissionFlood, initials, submit
from pactregistry.proposals.blueprint import proposals
from pactregistry.proposals.facts import facts_on
from pactregistry.proposals.forms_draft import SubmissionForm
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.reading import received
from pactregistry.proposals.sheet_text import sheet_text
from pactregistry.proposals.views_draft import open_draft
from pactregistry.workflow.engine import Unlawful
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState


@proposals.get("/drafts/<int:draft_id>/check")
def draft_check(draft_id: int) -> str:
    """Show what becomes public, what stays private and what is missing."""
    draft, actor = open_draft(draft_id)
    form = SubmissionForm(formdata=None)
    return check_page(draft, actor, form)


@proposals.post("/drafts/<int:draft_id>/submission")
def draft_submission(draft_id: int) -> ResponseReturnValue:
    """Send the proposal; its receipt is the answer."""
    draft, actor = open_draft(draft_id)
    form = SubmissionForm()
    if not form.validate():
        return check_page(draft, actor, form), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        submit(draft, actor, form.seen, form.registry_number.data or "")
    except (Stale, Unlawful) as refusal:
        # What stands against it is asked anew for the page, as it is before sending.
        moved = isinstance(refusal, Stale)
        return check_page(draft, actor, form, moved=moved), HTTPStatus.CONFLICT
    except SubmissionFlood:
        page = check_page(draft, actor, form, most=SENT_A_DAY)
        return page, HTTPStatus.TOO_MANY_REQUESTS
    return redirect(url_for("proposals.receipt", number=draft.number))


@proposals.get("/proposals/<number>/receipt")
def receipt(number: str) -> str:
    """The receipt, for the author and the offices."""
    found, shown = _receipt(number)
    return render_template("proposals/draft/receipt.html", proposal=found, receipt=shown)


@proposals.get("/proposals/<number>/receipt.pdf")
def receipt_pdf(number: str) -> Response:
    """The receipt as a document to keep or to print at the counter."""
    _found, shown = _receipt(number)
    answer = Response(receipts.printed(shown), mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{shown.number}.pdf"'
    return answer


def _receipt(number: str) -> tuple[Proposal, receipts.Receipt]:
    found = received(number)
    reader_here(found)
    return found, receipts.receipt_of(found, history(PROPOSAL.name, found.id))


def check_page(
    draft: Proposal, actor: Actor, form: SubmissionForm, *, most: int = 0, moved: bool = False
) -> str:
    """The page of the last look, with what stands against sending."""
    entries = history(PROPOSAL.name, draft.id)
    facts = facts_on(draft, entries, actor, missing_papers=papers.lacking(draft))
    form.version.data = draft.version
    shown_as = draft.public_author or initials(receipts.author_name(draft))
    return render_template(
        "proposals/draft/check.html",
        draft=draft,
        form=form,
        actor=actor,
        text=replace(sheet_text(draft), public_author=shown_as),
        shown_as=shown_as,
        author=receipts.author_name(draft),
        against=PROPOSAL.obstacles("submit", ProposalState(draft.state), actor.role, facts),
        later=papers.asked_later(draft),
        papers=[(paper, papers.label_of(draft, paper.label)) for paper in papers.given(draft)],
        step="check",
        steps=drafting.steps_of(draft),
        too_late=facts.call_is_over,
        light=drafting.is_light(draft),
        most=most,
        moved=moved,
    )
