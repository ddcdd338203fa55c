"""Who is awaited is reminded: to propose, to answer, to end or resume a pact. Art. 33(2), 5(2)b."""

from datetime import date

from pactregistry.conciliation import letters
from pactregistry.conciliation.committee.awaited import FORMING, awaited
from pactregistry.conciliation.committee.reminding import remind_of_committee
from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.rhythm import deadline_of, falls_due_on
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.notices.reminding import once
from pactregistry.people import addressees
from pactregistry.people.addressees import Addressee


def remind(dispute: Dispute, today: date) -> int:
    """Remind of all that is due in an open dispute, each thing once a turn; does not commit."""
    sent = remind_of_committee(dispute, today)
    waits = [wait for wait in awaited(dispute) if wait.what not in FORMING]
    until = deadline_of(dispute)
    if not waits or until is None or not falls_due_on(dispute, waits[0].what, until, today):
        return sent
    late = max(0, (today - until).days)
    for wait in waits:
        to = [*wait.to(dispute), *(letters.to_secretaries(dispute) if late else [])]
        letters.write(to, "dispute_reminder", dispute, wait=wait, until=until, late=late)
    return sent + len(waits)


def remind_of_end(dispute_id: int, today: date) -> bool:
    """Remind the managing officer of a pact that all parties want to end; does not commit."""
    return _since_its_end(dispute_id, "end", today, addressees.managers(), "dispute_end_awaited")


def remind_of_rest(dispute_id: int, today: date) -> bool:
    """Remind who may lift the suspension of a pact whose dispute has ended; does not commit."""
    to = [*addressees.managers(), *addressees.desk()]
    return _since_its_end(dispute_id, "rest", today, to, "dispute_rest_to_lift")


def _since_its_end(
    dispute_id: int, what: str, today: date, to: list[Addressee], template: str
) -> bool:
    dispute = db.session.get(Dispute, dispute_id)
    if dispute is None or dispute.closed_on is None:
        return False
    every = settings().city.conciliation.late_reminder_days
    number = (today - dispute.closed_on).days // every
    if number < 1 or not once(f"dispute:{dispute.id}:{what}:{number}", today):
        return False
    letters.write(to, template, dispute)
    return True
