"""Guards on support as it is used: loans, spaces, training, funds, permits. Art. 18-27."""

from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Guard
from pactregistry.workflow.facts import LoanFacts, PactFacts
from pactregistry.workflow.facts_supports import BookingFacts, SessionFacts
from pactregistry.workflow.states import Role

PACT_IN_FORCE: Guard[LoanFacts] = Guard(
    "pact_in_force",
    cite("22(1)", "22(2)"),
    lambda f: f.pact_in_force,
    N_("The pact is not in force: nothing is lent for it."),
    N_("Wait until it is signed, or lend for an activity or at the counter."),
    Role.DESK,
)
BACK_BY_THE_END: Guard[LoanFacts] = Guard(
    "back_by_the_end",
    cite("22(2)"),
    lambda f: f.later_than_pact is None,
    N_("The last day of the loan lies after the end of the pact (%(end)s)."),
    N_("Choose the pact's last day or an earlier one."),
    Role.DESK,
    lambda f: {"end": f.later_than_pact},
)
SPACE_FREE: Guard[BookingFacts] = Guard(
    "space_free",
    cite("21(1)"),
    lambda f: not f.taken,
    N_("The space is taken then: %(when)s."),
    N_("Choose another time: the calendar of the space shows what is free."),
    Role.CITIZEN,
    lambda f: {"when": f.taken},
)
SPACE_STILL_AHEAD: Guard[BookingFacts] = Guard(
    "space_still_ahead",
    cite("21(1)"),
    lambda f: f.still_ahead,
    N_("That time is over."),
    N_("Ask for another time."),
    Role.CITIZEN,
)
BOOKING_TERM_OVER: Guard[BookingFacts] = Guard(
    "term_over",
    cite("21(1)"),
    lambda f: f.term_over,
    N_("The time that was asked for has not come yet."),
    N_("Wait for the answer of the office."),
    Role.CLOCK,
)
ASKER_DOES_NOT_DECIDE: Guard[BookingFacts] = Guard(
    "four_eyes",
    cite("11(7)", "21(1)"),
    lambda f: not f.actor_is_proposer,
    N_("Who asked for the space does not decide on it."),
    N_("Ask the substitute of your office to take this step."),
    Role.DESK,
)
NOT_ON_THE_LIST: Guard[SessionFacts] = Guard(
    "not_on_the_list",
    cite("18(2)"),
    lambda f: not f.listed_already,
    N_("This person is on the list already."),
    N_("Nothing is left to do."),
    Role.CITIZEN,
)
FOR_THIS_PERSON: Guard[SessionFacts] = Guard(
    "for_this_person",
    cite("18(2)", "18(5)"),
    lambda f: f.for_this_person,
    N_("This session is for the City's staff."),
    N_("Look for one that is for citizens: the list shows for whom each is."),
    Role.DESK,
)
SESSION_AHEAD: Guard[SessionFacts] = Guard(
    "session_ahead",
    cite("18(2)"),
    lambda f: not f.begun,
    N_("The session has begun or is over."),
    N_("Look for the next one on the list."),
    Role.DESK,
)
SESSION_BEGUN: Guard[SessionFacts] = Guard(
    "day_reached",
    cite("18(2)"),
    lambda f: f.begun,
    N_("The session has not begun."),
    N_("Record who came on the day or after it."),
    Role.CLOCK,
)
FUNDRAISING_AGREED: Guard[PactFacts] = Guard(
    "fundraising_agreed",
    cite("20(2)", "25(1)"),
    lambda f: f.fundraising_agreed,
    N_("The pact does not provide for fundraising."),
    N_("Agree on it in section g by an amendment, or go on and say here what it is for."),
    Role.LEAD,
)
STILL_OCCASIONAL: Guard[PactFacts] = Guard(
    "still_occasional",
    cite("20(2)"),
    lambda f: f.occasions_over is None,
    N_("More than %(number)s occasions in one year: it may count as trade, no longer occasional."),
    N_("Ask the office about the permits of a trade, or leave the occasion out."),
    Role.LEAD,
    lambda f: {"number": f.occasions_over},
)
SPENT_WHAT_WAS_RAISED: Guard[PactFacts] = Guard(
    "spent_what_was_raised",
    cite("25(1)"),
    lambda f: not f.more_than_raised,
    N_("More is spent than was raised until now."),
    N_("Record first what was raised, or go on: the page shows both sums."),
    Role.LEAD,
)
PERMIT_EASED: Guard[PactFacts] = Guard(
    "permit_eased",
    cite("27(1)"),
    lambda f: f.permit_eased,
    N_("The pact makes no permit easier, so no shorter term applies."),
    N_("Ask for the permit at the office that gives it, in its ordinary term."),
    Role.DESK,
)
