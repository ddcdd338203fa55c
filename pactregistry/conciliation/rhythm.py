"""The last days of a dispute, and when those who are awaited in it are reminded. Art. 33, 34.

Before a last day as the pack says, once it is over as often as the city says.
"""

from collections.abc import Sequence
from datetime import date

from pactregistry.conciliation.models import Dispute
from pactregistry.config import settings
from pactregistry.notices.reminding import falls_due, once
from pactregistry.pacts.life.terms import term_of
from pactregistry.workflow.clocks import civil_day, last_day
from pactregistry.workflow.states_disputes import Chair, DisputeState

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


def over_on(dispute: Dispute) -> date | None:
    """The last day after which a dispute may be closed; None for one that is closed.

    The seats have some days of the city's to be filled, also past the term: from the day on which
    the request was recorded, or on which one fell empty while the committee sits.
    """
    last = deadline_of(dispute)
    empty = [chair for chair in Chair if not _is_taken(dispute, chair)]
    if last is None or dispute.state == DisputeState.PROPOSED or not empty:
        return last
    if dispute.state == DisputeState.REQUESTED:
        since = civil_day(dispute.request.recorded_at, settings().city.zone)
    else:
        since = min(_left_on(dispute, chair) for chair in empty)
    return max(last, last_day(since, settings().city.conciliation.vacancy_days))


def falls_due_on(dispute: Dispute, what: str, until: date, today: date) -> bool:
    """Mark the reminder of something that is due today, if it was not sent; does not commit."""
    key = f"dispute:{dispute.id}:{what}:{until}"
    if today <= until:
        return falls_due(key, until, _before(dispute), today)
    number = ((today - until).days - 1) // settings().city.conciliation.late_reminder_days
    return once(f"{key}:late:{number}", today)


def _is_taken(dispute: Dispute, chair: Chair) -> bool:
    on_it = [member for member in dispute.members if member.chair == chair]
    return any(member.current and member.seated_on is not None for member in on_it)


def _left_on(dispute: Dispute, chair: Chair) -> date:
    """The day on which a seat fell empty while the committee sits."""
    left = [m.left_on for m in dispute.members if m.chair == chair and m.seated_on and m.left_on]
    return max([dispute.convened_on or dispute.requested_on, *left])


def _before(dispute: Dispute) -> Sequence[int]:
    term = term_of(dispute.pact, TERMS[DisputeState(dispute.state)])
    return term.reminders if term is not None else ()
