"""A call closes by itself at its announced minute. Art. 11(2).

Late sweeps change nothing for who answers: whether an entry is in time is asked at its sending.
"""

from datetime import datetime

from pactregistry.commons.calls import queries
from pactregistry.commons.calls.facts import facts_on
from pactregistry.commons.calls.models import Call
from pactregistry.commons.calls.moments import has_closed
from pactregistry.config import settings
from pactregistry.database import apart
from pactregistry.journal import Act, record
from pactregistry.people.addressees import desk, write
from pactregistry.workflow.clocks import civil_day
from pactregistry.workflow.lifecycle import CALL
from pactregistry.workflow.states import CallState, Role


def run(now: datetime) -> None:
    """Close what has reached its moment, each call in a transaction of its own."""
    for call_id in queries.ids_open():
        with apart(f"the closing of call {call_id}"):
            call = queries.locked(call_id)
            still_open = call.state == CallState.OPEN and call.closes_at is not None
            if still_open and call.closes_at and has_closed(call.closes_at, now):
                _close(call, call.closes_at)


def _close(call: Call, closes_at: datetime) -> None:
    here = settings()
    step = CALL.take("close", CallState.OPEN, Role.CLOCK, facts_on(call, moment_reached=True))
    # The fact is of the announced day, whenever the sweep came to it.
    day = civil_day(closes_at, here.city.zone)
    record(call, step, Act(actor_id=None, occurred_on=day, recorded_at=here.now()))
    write(desk(), "call_closed", call=call)
