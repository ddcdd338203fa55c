"""The page of one step of a committee's work: who takes it, what stands against it. Art. 33."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from flask import url_for

from pactregistry.conciliation.access import Place, actor_for, room_of
from pactregistry.conciliation.deliberating.facts import facts_on
from pactregistry.conciliation.models import Dispute
from pactregistry.people.acting import Actor
from pactregistry.people.step_page import ANSWERED_BY_FORM, StepPage
from pactregistry.workflow.facts_disputes import DisputeFacts
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states_disputes import DisputeState

BOTH = ["GET", "POST"]
ANSWERED = ANSWERED_BY_FORM | {"minutes_written"}

Opened = tuple[StepPage[DisputeState, DisputeFacts], Dispute, tuple[Actor, Place]]


def open_step(step: str, number: str) -> Opened:
    """A step on a dispute for who is in its room and may take it."""
    dispute, place = room_of(number)
    return page_of(step, dispute, place)


def page_of(
    step: str,
    dispute: Dispute,
    place: Place,
    known: Mapping[str, Any] = MappingProxyType({}),
    **shown: Any,
) -> Opened:
    """The page of a step, with facts that its view knows already and what it shows beside."""
    actor = actor_for(place, DISPUTE.rows[step].by)
    page = StepPage(
        machine=DISPUTE,
        step=step,
        subject=dispute,
        actor=actor,
        facts=facts_on(dispute, place, actor, **known),
        name=name_of(dispute),
        back=back_to(dispute),
        answered=ANSWERED,
        shown={"dispute": dispute, "pact": dispute.pact, "place": place, **shown},
    )
    return page, dispute, (actor, place)


def name_of(dispute: Dispute) -> str:
    """How pages call a dispute."""
    return f"{dispute.number} · {dispute.pact.title}"


def back_to(dispute: Dispute) -> str:
    """The room of a dispute."""
    return url_for("conciliation.show", number=dispute.number)
