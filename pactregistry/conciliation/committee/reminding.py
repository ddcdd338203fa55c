"""Who keeps a committee from being formed is reminded, past the term again and again. Art. 33."""

from datetime import date

from pactregistry.conciliation import letters
from pactregistry.conciliation.committee.awaited import FORMING, Awaited, awaited
from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.rhythm import falls_due_on, over_on
from pactregistry.people.addressees import Addressee


def remind_of_committee(dispute: Dispute, today: date) -> int:
    """Remind each of what they are to do before the committee sits; gives how many were reminded.

    Does not commit. Before the last day as the pack says, past it as often as the city says; that
    day is a later one for a seat that fell empty while the committee sits.
    """
    waits = [wait for wait in awaited(dispute) if wait.what in FORMING]
    until = over_on(dispute)
    if not waits or until is None or not falls_due_on(dispute, "committee", until, today):
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
            until=until,
            late=today > until,
            nobody_convenes=letters.nobody_convenes(dispute),
        )
    return len(theirs)
