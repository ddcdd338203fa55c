"""A request is withdrawn by who asked; a third party leaves. Nobody is held there. Art. 33(1)."""

from pactregistry import journal
from pactregistry.conciliation import letters
from pactregistry.conciliation.asking.facts import facts_of
from pactregistry.conciliation.closing.ending import conclude, everyone
from pactregistry.conciliation.committee.telling import tell_gone
from pactregistry.conciliation.days import refuse_day
from pactregistry.conciliation.models import Dispute
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.people.acting import Actor, Day, act
from pactregistry.people.addressees import Addressee
from pactregistry.workflow.engine import Step
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states_disputes import Chair, DisputeState, Side


def withdraw(
    dispute: Dispute, actor: Actor, side: Side | None, seen: int, day: Day, reason: str
) -> None:
    """Withdraw a request for the party that made it: the attempt ends, whatever it had come to."""
    step = _take("withdraw", dispute, actor, side, seen, day)
    told = _all_but(dispute, actor)
    dispute.closed_on = day.occurred_on
    dispute.closed_at = settings().now()
    journal.record(dispute, step, act(actor, day, private={"reason": reason.strip()}))
    letters.write(told, "dispute_withdrawn", dispute)
    db.session.commit()


def leave(
    dispute: Dispute, actor: Actor, side: Side | None, seen: int, day: Day, reason: str
) -> None:
    """Let a third party go: the sides of the pact go on without it.

    A member whom it named and who does not sit yet is free again: both sides name the third one.
    """
    step = _take("leave", dispute, actor, side, seen, day)
    told = _all_but(dispute, actor)
    dispute.third_left_on = day.occurred_on
    freed = _free_the_third_seat(dispute, day)
    told = [who for who in told if who not in freed]
    joint_is_free = not any(m.current and m.chair is Chair.JOINT for m in dispute.members)
    journal.record(dispute, step, act(actor, day, private={"reason": reason.strip()}))
    # Where the others have all answered, nobody is waited for any more.
    if not conclude(dispute, settings().now()):
        letters.write(told, "dispute_left", dispute, joint_is_free=joint_is_free)
    db.session.commit()


def _take(
    name: str, dispute: Dispute, actor: Actor, side: Side | None, seen: int, day: Day
) -> Step:
    journal.expect(dispute, DISPUTE.name, seen)
    facts = facts_of(dispute, side)
    refuse_day(name, dispute, actor, facts, day)
    return DISPUTE.take(name, DisputeState(dispute.state), actor.role, facts)


def _free_the_third_seat(dispute: Dispute, day: Day) -> list[Addressee]:
    """Who was named by the third party and does not sit is told, and needs no other mail."""
    sits = dispute.state != DisputeState.REQUESTED
    freed = []
    for member in dispute.members:
        named = member.current and member.chair is Chair.JOINT and member.named_by is Side.THIRD
        if named and not (sits and member.seated_on is not None):
            member.current, member.left_on = None, day.occurred_on
            tell_gone(member)
            freed += letters.to_member(member)
    return freed


def _all_but(dispute: Dispute, actor: Actor) -> list[Addressee]:
    return letters.but(everyone(dispute), actor.account_id)
