"""What comes due on activities: one question where no word came, and no more. Art. 12(2)."""

from datetime import datetime, timedelta

from pactregistry.commons.modules import queries
from pactregistry.commons.modules.letters import author_of, write
from pactregistry.config import settings
from pactregistry.database import apart
from pactregistry.notices.reminding import once
from pactregistry.workflow.clocks import civil_day
from pactregistry.workflow.states import ActivityState


def run(now: datetime) -> None:
    """Remind of the activities whose day lies back as long as the city's term says, once each."""
    here = settings()
    today = civil_day(now, here.city.zone)
    days = here.city.term(here.pack, "activity_report").value or 0
    for activity_id in queries.unreported_ids(today - timedelta(days=days) + timedelta(days=1)):
        with apart(f"the sweep of activity {activity_id}"):
            activity = queries.locked(activity_id)
            waits = activity.state == ActivityState.AUTHORISED
            if waits and once(f"activity:{activity.id}:report", today):
                write(author_of(activity), "activity_report_awaited", activity)
