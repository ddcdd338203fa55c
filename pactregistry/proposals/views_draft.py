"""Writing a proposal: one screen for a small case, else steps; each saves. Art. 3(1)f-h.

A script sends the same forms while one types; without it each button does.
"""

from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from flask import abort, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.commons.forms_commons import offer_commons
from pactregistry.config import settings
from pactregistry.documents.arriving import taken_in
from pactregistry.journal import Stale
from pactregistry.people.acting import Actor
from pactregistry.people.once import BY_SCRIPT
from pactregistry.proposals import actions_draft as actions
from pactregistry.proposals import drafting, drafts, papers, placing
from pactregistry.proposals.access import author_here
from pactregistry.proposals.blueprint import proposals
from pactregistry.proposals.call_questions import PREFIX, with_questions
from pactregistry.proposals.form_fields import THEMES
from pactregistry.proposals.forms_draft import DeletionForm, LightForm, offer, typed
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import ProposalState

BOTH = ["GET", "POST"]


def open_draft(draft_id: int) -> tuple[Proposal, Actor]:
    """A draft and its author; one that was sent leads to its file, another's is not there."""
    draft = drafts.begun(draft_id)
    actor = author_here(draft)
    if draft.state != ProposalState.DRAFT:
        abort(redirect(url_for("proposals.own", number=draft.number)))
    return draft, actor


@proposals.route("/drafts/<int:draft_id>", methods=BOTH)
def draft(draft_id: int) -> ResponseReturnValue:
    """A small case on one screen; a larger one where its author left it."""
    found, actor = open_draft(draft_id)
    if not drafting.is_light(found):
        step = drafting.where_to_go_on(found)
        return redirect(_address(found, step))
    return _answer(found, actor, with_questions(LightForm, found), "")


@proposals.route("/drafts/<int:draft_id>/<any(who, what, where, how, call):step>", methods=BOTH)
def draft_step(draft_id: int, step: str) -> ResponseReturnValue:
    """One step of a larger case."""
    found, actor = open_draft(draft_id)
    form = drafting.FORMS[step]
    return _answer(
        found, actor, with_questions(form, found) if step == "call" else form(obj=found), step
    )


@proposals.route("/drafts/<int:draft_id>/deletion", methods=BOTH)
def draft_deletion(draft_id: int) -> ResponseReturnValue:
    """Throw a draft away, asked once more."""
    found, _actor = open_draft(draft_id)
    form = DeletionForm()
    if not form.validate_on_submit():
        form.version.data = found.version
        return render_template("proposals/draft/deletion.html", draft=found, form=form)
    actions.throw_away(found, form.seen)
    flash(_("The draft is deleted."), "success")
    return redirect(url_for("proposals.mine"))


def _answer(found: Proposal, actor: Actor, form: Any, step: str) -> ResponseReturnValue:
    offer(form, drafts.groups_led(actor.account_id))
    if "commons_id" in form:
        words = "" if form.is_submitted() else request.args.get("find", "")
        form.find.data = form.find.data or words
        offer_commons(form, placing.offered_to(found, words))
    if not form.is_submitted():
        form.version.data = found.version
        return _page(found, form, step)
    if not form.validate():
        return _refused(found, form, step)
    values = typed(form)
    try:
        actions.save(found, form.seen, values)
    except Stale:
        moved = drafting.differences(found, form, values)
        form.version.data = found.version
        return _page(found, form, step, moved=moved), HTTPStatus.CONFLICT
    if BY_SCRIPT in request.headers:
        return jsonify(version=found.version, saved=_("Saved"))
    return _papers_too(found, actor, form) or _onward(found, step)


def _papers_too(found: Proposal, actor: Actor, form: Any) -> ResponseReturnValue | None:
    """Keep the papers of the one screen; the page comes back only where one was not taken."""
    if "papers" not in form:
        return None
    uploads = taken_in(form.papers)
    try:
        for upload in uploads:
            actions.add_paper(found, actor, upload, papers.OTHER)
    except actions.UploadFlood:
        form.version.data = found.version
        form.papers.errors = [_("Too many papers within the hour: send the others later.")]
        return _page(found, form, ""), HTTPStatus.TOO_MANY_REQUESTS
    if form.papers.errors:
        return _refused(found, form, "")
    return None


def _refused(found: Proposal, form: Any, step: str) -> ResponseReturnValue:
    if BY_SCRIPT in request.headers:
        return jsonify(saved=_("Not saved: see the form")), HTTPStatus.UNPROCESSABLE_ENTITY
    form.version.data = found.version if step == "" else form.version.data
    return _page(found, form, step), HTTPStatus.UNPROCESSABLE_ENTITY


def _onward(found: Proposal, step: str) -> ResponseReturnValue:
    go = request.form.get("go", "")
    if go == "stay":
        flash(_("Saved. You can leave and come back: you find the draft in your files."), "success")
        return redirect(_address(found, step))
    if go == "find":
        return redirect(f"{_address(found, step)}?{urlencode({'find': request.form['find']})}")
    if go == "check" or not step:
        return redirect(_address(found, "check" if go else ""))
    return redirect(_address(found, drafting.next_step(found, step)))


def _address(found: Proposal, step: str) -> str:
    if not step:
        return url_for("proposals.draft", draft_id=found.id)
    if step in drafting.FORMS:
        return url_for("proposals.draft_step", draft_id=found.id, step=step)
    return url_for(f"proposals.draft_{step}", draft_id=found.id)


def _page(found: Proposal, form: Any, step: str, moved: Any = ()) -> str:
    here = settings()
    return render_template(
        f"proposals/draft/{step or 'light'}.html",
        draft=found,
        form=form,
        step=step,
        steps=drafting.steps_of(found),
        moved=moved,
        asked=[field for field in form if field.name.startswith(PREFIX)],
        themes=THEMES,
        places=here.city.places,
        papers=[(paper, papers.label_of(found, paper.label)) for paper in papers.given(found)],
    )
