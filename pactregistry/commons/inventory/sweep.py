"""What comes due on the list by itself: it grows old, temporary uses end. Art. 8(3), 10(6).

Safe to run at any time, late, twice or in two places: a mail and its mark share a transaction.
"""

from collections.abc import Sequence
from datetime import date, datetime

from pactregistry.commons.inventory.due import due_on, list_term
from pactregistry.commons.inventory.models import Commons
from pactregistry.commons.inventory.queries import locked, on_list
from pactregistry.config import settings
from pactregistry.database import apart, db
from pactregistry.notices.models import Reminder, reminded
from pactregistry.people.addressees import desk, write
from pactregistry.workflow.clocks import civil_day, last_day


def run(now: datetime) -> None:
    """Remind of what is due at an instant."""
    today = civil_day(now, settings().city.zone)
    with apart("the reminder of the list of commons"):
        _remind_list(on_list(), today)
    for commons_id in [c.id for c in on_list() if c.temporary_use and c.temporary_use_until]:
        with apart(f"the sweep of commons {commons_id}"):
            _remind_use(locked(commons_id), today)


def _remind_list(entries: Sequence[Commons], today: date) -> None:
    """One mail names all that is old; each entry is named again only after another interval."""
    old = [commons for commons in entries if (due := due_on(commons)) and today > due]
    fresh = [commons for commons in old if _mark(_interval_key(commons, today), today)]
    if fresh:
        write(desk(), "commons_list_old", entries=old, days=list_term().value)


def _interval_key(commons: Commons, today: date) -> str:
    due, term = due_on(commons), list_term()
    passed = 0
    while due is not None and term.value is not None and today > due:
        due = last_day(due, term.value, term.unit)
        passed += 1
    return f"commons:{commons.id}:list:{commons.reviewed_on}:{passed}"


def _remind_use(commons: Commons, today: date) -> None:
    until = commons.temporary_use_until
    here = settings()
    reminders = here.city.term(here.pack, "temporary_use_end").reminders
    if until is None or until < today:
        return
    due = [days for days in reminders if (until - today).days <= days]
    # Late, only the nearest one is sent: two mails on one day help nobody.
    if due and _mark(f"commons:{commons.id}:use:{until}:{min(due)}", today):
        write(desk(), "commons_use_ends", commons=commons)


def _mark(key: str, today: date) -> bool:
    """Mark a reminder; False where it was sent already."""
    if reminded(key) is not None:
        return False
    db.session.add(Reminder(key=key, queued_on=today))
    db.session.flush()
    return True
