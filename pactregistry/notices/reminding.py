"""Reminders, once each: of several missed ones only the nearest is sent. Art. 10(2), 34."""

from collections.abc import Sequence
from datetime import date

from pactregistry.database import db
from pactregistry.notices.models import Reminder, reminded


def falls_due(key: str, until: date, reminders: Sequence[int], today: date) -> bool:
    """Mark the reminder that is due so many days before a day, if it was not; does not commit."""
    due = [days for days in reminders if (until - today).days <= days]
    return bool(due) and once(f"{key}:{min(due)}", today)


def once(key: str, today: date) -> bool:
    """Mark something as sent; False where it was before. Does not commit."""
    if reminded(key) is not None:
        return False
    db.session.add(Reminder(key=key, queued_on=today))
    db.session.flush()
    return True
