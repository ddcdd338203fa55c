"""When an entry is to be looked at again, when a temporary use ends. Art. 8(3), 10(6)."""

from datetime import date

from pactregistry.commons.inventory.models import Commons
from pactregistry.config import settings
from pactregistry.workflow.clocks import last_day
from pactregistry.workflow.pack import Term


def list_term() -> Term:
    """After how long an entry is looked at again: the list is one, under the pack in force."""
    here = settings()
    return here.city.term(here.pack, "commons_list")


def due_on(commons: Commons) -> date | None:
    """The last day on which an entry counts as looked at; None off the list or without a term."""
    term = list_term()
    if commons.reviewed_on is None or term.value is None:
        return None
    return last_day(commons.reviewed_on, term.value, term.unit)


def is_due(commons: Commons) -> bool:
    """Whether an entry is older than the city's term."""
    due = due_on(commons)
    return due is not None and settings().today() > due


def use_ended(commons: Commons) -> bool:
    """Whether the temporary use of a place is over. Art. 8(3)."""
    until = commons.temporary_use_until
    return commons.temporary_use and until is not None and settings().today() > until
