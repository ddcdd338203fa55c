"""What nobody answered until its day: told as what it is. Art. 21(1), 3(1)b."""

from datetime import datetime

from pactregistry.config import settings
from pactregistry.database import apart
from pactregistry.supports.spaces.actions import lapse
from pactregistry.supports.spaces.reading import unanswered_before
from pactregistry.workflow.clocks import civil_day


def run(now: datetime) -> None:
    """Let every unanswered request lapse whose day has passed, each for itself."""
    today = civil_day(now, settings().city.zone)
    for booking in unanswered_before(today):
        with apart(f"the sweep of booking {booking.number}"):
            lapse(booking, today)
