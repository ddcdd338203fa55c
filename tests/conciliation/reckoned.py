"""The reminders of a dispute as a reader of the city's settings reckons them. Art. 33, 34."""

from datetime import date, timedelta

from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.rhythm import TERMS, deadline_of, over_on
from pactregistry.config import settings
from pactregistry.pacts.life.terms import term_of
from pactregistry.workflow.states_disputes import DisputeState


def next_reminder(dispute: Dispute, today: date) -> date | None:
    """The next day on which somebody is reminded, or time closes; None for a closed dispute."""
    ends = {day for day in (deadline_of(dispute), over_on(dispute)) if day is not None}
    return min((_next(dispute, until, today) for until in ends), default=None)


def _next(dispute: Dispute, until: date, today: date) -> date:
    term = term_of(dispute.pact, TERMS[DisputeState(dispute.state)])
    before = term.reminders if term is not None else ()
    ahead = [until - timedelta(days=days) for days in before]
    over = until + timedelta(days=1)
    every = settings().city.conciliation.late_reminder_days
    late = over + timedelta(days=((today - over).days // every + 1) * every)
    return min((day for day in (*ahead, over) if day > today), default=late)
