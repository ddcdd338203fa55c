"""The day of a fact in a dispute: not to come, nor before what it belongs to. Art. 33, 3(1)b."""

from collections.abc import Iterator

from pactregistry import journal
from pactregistry.conciliation.models import Dispute
from pactregistry.people.acting import Actor, Day, day_obstacles
from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Obstacle, Unlawful
from pactregistry.workflow.facts_disputes import DisputeFacts
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states_disputes import DisputeState

ANSWERS = frozenset({"accept", "decline"})


def refuse_day(step: str, dispute: Dispute, actor: Actor, facts: DisputeFacts, day: Day) -> None:
    """Refuse a day that cannot be, together with all else that stands against the step.

    Raises:
        Unlawful: the day is in the future, before the request or before the proposal that is
            answered, or earlier than the previous step without a reason.
    """
    entries = journal.history(DISPUTE.name, dispute.id)
    found = [*day_obstacles(entries, day, by=actor.role), *_too_early(step, dispute, actor, day)]
    if found:
        others = DISPUTE.obstacles(step, DisputeState(dispute.state), actor.role, facts)
        raise Unlawful(DISPUTE.name, step, (*others, *found))


def _too_early(step: str, dispute: Dispute, actor: Actor, day: Day) -> Iterator[Obstacle]:
    begins = (dispute.proposed_on if step in ANSWERS else None) or dispute.requested_on
    if day.occurred_on < begins:
        yield Obstacle(
            "before_it_began",
            cite("33(2)", "3(1)b"),
            binds=True,
            message=N_("The day of the fact lies before what it belongs to: that was on %(day)s."),
            remedy=N_("Look at the day, the month and the year that you typed."),
            mender=actor.role,
            details={"day": begins},
        )
