"""The page of one step on a dispute: how it is called, where it leads, what its form brings."""

from flask import url_for

from pactregistry.conciliation.models import Dispute
from pactregistry.people.acting import Actor
from pactregistry.people.step_page import ANSWERED_BY_FORM, StepPage
from pactregistry.workflow.facts_disputes import DisputeFacts
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states_disputes import DisputeState

DisputePage = StepPage[DisputeState, DisputeFacts]

ANSWERED = ANSWERED_BY_FORM | {"why_replaced", "minutes_written", "reason_said", "why_no_proposal"}


def page_on(
    dispute: Dispute, step: str, actor: Actor, facts: DisputeFacts, back: str = "", **shown: object
) -> DisputePage:
    """The page of a step, which leads back to the room unless another address is named."""
    return StepPage(
        machine=DISPUTE,
        step=step,
        subject=dispute,
        actor=actor,
        facts=facts,
        name=name_of(dispute),
        back=back or room_page(dispute),
        answered=ANSWERED,
        shown={"dispute": dispute, "pact": dispute.pact, **shown},
    )


def name_of(dispute: Dispute) -> str:
    """How pages call a dispute."""
    return f"{dispute.number} · {dispute.title}"


def room_page(dispute: Dispute) -> str:
    """The address of the room of a dispute."""
    return url_for("conciliation.show", number=dispute.number)
