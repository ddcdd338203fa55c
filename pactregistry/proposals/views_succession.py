"""The page on which an author chooses the regulation that has come into force. Art. 36(1)."""

from http import HTTPStatus

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.people.forms_day import SeenForm
from pactregistry.proposals import actions_succession as actions
from pactregistry.proposals.access import author_here
from pactregistry.proposals.blueprint import proposals
from pactregistry.proposals.facts import facts_on, pack_of
from pactregistry.proposals.reading import received
from pactregistry.proposals.succession import entering
from pactregistry.workflow.engine import Unlawful
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState
from pactregistry.workflow.step_words import STEPS

STEP = "choose_pack"


@proposals.route("/proposals/<number>/regulation", methods=["GET", "POST"])
def choose_pack(number: str) -> ResponseReturnValue:
    """Go on under the new regulation: what that changes, and until when one may choose."""
    proposal = received(number)
    actor = author_here(proposal)
    form = SeenForm()
    status = HTTPStatus.OK
    against = PROPOSAL.obstacles(
        STEP, ProposalState(proposal.state), actor.role, facts_on(proposal, (), actor)
    )
    if form.validate_on_submit():
        try:
            actions.choose_pack(proposal, actor, form.seen)
        except Unlawful as refusal:
            against, status = refusal.obstacles, HTTPStatus.CONFLICT
        else:
            flash(_(STEPS[STEP][1]), "success")
            return redirect(url_for("proposals.own", number=number))
    form.version.data = str(proposal.version)
    page = render_template(
        "proposals/draft/choose_pack.html",
        proposal=proposal,
        form=form,
        row=PROPOSAL.rows[STEP],
        against=against,
        counter=False,
        present=pack_of(proposal),
        found=entering(proposal),
    )
    return page, status
