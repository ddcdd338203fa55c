"""What guards read of spaces and training. Art. 18, 21."""

from dataclasses import dataclass

from pactregistry.workflow.facts import Facts


@dataclass(frozen=True)
class BookingFacts(Facts):
    """Facts on the use of a municipal space. Art. 21."""

    taken: str = ""
    still_ahead: bool = True
    term_over: bool = False
    actor_is_proposer: bool = False


@dataclass(frozen=True)
class SessionFacts(Facts):
    """Facts on a training session. Art. 18."""

    listed_already: bool = False
    for_this_person: bool = True
    begun: bool = False
