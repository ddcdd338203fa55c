"""Reminders before a training session, once each. Art. 18(2)."""

from datetime import datetime

from pactregistry.config import settings
from pactregistry.database import apart
from pactregistry.notices.reminding import falls_due
from pactregistry.supports.training.actions import remind
from pactregistry.supports.training.reading import planned
from pactregistry.workflow.clocks import civil_day


def run(now: datetime) -> None:
    """Remind who has a seat, each session in a transaction of its own."""
    here = settings()
    today = civil_day(now, here.city.zone)
    for session in planned(now):
        day = civil_day(session.starts_at, here.city.zone)
        with apart(f"the sweep of session {session.number}"):
            if falls_due(
                f"session:{session.id}:{day}", day, [here.city.supports.reminder_days], today
            ):
                remind(session)
