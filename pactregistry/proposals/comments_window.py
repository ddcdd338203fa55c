"""The term in which everyone may comment: civil days of the city, last day included. Art. 11(5)."""

from datetime import date
from enum import StrEnum

from pactregistry.config import settings
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.clocks import last_day
from pactregistry.workflow.lifecycle import OPEN


class Window(StrEnum):
    """Where the comment window of a proposal stands today."""

    NONE = "none"
    SCHEDULED = "scheduled"
    OPEN = "open"
    CLOSED = "closed"


def window_of(proposal: Proposal) -> Window:
    """Where the window stands on the city's calendar; a file that has ended takes no comment."""
    since, until = proposal.comments_from, proposal.comments_until
    if since is None or until is None:
        return Window.NONE
    today = settings().today()
    if today > until or proposal.state not in OPEN:
        return Window.CLOSED
    return Window.SCHEDULED if today < since else Window.OPEN


def is_open(proposal: Proposal) -> bool:
    """Whether comments may still come, today or from a day announced."""
    return window_of(proposal) in {Window.OPEN, Window.SCHEDULED}


def days_from(since: date, days: int) -> tuple[date, date]:
    """The first and last day of a window: the opening day is open but not counted."""
    return since, last_day(since, days)
