"""The page on which a secretary ends an attempt that brought no proposal. Art. 33(2), 34(1)."""

from flask import url_for
from flask.typing import ResponseReturnValue

from pactregistry.conciliation.access import actor_for, room_of
from pactregistry.conciliation.blueprint import conciliation
from pactregistry.conciliation.closing import actions
from pactregistry.conciliation.closing.facts import facts_without_proposal
from pactregistry.conciliation.closing.forms import NoProposalForm
from pactregistry.people.current import signed_in
from pactregistry.people.step_page import ANSWERED_BY_FORM, StepPage
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states import Role


@conciliation.route("/disputes/<number>/no-proposal", methods=["GET", "POST"])
def close_without_proposal(number: str) -> ResponseReturnValue:
    """End an attempt whose term is over and whose committee makes no proposal."""
    dispute, place = room_of(number)
    actor, person = actor_for(place, (Role.SECRETARY,)), signed_in()
    page = StepPage(
        machine=DISPUTE,
        step="close_without_proposal",
        subject=dispute,
        actor=actor,
        facts=facts_without_proposal(dispute, person),
        name=f"{dispute.number} · {dispute.title}",
        back=url_for("conciliation.show", number=number),
        answered=ANSWERED_BY_FORM | {"why_no_proposal"},
        shown={"dispute": dispute},
    )
    form = NoProposalForm()

    def take() -> None:
        said = form.reason.data or ""
        actions.close_without_proposal(dispute, actor, person, form.seen, said)

    return page.answer(form, take, "conciliation/closing/no_proposal.html")
