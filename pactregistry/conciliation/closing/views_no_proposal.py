"""The page on which a secretary ends an attempt that brought no proposal. Art. 33(2), 34(1)."""

from flask.typing import ResponseReturnValue

from pactregistry.conciliation.access import actor_for, room_of
from pactregistry.conciliation.blueprint import conciliation
from pactregistry.conciliation.closing import actions
from pactregistry.conciliation.closing.facts import facts_without_proposal
from pactregistry.conciliation.closing.forms import NoProposalForm
from pactregistry.conciliation.step_pages import page_on
from pactregistry.people.current import signed_in
from pactregistry.workflow.states import Role


@conciliation.route("/disputes/<number>/no-proposal", methods=["GET", "POST"])
def close_without_proposal(number: str) -> ResponseReturnValue:
    """End an attempt whose term is over and whose committee makes no proposal."""
    dispute, place = room_of(number)
    actor, person = actor_for(place, (Role.SECRETARY,)), signed_in()
    facts = facts_without_proposal(dispute, person)
    page = page_on(dispute, "close_without_proposal", actor, facts)
    form = NoProposalForm()

    def take() -> None:
        said = form.reason.data or ""
        actions.close_without_proposal(dispute, actor, person, form.seen, said)

    return page.answer(form, take, "conciliation/closing/no_proposal.html")
