"""Guards on public calls and on what answers them. Art. 11(1)a, 11(2), 16(3), 29(1)."""

from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Guard
from pactregistry.workflow.facts import CallFacts, ProposalFacts
from pactregistry.workflow.guards.general import listed
from pactregistry.workflow.states import Role

CALL_HAS_BEGUN: Guard[ProposalFacts] = Guard(
    "call_has_begun",
    cite("11(2)"),
    lambda f: f.call_begins_at is None,
    N_("The call takes entries only from %(begins)s."),
    N_("The draft is kept as it is: send it from that moment on."),
    Role.CITIZEN,
    lambda f: {"begins": f.call_begins_at},
)
CALL_CLOSED: Guard[ProposalFacts] = Guard(
    "call_closed",
    cite("11(2)", "16(3)"),
    lambda f: f.sealed_until is None,
    N_("The call takes entries until %(closes)s; until then what they say stays sealed."),
    N_("Wait for that moment: nobody shall be able to copy an entry."),
    Role.CLOCK,
    lambda f: {"closes": f.sealed_until},
)
CALL_DECIDED: Guard[ProposalFacts] = Guard(
    "call_decided",
    cite("11(2)", "16(3)"),
    lambda f: not f.undecided_call,
    N_("The call %(call)s, which this proposal answers, is not decided yet."),
    N_("Compare all entries by the criteria of the call and decide it first."),
    Role.MANAGER,
    lambda f: {"call": f.undecided_call},
)
CALL_IS_OVER: Guard[ProposalFacts] = Guard(
    "call_is_over",
    cite("11(2)", "34"),
    lambda f: f.call_is_over,
    N_("The call that this proposal answers goes on, or it answers none."),
    N_("Leave it with the call; or withdraw it and send a proposal of your own."),
    Role.CITIZEN,
)
TIME_TO_ANSWER: Guard[CallFacts] = Guard(
    "time_to_answer",
    cite("11(2)", "3(1)b"),
    lambda f: f.days_open is None or f.days_open >= f.shortest_days,
    N_("Entries can be sent for %(days)s days only; the City's own shortest term is %(least)s."),
    N_("Give more time, or go on: in an emergency hours may be enough."),
    Role.DESK,
    lambda f: {"days": f.days_open, "least": f.shortest_days},
)
EMERGENCY_GROUNDED: Guard[CallFacts] = Guard(
    "emergency_grounded",
    cite("29(1)", "3(1)b"),
    lambda f: not f.emergency or bool(f.emergency_grounds.strip()),
    N_("The call is marked as an emergency, and nothing says which."),
    N_("Say in a sentence what happened and by which act it was established."),
    Role.DESK,
)
ENTRIES_OPENED: Guard[CallFacts] = Guard(
    "entries_opened",
    cite("11(2)", "11(5)"),
    lambda f: not f.entries_unopened,
    N_("Entries that are not in inquiry: %(entries)s."),
    N_("Open the inquiry of each, or end it: what is compared was public for all to comment."),
    Role.DESK,
    lambda f: {"entries": listed(f.entries_unopened)},
)
TIES_ORDERED: Guard[CallFacts] = Guard(
    "ties_ordered",
    cite("11(2)", "16(3)"),
    lambda f: not f.ties_open,
    N_("Equal scores on the last place: %(entries)s. Who is taken needs a reason."),
    N_("Choose as many of them as places are left, and say by which reason."),
    Role.MANAGER,
    lambda f: {"entries": listed(f.ties_open)},
)
