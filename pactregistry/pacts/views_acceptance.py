"""Accepting a proposal, which forms its pact. Art. 11(7), 10(7)."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from pactregistry.config import settings
from pactregistry.journal import history
from pactregistry.pacts import actions_acceptance
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.forms import AcceptanceForm
from pactregistry.pacts.queries import pact_of_proposal, proposal_by_number
from pactregistry.people.acting import Day
from pactregistry.proposals.facts import acceptance_facts
from pactregistry.proposals.officers import actor_for
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import Intensity, ProposalState, Role, pace_of


@pacts.route("/desk/proposals/<number>/acceptance", methods=["GET", "POST"])
def accept(number: str) -> str | Response:
    """Accept a proposal after reading what stands against it."""
    proposal = proposal_by_number(number)
    actor = actor_for(proposal, (Role.DESK,))
    standing = pact_of_proposal(proposal.id)
    if standing is not None and request.method == "GET":
        return redirect(url_for("pacts.codesign", number=standing.number))
    form = AcceptanceForm(version=proposal.version, occurred_on=settings().today())
    if form.validate_on_submit():
        day = Day(form.day, form.why_earlier.data or "")
        pact = actions_acceptance.accept(proposal, actor, form.seen, day, form.reason.data or "")
        flash(_("Accepted. The pact has the number %(number)s.", number=pact.number), "success")
        return redirect(url_for("pacts.codesign", number=pact.number))
    facts = acceptance_facts(proposal, actor)
    against = PROPOSAL.obstacles("accept", ProposalState(proposal.state), actor.role, facts)
    return render_template(
        "pacts/accept.html",
        form=form,
        proposal=proposal,
        against=against,
        entries=history(PROPOSAL.name, proposal.id),
        pace=pace_of(
            proposal.intensity or Intensity.CONTINUOUS,
            works=proposal.works,
            money=proposal.money,
            risk=proposal.risk,
        ),
    )
