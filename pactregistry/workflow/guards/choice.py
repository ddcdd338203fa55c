"""Guards on a participatory choice between competing proposals. Art. 10(7)."""

from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Guard
from pactregistry.workflow.facts import ChoiceFacts
from pactregistry.workflow.states import Role

RIVALS_THERE: Guard[ChoiceFacts] = Guard(
    "rivals_there",
    cite("10(7)"),
    lambda f: f.rivals > 1,
    N_("There are not two competing proposals to choose from."),
    N_("Declare the proposals competing first."),
    Role.DESK,
)
NO_CHOICE_RUNNING: Guard[ChoiceFacts] = Guard(
    "no_choice_running",
    cite("10(7)"),
    lambda f: not f.choice_running,
    N_("Another choice between these proposals is under way, or its result is not recorded."),
    N_("Let it come to its end and record its result, or call it off first, saying why."),
    Role.DESK,
)
OPENS_LATER: Guard[ChoiceFacts] = Guard(
    "opens_later",
    cite("10(7)", "3(1)b"),
    lambda f: f.opens_later,
    N_("The days do not follow each other: notice, first day, last day, then the assembly."),
    N_("Choose a first day after that of the notice, and a last day that does not lie before it."),
    Role.DESK,
)
NOTICE_GIVEN: Guard[ChoiceFacts] = Guard(
    "notice_given",
    cite("10(7)", "3(1)b"),
    lambda f: not f.notice_short,
    N_("Fewer than %(days)s days lie between the notice and the first day."),
    N_("Choose a later day, so that all who care can hear of it, or go on."),
    Role.DESK,
    lambda f: {"days": f.notice_days},
)
FOUR_EYES: Guard[ChoiceFacts] = Guard(
    "four_eyes",
    cite("10(7)", "11(7)"),
    lambda f: not f.actor_is_proposer,
    N_("Who made one of the proposals cannot call, count or call off the choice between them."),
    N_("Ask the substitute of your office to take this step."),
    Role.DESK,
)
RIVAL_LEFT: Guard[ChoiceFacts] = Guard(
    "rival_left",
    cite("10(7)"),
    lambda f: f.rival_left,
    N_("All proposals of the choice are still there."),
    N_("Nothing is left to do: the choice goes on."),
    Role.CLOCK,
)
CHOICE_DAY_REACHED: Guard[ChoiceFacts] = Guard(
    "day_reached",
    cite("10(7)"),
    lambda f: f.day_reached,
    N_("The announced day has not come."),
    N_("Wait: voting opens by itself on its day."),
    Role.CLOCK,
)
WITHIN_BALLOT: Guard[ChoiceFacts] = Guard(
    "within_ballot",
    cite("10(7)"),
    lambda f: f.within_window,
    N_("Voting is not open now."),
    N_("See the page of the choice: it says from when to when one may vote."),
    Role.CLOCK,
)
ONE_VOTE: Guard[ChoiceFacts] = Guard(
    "one_vote",
    cite("10(7)"),
    lambda f: not f.voted_already,
    N_("You have voted already: each person has one vote, and it cannot be changed."),
    N_("Nothing is left to do: the result will be published here."),
    Role.CITIZEN,
)
MAY_VOTE: Guard[ChoiceFacts] = Guard(
    "may_vote",
    cite("10(7)", "4(1)"),
    lambda f: f.may_vote,
    N_("Only people with an account and a confirmed e-mail vote here."),
    N_("Confirm your address, or come to the assembly if there is one."),
    Role.CITIZEN,
)
BALLOT_CLOSED: Guard[ChoiceFacts] = Guard(
    "ballot_closed",
    cite("10(7)"),
    lambda f: not f.ballot_open,
    N_("The announced days are not over."),
    N_("Wait until the last announced day has ended."),
    Role.CLOCK,
)
MINUTES_GIVEN: Guard[ChoiceFacts] = Guard(
    "minutes_given",
    cite("10(7)", "3(1)b"),
    lambda f: f.minutes_given,
    N_("The minutes are missing."),
    N_("Write or attach the minutes: who called, how many came, how it was counted."),
    Role.DESK,
)
COUNT_ADDS_UP: Guard[ChoiceFacts] = Guard(
    "count_adds_up",
    cite("10(7)"),
    lambda f: f.count_adds_up,
    N_("The numbers do not add up: more votes than people who took part, or none at all."),
    N_("Compare them with the minutes and enter them again."),
    Role.DESK,
)
