"""The page of a step on the committee, and on whose part it is taken. Art. 33(1), 10(2)."""

from collections.abc import Iterable, Mapping

from flask import abort, request, url_for

from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.voices import speaker
from pactregistry.people.acting import Actor
from pactregistry.people.step_page import ANSWERED_BY_FORM, StepPage
from pactregistry.workflow.facts_disputes import DisputeFacts
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import DisputeState, Side

DisputePage = StepPage[DisputeState, DisputeFacts]

TEMPLATE = "conciliation/committee/step.html"
ANSWERED = ANSWERED_BY_FORM | {"why_replaced"}
PART = "part"  # in the address: on whose part who speaks for several acts


def on_whose_part(spoken: Mapping[Side, Role], wanted: Iterable[Side]) -> tuple[Side, Actor]:
    """The party for which the person acts: one that may take the step, else any of theirs.

    For any of theirs the step is refused with its article; who speaks for none may not be here.
    """
    candidates = [side for side in wanted if side in spoken] or list(spoken)
    asked = [side for side in candidates if side == request.args.get(PART)]
    side = next(iter([*asked, *candidates]), None)
    if side is None:
        abort(403)
    return side, speaker(spoken, side)


def page_of(
    step: str, dispute: Dispute, actor: Actor, facts: DisputeFacts, **shown: object
) -> DisputePage:
    """The page of a step on a dispute."""
    return StepPage(
        machine=DISPUTE,
        step=step,
        subject=dispute,
        actor=actor,
        facts=facts,
        name=f"{dispute.number} · {dispute.title}",
        back=url_for("conciliation.show", number=dispute.number),
        answered=ANSWERED,
        shown={"dispute": dispute, **shown},
    )
