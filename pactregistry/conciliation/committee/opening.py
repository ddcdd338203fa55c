"""On whose part a step on the committee is taken, and by which page. Art. 33(1), 10(2)."""

from collections.abc import Iterable, Mapping

from flask import abort, request

from pactregistry.conciliation.voices import speaker
from pactregistry.people.acting import Actor
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Side

TEMPLATE = "conciliation/committee/step.html"
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
