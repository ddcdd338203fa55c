"""The last days of a dispute, and when those who are awaited in it are reminded. Art. 33, 34.

Before a last day as the pack says, once it is over as often as the city says.
"""

from collections.abc import Sequence
from datetime import date

from pactregistry.conciliation.models import Dispute
from pactregistry.config import settings
from pactregistry.notices.reminding import falls_due, once
from pactregistry.pacts.life.terms import term_of
from pactregistry.workflow.clocks import last_day
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

    A seat that fell empty while the committee sits has some days of the city's to be filled anew,
    also past the thirty.
    """
    last = deadline_of(dispute)
    if last is None or dispute.state != DisputeState.SITTING:
        return last
    empty = [day for chair in Chair if (day := _empty_since(dispute, chair)) is not None]
    if not empty:
        return last
    return max(last, last_day(min(empty), settings().city.conciliation.vacancy_days))


def falls_due_on(dispute: Dispute, what: str, until: date, today: date) -> bool:
    """Mark the reminder of something that is due today, if it was not sent; does not commit."""
    key = f"dispute:{dispute.id}:{what}:{until}"
    if today <= until:
        return falls_due(key, until, _before(dispute), today)
    number = ((today - until).days - 1) // settings().city.conciliation.late_reminder_days
    return once(f"{key}:late:{number}", today)


def _empty_since(dispute: Dispute, chair: Chair) -> date | None:
    """The day on which a seat fell empty; None where somebody sits."""
    on_it = [member for member in dispute.members if member.chair == chair]
    if any(member.current and member.seated_on is not None for member in on_it):
        return None
    sat = [m.left_on for m in on_it if m.seated_on is not None and m.left_on is not None]
    return max(sat, default=dispute.convened_on)


def _before(dispute: Dispute) -> Sequence[int]:
    term = term_of(dispute.pact, TERMS[DisputeState(dispute.state)])
    return term.reminders if term is not None else ()
