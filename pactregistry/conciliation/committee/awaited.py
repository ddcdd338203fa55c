"""What is awaited of whom in a dispute, from its first day to its last. Art. 33, 34."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from pactregistry.conciliation import letters
from pactregistry.conciliation.committee.seats import member_on, namers
from pactregistry.conciliation.models import Dispute, Member
from pactregistry.conciliation.rhythm import over_on
from pactregistry.conciliation.voices import BOTH_SIDES, parties_of
from pactregistry.people.addressees import Addressee
from pactregistry.workflow.engine import N_
from pactregistry.workflow.states_disputes import Chair, DisputeState, Side


class Wait(StrEnum):
    """What somebody is to do next."""

    NAME = "name"
    NAME_THIRD = "name_third"
    PUT_FORWARD = "put_forward"
    AGREE = "agree"
    SAY_YES = "say_yes"
    CONVENE = "convene"
    PROPOSE = "propose"
    ANSWER = "answer"


WAITS = {
    Wait.NAME: N_("name a member"),
    Wait.NAME_THIRD: N_("name the third member"),
    Wait.PUT_FORWARD: N_("put forward a third member (either side may)"),
    Wait.AGREE: N_("agree or object to the third member"),
    Wait.SAY_YES: N_("take the seat or decline it"),
    Wait.CONVENE: N_("convene the committee"),
    Wait.PROPOSE: N_("make the proposal"),
    Wait.ANSWER: N_("answer the proposal"),
}
MEMBERS = {
    Chair.CITIZENS: N_("the member named by the citizens"),
    Chair.CITY: N_("the member named by the City"),
    Chair.JOINT: N_("the third member"),
}
FORMING = frozenset(Wait) - {Wait.PROPOSE, Wait.ANSWER}


@dataclass(frozen=True)
class Awaited:
    """One thing that is awaited: of a party, of a member, else of the secretary or committee.

    `by` is the last day of what has another one than the dispute: a seat that fell empty, or one
    to be filled after a request that was recorded late.
    """

    what: Wait
    side: Side | None = None
    member: Member | None = None
    by: date | None = None

    def to(self, dispute: Dispute) -> list[Addressee]:
        """Whom to remind of it."""
        if self.side is not None:
            return letters.to_side(dispute, self.side)
        if self.member is not None:
            return letters.to_member(self.member)
        if self.what is Wait.CONVENE:
            return letters.to_secretaries(dispute)
        return letters.to_committee(dispute)


def awaited(dispute: Dispute) -> list[Awaited]:
    """All that is awaited now; nothing of a dispute that is closed."""
    state = DisputeState(dispute.state)
    if state is DisputeState.PROPOSED:
        answered = {answer.side for answer in dispute.answers}
        return [Awaited(Wait.ANSWER, side) for side in parties_of(dispute) if side not in answered]
    if state not in {DisputeState.REQUESTED, DisputeState.SITTING}:
        return []
    found = [wait for chair in Chair for wait in _of_seat(dispute, chair)]
    by = over_on(dispute)
    if state is DisputeState.SITTING:
        return [*(replace(wait, by=by) for wait in found), Awaited(Wait.PROPOSE)]
    if by != dispute.propose_by:
        found = [replace(wait, by=by) for wait in found]
    return found or [Awaited(Wait.CONVENE)]


def _of_seat(dispute: Dispute, chair: Chair) -> list[Awaited]:
    member = member_on(dispute, chair)
    if member is None:
        sides = namers(dispute, chair)
        of_both = Wait.PUT_FORWARD if len(sides) > 1 else Wait.NAME_THIRD
        what = of_both if chair is Chair.JOINT else Wait.NAME
        return [Awaited(what, side) for side in sides]
    if not member.designated:
        return [Awaited(Wait.AGREE, side) for side in BOTH_SIDES if side != member.named_by]
    return [] if member.seated_on is not None else [Awaited(Wait.SAY_YES, member=member)]
