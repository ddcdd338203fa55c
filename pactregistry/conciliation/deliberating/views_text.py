"""Pages of the text: written together, put to the vote, taken back. Art. 33(2)."""

from http import HTTPStatus

from flask import flash, redirect, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.conciliation.access import actor_for, room_of
from pactregistry.conciliation.blueprint import conciliation
from pactregistry.conciliation.deliberating import actions_text as actions
from pactregistry.conciliation.deliberating import texts
from pactregistry.conciliation.deliberating.actions_text import Drafted, Overtaken
from pactregistry.conciliation.deliberating.forms import DraftForm, PutToVoteForm
from pactregistry.conciliation.deliberating.steps import BOTH, page_of
from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.step_pages import name_of, room_page
from pactregistry.people.forms_day import SeenForm
from pactregistry.reports.writing.pages import Moved, differences
from pactregistry.workflow.engine import Obstacle, Unlawful
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states_disputes import Effect


@conciliation.route("/disputes/<number>/draft", methods=BOTH)
def write_draft(number: str) -> ResponseReturnValue:
    """Write the proposal together; another member's change is shown beside one's own."""
    dispute, place = room_of(number)
    by = (actor_for(place, DISPUTE.rows["put_to_vote"].by), place)
    form = DraftForm()
    if not form.is_submitted():
        draft = texts.draft_of(dispute)
        form.text.data, form.effect.data = draft.text, draft.effect
        form.revision.data = str(draft.revision)
        return _draft_page(dispute, form)
    if not form.validate():
        return _draft_page(dispute, form), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        drafted = Drafted(form.seen, form.text.data or "", Effect(form.effect.data))
        actions.save_draft(dispute, by, drafted)
    except Unlawful as refusal:
        return _draft_page(dispute, form, against=refusal.obstacles), HTTPStatus.CONFLICT
    except Overtaken:
        draft = texts.draft_of(dispute)
        moved = differences(form, {"text": draft.text, "effect": draft.effect.value})
        form.revision.data = str(draft.revision)
        return _draft_page(dispute, form, moved=moved), HTTPStatus.CONFLICT
    flash(_("Saved. Only the three members read it."), "success")
    return redirect(room_page(dispute) + "#text")


@conciliation.route("/disputes/<number>/text", methods=BOTH)
def put_to_vote(number: str) -> ResponseReturnValue:
    """Fix the draft and let the members vote on it."""
    dispute, place = room_of(number)
    draft = texts.draft_of(dispute)
    known = {"words_missing": not draft.text.strip()}
    page, dispute, by = page_of("put_to_vote", dispute, place, known, draft=draft)
    form = PutToVoteForm()
    if not form.is_submitted():
        form.revision.data = str(draft.revision)
    return page.answer(
        form,
        lambda: actions.put_to_vote(dispute, by, form.seen, form.shown),
        "conciliation/deliberating/put_to_vote.html",
    )


@conciliation.route("/disputes/<number>/taking-back", methods=BOTH)
def take_text_back(number: str) -> ResponseReturnValue:
    """Take the text back from the vote, to write it anew."""
    dispute, place = room_of(number)
    page, dispute, by = page_of("take_back", dispute, place, text=texts.before_vote(dispute))
    form = SeenForm()
    return page.answer(
        form,
        lambda: actions.take_back(dispute, by, form.seen),
        "conciliation/deliberating/take_back.html",
    )


def _draft_page(
    dispute: Dispute,
    form: DraftForm,
    *,
    against: tuple[Obstacle, ...] = (),
    moved: list[Moved] | None = None,
) -> str:
    return render_template(
        "conciliation/deliberating/draft.html",
        dispute=dispute,
        form=form,
        against=against,
        moved=moved or (),
        name=name_of(dispute),
        back=room_page(dispute),
    )
