"""What time does in disputes: it reminds of what is awaited, and closes what is over. Art. 33, 34.

Run twice, late or on two machines it does nothing twice.
"""

from datetime import date, datetime

from pactregistry.conciliation.closing.ending import close_unformed, conclude, take_up_late
from pactregistry.conciliation.closing.reminding import remind, remind_of_end, remind_of_rest
from pactregistry.conciliation.closing.waiting_changes import changes_to_open
from pactregistry.conciliation.closing.waiting_ends import ends_awaited
from pactregistry.conciliation.closing.waiting_rests import rests_to_lift
from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.queries import open_disputes
from pactregistry.config import settings
from pactregistry.database import apart, locked_row
from pactregistry.workflow.clocks import civil_day


def run(now: datetime) -> int:
    """Do what is due, each dispute in a transaction of its own; gives how many acts and mails."""
    today = civil_day(now, settings().city.zone)
    done = 0
    for dispute_id in open_disputes():
        with apart(f"the sweep of dispute {dispute_id}"):
            done += _sweep(dispute_id, today, now)
    for dispute_id in ends_awaited():
        with apart(f"the reminder of the end in dispute {dispute_id}"):
            done += remind_of_end(dispute_id, today)
    for dispute_id in changes_to_open():
        with apart(f"the change settled in dispute {dispute_id}"):
            done += take_up_late(locked_row(Dispute, dispute_id), today, now)
    for dispute_id in rests_to_lift():
        with apart(f"the reminder of the suspension in dispute {dispute_id}"):
            done += remind_of_rest(dispute_id, today)
    return done


def _sweep(dispute_id: int, today: date, now: datetime) -> int:
    dispute = locked_row(Dispute, dispute_id)
    if conclude(dispute, now) or close_unformed(dispute, now):
        return 1
    return remind(dispute, today)
