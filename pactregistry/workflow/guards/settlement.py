"""Guards on how an attempt at conciliation ends: answers, silence, withdrawal. Art. 33(2), 34."""

from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Guard
from pactregistry.workflow.facts_disputes import DisputeFacts
from pactregistry.workflow.guards.general import listed
from pactregistry.workflow.states import Role

COMMITTEE_MISSING: Guard[DisputeFacts] = Guard(
    "committee_missing",
    cite("33(1)", "34(1)"),
    lambda f: bool(f.chairs_open),
    N_("All three members have said yes: the committee only waits to be convened."),
    N_("Convene it: a late proposal is better than none."),
    Role.SECRETARY,
)
TERM_OVER: Guard[DisputeFacts] = Guard(
    "conciliation_term_over",
    cite("33(2)"),
    lambda f: f.term_over,
    N_("The term is not over."),
    N_("Wait until its last day is over."),
    Role.CLOCK,
)
WHY_NO_PROPOSAL: Guard[DisputeFacts] = Guard(
    "why_no_proposal",
    cite("33(2)", "3(1)b"),
    lambda f: any(text.strip() for text in f.reasons),
    N_("It is not said why the committee makes no proposal."),
    N_("Say it in a sentence: the parties and the committee read it, the public does not."),
    Role.SECRETARY,
)
NOTHING_UNDER_WAY: Guard[DisputeFacts] = Guard(
    "nothing_under_way",
    cite("33(2)"),
    lambda f: not f.under_way,
    N_("The committee is at work: %(work)s."),
    N_("A late proposal is better than none: ask the three members before you end the attempt."),
    Role.CONCILIATOR,
    lambda f: {"work": listed(f.under_way)},
)
NOT_ANSWERED: Guard[DisputeFacts] = Guard(
    "not_answered",
    cite("33(2)"),
    lambda f: not f.answered,
    N_("Your side has answered already."),
    N_("An answer stands. The other side's is awaited."),
    Role.CITIZEN,
)
ANSWERED_IN_TIME: Guard[DisputeFacts] = Guard(
    "answered_in_time",
    cite("33(2)"),
    lambda f: not f.answered_late,
    N_("The days for answers are over: who was silent has not accepted."),
    N_("The attempt ends without a settlement. Talk to the others, or ask for conciliation anew."),
    Role.CITIZEN,
)
REASON_SAID: Guard[DisputeFacts] = Guard(
    "reason_said",
    cite("33(2)", "3(1)b"),
    lambda f: any(text.strip() for text in f.reasons),
    N_("No reason is given."),
    N_("You need not give one; with it the others understand what is left to solve."),
    Role.CITIZEN,
)
ALL_ACCEPTED: Guard[DisputeFacts] = Guard(
    "all_accepted",
    cite("33(2)"),
    lambda f: f.all_accepted,
    N_("Not all parties have accepted."),
    N_("The proposal binds nobody: it settles the dispute when all accept it."),
    Role.CLOCK,
)
NOT_AGREED: Guard[DisputeFacts] = Guard(
    "not_agreed_by_all",
    cite("33(2)"),
    lambda f: (f.all_answered or f.term_over) and not f.all_accepted,
    N_("Not all parties have answered, and their term is not over."),
    N_("Wait for the answers or for the end of the term."),
    Role.CLOCK,
)
ASKED_BY_THEM: Guard[DisputeFacts] = Guard(
    "asked_by_them",
    cite("33(1)"),
    lambda f: f.asked_it,
    N_("Your side did not ask for this conciliation."),
    N_("Only who asked can withdraw it. You may decline the proposal; a third party may leave."),
    Role.CITIZEN,
)
DID_NOT_ASK: Guard[DisputeFacts] = Guard(
    "did_not_ask",
    cite("33(1)"),
    lambda f: not f.asked_it,
    N_("You asked for this conciliation yourself."),
    N_("Withdraw it: the dispute ends with that."),
    Role.CITIZEN,
)
