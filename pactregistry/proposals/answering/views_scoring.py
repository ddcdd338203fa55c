"""The office compares the entries: a table of all, a form for each. Art. 11(2), 16(3)."""

from http import HTTPStatus
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound

from pactregistry.journal import history
from pactregistry.proposals.answering import actions_scoring as actions
from pactregistry.proposals.answering import queries
from pactregistry.proposals.answering.blueprint import answering
from pactregistry.proposals.answering.facts import ranking_of, stepped_aside
from pactregistry.proposals.answering.forms import POINTS, SENTENCE, ScoresForm, scores_form
from pactregistry.proposals.answering.views_call_steps import step_page
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.sheet_text import sheet_text
from pactregistry.workflow.engine import Unlawful
from pactregistry.workflow.lifecycle import PROPOSAL

BOTH = ["GET", "POST"]


@answering.get("/desk/calls/<int:call_id>/scores")
def scores(call_id: int) -> str:
    """All entries with the points that they have so far."""
    page = step_page("score", call_id)
    call = page.shown["call"]
    entries = queries.compared(queries.entries_of(call))
    points = {one.number: one.points for one in queries.scored(entries, queries.scores_of(call))}
    return render_template(
        "calls/scores.html",
        call=call,
        entries=entries,
        points=points,
        ranking=ranking_of(call, entries),
    )


@answering.route("/desk/calls/<int:call_id>/scores/<number>", methods=BOTH)
def score(call_id: int, number: str) -> ResponseReturnValue:
    """The points of one entry, each with a sentence."""
    page = step_page("score", call_id)
    call = page.shown["call"]
    proposal = queries.entry_numbered(call, number)
    if stepped_aside([proposal], page.actor.account_id):
        raise NoResultFound  # as the file itself answers
    standing = queries.scores_on(proposal)
    data: dict[str, Any] = {"digest_seen": actions.fingerprint(standing)}
    for key, one in standing.items():
        data |= {POINTS + key: one.points, SENTENCE + key: one.sentence}
    form = scores_form(call.criteria, data)
    shown = {"proposal": proposal, "text": sheet_text(proposal)}
    page.shown.update(shown, criteria=call.criteria, opened=_opened(proposal))
    page_args = {**page.shown, "form": form, "against": page.standing()}
    if not form.is_submitted():
        return render_template("calls/score.html", **page_args)
    if not form.validate():
        return render_template("calls/score.html", **page_args), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        seen = form.digest_seen.data or ""
        actions.score(call, proposal, page.actor, seen, _typed(form, call.criteria))
    except Unlawful as refusal:
        page_args["against"] = refusal.obstacles
        return render_template("calls/score.html", **page_args), HTTPStatus.CONFLICT
    flash(_("The scores of %(number)s are kept.", number=number), "success")
    return redirect(url_for("answering.scores", call_id=call.id))


def _opened(proposal: Proposal) -> bool:
    entries = history(PROPOSAL.name, proposal.id)
    return any(entry.step == "open_inquiry" for entry in entries)


def _typed(form: ScoresForm, criteria: list[dict[str, Any]]) -> dict[str, actions.Points]:
    found = {}
    for criterion in criteria:
        points, sentence = form.fields_for(criterion["key"])
        found[criterion["key"]] = actions.Points(points.data, sentence.data or "")
    return found
