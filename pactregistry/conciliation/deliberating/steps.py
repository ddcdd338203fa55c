"""The page of one step of a committee's work: who takes it, what stands against it. Art. 33."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pactregistry.conciliation.access import Place, actor_for, room_of
from pactregistry.conciliation.deliberating.facts import facts_on
from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.step_pages import DisputePage, page_on
from pactregistry.people.acting import Actor
from pactregistry.workflow.lifecycle import DISPUTE

BOTH = ["GET", "POST"]

Opened = tuple[DisputePage, Dispute, tuple[Actor, Place]]


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
    facts = facts_on(dispute, place, actor, **known)
    page = page_on(dispute, step, actor, facts, place=place, **shown)
    return page, dispute, (actor, place)
