"""What pages show of answers and outcomes: in the room, on the pact's page. Art. 33(2), 5(2)b."""

from dataclasses import dataclass

from flask import Flask
from flask_babel import gettext as _

from pactregistry.conciliation.access import Place
from pactregistry.conciliation.closing.public import Told, all_told
from pactregistry.conciliation.closing.queries import steps_that_closed, told_on
from pactregistry.conciliation.closing.taken_up import taken_up_by
from pactregistry.conciliation.closing.waiting_ends import end_awaited
from pactregistry.conciliation.committee.awaited import MEMBERS, WAITS, Wait
from pactregistry.conciliation.models import Answer, Dispute
from pactregistry.conciliation.queries import OPEN
from pactregistry.conciliation.voices import parties_of, voices
from pactregistry.conciliation.words import SIDES
from pactregistry.pacts.access import is_public
from pactregistry.pacts.models import Pact
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Chair, DisputeState, Effect, Side


@dataclass(frozen=True)
class Answers:
    """What each party answered; whether the reader may answer, for oneself or from a paper."""

    given: tuple[tuple[Side, Answer | None], ...]
    own: bool
    on_paper: bool
    ends: bool
    told: Told


@dataclass(frozen=True)
class OnPact:
    """The disputes on a pact that anyone may know of."""

    running: list[Told]
    ended: list[Told]
    ends: list[Told]  # their settlement waits for the City to end the pact


def init_app(app: Flask) -> None:
    """Give templates what they show."""
    app.add_template_global(answers_in)
    app.add_template_global(missing_in, "missing_in_dispute")
    app.add_template_global(disputes_told_on)
    app.add_template_global(taken_up_by, "settlements_taken_up")


def answers_in(dispute: Dispute, place: Place) -> Answers | None:
    """The answers to a proposal for who is in the room; None where none was made."""
    if dispute.proposed_on is None:
        return None
    by = {answer.side: answer for answer in dispute.answers}
    # Who has left a dispute keeps the answer that was given.
    sides = [*parties_of(dispute), *(side for side in by if side not in parties_of(dispute))]
    awaited = [side for side in parties_of(dispute) if side not in by]
    spoken = voices(dispute, place) if dispute.state == DisputeState.PROPOSED else {}
    return Answers(
        given=tuple((side, by.get(side)) for side in sides),
        own=any(spoken.get(side, Role.DESK) is not Role.DESK for side in awaited),
        on_paper=any(spoken.get(side) is Role.DESK for side in awaited),
        ends=Role.MANAGER in place.roles and end_awaited(dispute),
        told=all_told([dispute])[0],
    )


def missing_in(dispute: Dispute) -> list[tuple[str, str]]:
    """Who kept a committee from being complete when its term was over, and with what."""
    closed = steps_that_closed([dispute.id]).get(dispute.id)
    waits = closed.private.get("awaited", []) if closed is not None else []
    return [(_(SIDES[Side(s)] if s else MEMBERS[Chair(m)]), _(WAITS[Wait(w)])) for w, s, m in waits]


def disputes_told_on(pact: Pact) -> OnPact | None:
    """What the page of a pact tells of disputes; None for a pact that is not public."""
    if not is_public(pact):
        return None
    found = all_told(told_on(pact))
    over = [told for told in found if told.dispute.state not in OPEN]
    return OnPact(
        running=[told for told in found if told.dispute.state in OPEN],
        ended=over,
        ends=[t for t in over if t.effect == Effect.END and end_awaited(t.dispute)],
    )
