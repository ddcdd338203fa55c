"""The papers of a draft: added with their kind, fetched, taken out. Art. 4(4), 11(4), 15(2)."""

from http import HTTPStatus

from flask import Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import SelectChoice

from pactregistry.documents.arriving import taken_in
from pactregistry.documents.views import send
from pactregistry.languages import in_language
from pactregistry.people.forms_day import SeenForm
from pactregistry.proposals import actions_draft as actions
from pactregistry.proposals import drafting, drafts, papers
from pactregistry.proposals.blueprint import proposals
from pactregistry.proposals.forms_draft import PapersForm
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.views_draft import open_draft


@proposals.route("/drafts/<int:draft_id>/papers", methods=["GET", "POST"])
def draft_papers(draft_id: int) -> ResponseReturnValue:
    """Add papers, each with its kind."""
    draft, actor = open_draft(draft_id)
    form = PapersForm()
    form.kind.choices = [
        SelectChoice(papers.OTHER, _("photograph or other paper")),
        *(SelectChoice(paper.key, in_language(paper.label)) for paper in papers.asked(draft)),
    ]
    if not form.is_submitted():
        return _page(draft, form)
    if not form.validate():
        return _page(draft, form), HTTPStatus.UNPROCESSABLE_ENTITY
    uploads = taken_in(form.papers)
    if not uploads and not form.papers.errors:
        form.papers.errors = [_("Choose a file first.")]
    try:
        for upload in uploads:
            actions.add_paper(draft, actor, upload, form.kind.data)
    except actions.UploadFlood:
        form.papers.errors = [_("Too many papers within the hour: send the others later.")]
        return _page(draft, form), HTTPStatus.TOO_MANY_REQUESTS
    if form.papers.errors:
        return _page(draft, form), HTTPStatus.UNPROCESSABLE_ENTITY
    flash(_("The paper is kept with the draft."), "success")
    return redirect(url_for("proposals.draft_papers", draft_id=draft.id))


@proposals.get("/drafts/<int:draft_id>/papers/<int:paper_id>")
def draft_paper(draft_id: int, paper_id: int) -> Response:
    """Fetch a paper of one's own draft."""
    draft, _actor = open_draft(draft_id)
    return send(drafts.paper_of(draft, paper_id))


@proposals.post("/drafts/<int:draft_id>/papers/<int:paper_id>/removal")
def draft_paper_removal(draft_id: int, paper_id: int) -> ResponseReturnValue:
    """Take a paper out of a draft."""
    draft, _actor = open_draft(draft_id)
    actions.remove_paper(drafts.paper_of(draft, paper_id))
    flash(_("The paper is taken out."), "success")
    if drafting.is_light(draft):
        return redirect(url_for("proposals.draft", draft_id=draft.id))
    return redirect(url_for("proposals.draft_papers", draft_id=draft.id))


def _page(draft: Proposal, form: PapersForm) -> str:
    return render_template(
        "proposals/draft/papers.html",
        draft=draft,
        form=form,
        removal=SeenForm(formdata=None),
        step="papers",
        steps=drafting.steps_of(draft),
        papers=[(paper, papers.label_of(draft, paper.label)) for paper in papers.given(draft)],
        missing=papers.missing(draft),
        later=papers.asked_later(draft),
    )
