"""What guards read of a dispute and its committee. Art. 33."""

from dataclasses import dataclass

from pactregistry.workflow.facts import Facts


@dataclass(frozen=True)
class DisputeFacts(Facts):
    """Facts on a dispute, and on what somebody wants to do about it. Art. 33."""

    words_missing: bool = False
    pact_published: bool = True
    other_missing: bool = False
    other_inside: bool = False
    seat_filled: bool = False
    seat_taken: bool = False
    own_chair: bool = True
    excluded_as: str = ""
    sits_already: bool = False
    awaits_other_side: bool = True
    is_designated: bool = True
    chairs_open: tuple[str, ...] = ()
    in_the_file: bool = False
    day_reached: bool = False
    minutes_given: bool = False
    sides_unheard: tuple[str, ...] = ()
    text_before_vote: bool = False
    voted: bool = False
    majority: bool = False
    votes_awaited: tuple[str, ...] = ()
    days_late: int = 0
    term_over: bool = False
    under_way: tuple[str, ...] = ()
    answered: bool = False
    answered_late: bool = False
    all_accepted: bool = False
    all_answered: bool = False
    asked_it: bool = False
