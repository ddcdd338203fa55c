"""What was settled and a text that is written takes up, for its two sides. Art. 33(2), 5(2)m.

The version that a settlement opened, or the one that was open already when it came.
"""

from dataclasses import dataclass

from pactregistry.conciliation.access import place_in
from pactregistry.conciliation.closing.queries import settled_to_amend, signed_after
from pactregistry.conciliation.deliberating.texts import proposal_of
from pactregistry.conciliation.models import Dispute, DisputeText
from pactregistry.pacts.models import PactVersion, Purpose
from pactregistry.people.current import account


@dataclass(frozen=True)
class TakenUp:
    """A dispute whose settlement changes the pact; its words for who may enter its room alone."""

    dispute: Dispute
    proposal: DisputeText | None


def taken_up_by(version: PactVersion) -> list[TakenUp]:
    """The settlements that an amendment takes up, the oldest first; none for another text."""
    if version.purpose is not Purpose.AMENDMENT:
        return []
    disputes = settled_to_amend(version.pact)
    # What an amendment signed since has changed is no longer to be written.
    waiting = [d for d in disputes if not signed_after(version.pact, d.closed_at)]
    person = account()
    return [
        TakenUp(found, proposal_of(found) if place_in(found, person).in_room else None)
        for found in waiting
    ]
