"""Who keeps a committee from being formed is reminded; past the term every week. Art. 33, 34."""

from datetime import date

from pactregistry.conciliation import letters
from pactregistry.conciliation.committee.awaited import FORMING, Awaited, awaited
from pactregistry.conciliation.models import Dispute
from pactregistry.notices.reminding import falls_due, once
from pactregistry.pacts.life.terms import term_of
from pactregistry.people.addressees import Addressee

WEEK = 7  # days between two reminders of what is late


def remind_of_committee(dispute: Dispute, today: date) -> int:
    """Remind each of what they are to do before the committee sits; gives how many were reminded.

    Does not commit. Before the last day as the pack says, past it once a week.
    """
    waits = [wait for wait in awaited(dispute) if wait.what in FORMING]
    if not waits or not _falls_due(dispute, today):
        return 0
    theirs: dict[Addressee, list[Awaited]] = {}
    for wait in waits:
        for who in wait.to(dispute):
            theirs.setdefault(who, []).append(wait)
    for who, own in theirs.items():
        letters.write(
            [who],
            "dispute_awaited",
            dispute,
            waits=own,
            until=dispute.propose_by,
            late=today > dispute.propose_by,
        )
    return len(theirs)


def _falls_due(dispute: Dispute, today: date) -> bool:
    key = f"dispute:{dispute.id}:committee"
    late = (today - dispute.propose_by).days
    if late > 0:
        return once(f"{key}:late:{(late - 1) // WEEK}", today)
    term = term_of(dispute.pact, "conciliation")
    return term is not None and falls_due(key, dispute.propose_by, term.reminders, today)
