"""What a question may be about, and the parts of the lists, in words. Art. 3(1)b, 30(3)."""

from enum import StrEnum

from pactregistry.workflow.engine import N_

ABOUT = {
    "pact": N_("the pact and what is done at the place"),
    "money": N_("its money"),
    "report": N_("a report"),
}


class Shelf(StrEnum):
    """The parts of the desk's list of questions."""

    WAITING = "waiting"
    TO_READ = "to_read"
    TOLD_OF = "told_of"
    ANSWERED = "answered"
    WITHHELD = "withheld"


SHELVES = {
    Shelf.WAITING: N_("Waiting for an answer"),
    Shelf.TO_READ: N_("To read first"),
    Shelf.TOLD_OF: N_("Reported by readers"),
    Shelf.ANSWERED: N_("Answered"),
    Shelf.WITHHELD: N_("Withheld"),
}

# What a reader of the public list may choose.
PROGRESS = {
    "waiting": N_("waiting for an answer"),
    "late": N_("without an answer beyond the term"),
    "answered": N_("answered"),
}
