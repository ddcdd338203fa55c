"""What is due by date on pacts: they start, rest, end, and remind before. Art. 5(2)b, 15(6).

Run twice, late or on two machines it does nothing twice.
"""

from datetime import date, datetime

from pactregistry.config import settings
from pactregistry.database import apart, locked_row
from pactregistry.notices.reminding import once
from pactregistry.pacts import letters
from pactregistry.pacts.life.due import next_due, start_reminder, take
from pactregistry.pacts.life.reminding import remind
from pactregistry.pacts.models import Pact
from pactregistry.pacts.queries import pacts_in
from pactregistry.people import addressees
from pactregistry.workflow.clocks import civil_day
from pactregistry.workflow.engine import Unlawful
from pactregistry.workflow.lifecycle import IN_FORCE


def run(now: datetime) -> int:
    """Do what is due at an instant, each pact in a transaction of its own; gives how many acts."""
    today = civil_day(now, settings().city.zone)
    done = 0
    for pact_id in [pact.id for pact in pacts_in(*IN_FORCE)]:
        with apart(f"the sweep of pact {pact_id}"):
            done += _sweep(pact_id, today, now)
    return done


def _sweep(pact_id: int, today: date, now: datetime) -> int:
    pact = locked_row(Pact, pact_id)
    # An imported pact waits for a person: nothing happens to it by itself before. Art. 36
    if not pact.import_confirmed:
        return 0
    done = 0
    held = False
    while due := next_due(pact, today, held=held):
        try:
            take(due, pact, today, now)
        except Unlawful as refusal:  # it cannot start; a notice to leave it ends it all the same
            held = True
            done += _told(pact, today, refusal)
        else:
            done += 1
    return done + (remind(pact, today) if pact.state in IN_FORCE else 0)


def _told(pact: Pact, today: date, refusal: Unlawful) -> bool:
    """The desk reads once what stands against the start of a pact."""
    if not once(start_reminder(pact), today):
        return False
    to = addressees.desk()
    letters.write(to, "pact_cannot_start", pact, obstacles=refusal.obstacles)
    return True
