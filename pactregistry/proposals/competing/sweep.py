"""What comes due on choices by itself: a ballot opens, the office is asked to count. Art. 10(7).

Safe to run at any time, late or twice; a vote on its day needs no sweep to have run before.
"""

from datetime import datetime

from pactregistry.config import settings
from pactregistry.database import apart
from pactregistry.notices.reminding import once
from pactregistry.people.addressees import desk, write
from pactregistry.proposals.competing.actions_choice import open_due
from pactregistry.proposals.competing.facts import is_over
from pactregistry.proposals.competing.reading import choices_under_way, locked_choice
from pactregistry.workflow.clocks import civil_day


def run(now: datetime) -> None:
    """Do what is due at an instant, each choice in a transaction of its own."""
    today = civil_day(now, settings().city.zone)
    for choice_id in choices_under_way():
        with apart(f"the sweep of choice {choice_id}"):
            choice = locked_choice(choice_id)
            open_due(choice)
            if is_over(choice, today) and once(f"choice:{choice_id}:count", today):
                proposal = choice.options[0].proposal
                write(desk(), "choice_to_count", choice=choice, proposal=proposal)
