"""What comes due on places by itself: pacts that ended free them. Art. 10(6), 5(2)b.

Run twice, late or on two machines it does nothing twice: the place is read again under its lock.
"""

from datetime import datetime

from pactregistry.commons.inventory.queries import locked
from pactregistry.database import apart
from pactregistry.pacts.places.occupancy import settle
from pactregistry.pacts.places.uses import to_settle


def run(now: datetime) -> None:
    """Settle every place whose state no longer tells what its pacts do."""
    for commons_id in to_settle():
        with apart(f"the sweep of commons {commons_id}"):
            settle(locked(commons_id), now)
