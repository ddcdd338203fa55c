"""When those who are awaited in a dispute are reminded: before the last day, then again and again.

Before it as the pack says, once it is over as often as the city says. Art. 33, 34.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from pactregistry.conciliation.models import Dispute
from pactregistry.config import settings
from pactregistry.notices.reminding import falls_due, once
from pactregistry.pacts.life.terms import term_of
from pactregistry.workflow.states_disputes import DisputeState

TERMS = {
    DisputeState.REQUESTED: "conciliation",
    DisputeState.SITTING: "conciliation",
    DisputeState.PROPOSED: "conciliation_answer",
}


def deadline_of(dispute: Dispute) -> date | None:
    """The last day on which what is awaited now is in time; None once the dispute is closed."""
    if dispute.state not in TERMS:
        return None
    proposed = dispute.state == DisputeState.PROPOSED
    return (dispute.answer_by if proposed else None) or dispute.propose_by


def falls_due_on(dispute: Dispute, what: str, until: date, today: date) -> bool:
    """Mark the reminder of something that is due today, if it was not sent; does not commit."""
    key = f"dispute:{dispute.id}:{what}:{until}"
    if today <= until:
        return falls_due(key, until, _before(dispute), today)
    number = ((today - until).days - 1) // settings().city.conciliation.late_reminder_days
    return once(f"{key}:late:{number}", today)


def next_reminder(dispute: Dispute, today: date) -> date | None:
    """The next day on which somebody is reminded, or time closes; None for a closed dispute."""
    until = deadline_of(dispute)
    if until is None:
        return None
    ahead = [until - timedelta(days=days) for days in _before(dispute)]
    over = until + timedelta(days=1)
    every = settings().city.conciliation.late_reminder_days
    late = over + timedelta(days=((today - over).days // every + 1) * every)
    return min((day for day in (*ahead, over) if day > today), default=late)


def _before(dispute: Dispute) -> Sequence[int]:
    term = term_of(dispute.pact, TERMS[DisputeState(dispute.state)])
    return term.reminders if term is not None else ()
