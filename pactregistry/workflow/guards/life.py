"""Guards on what happens to a signed pact: rest, notice, breach, end. Art. 5(2)b, i, l, 30(8)."""

from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Guard
from pactregistry.workflow.facts import PactFacts
from pactregistry.workflow.guards.general import listed
from pactregistry.workflow.states import Role

BREACH_ANNOUNCED: Guard[PactFacts] = Guard(
    "breach_announced",
    cite("5(2)i", "5(2)l"),
    lambda f: f.breach_announced,
    N_("The breach was not announced to the citizens."),
    N_("Announce it first: they have a term to answer, and much is settled so."),
    Role.MANAGER,
)
ANSWER_AWAITED: Guard[PactFacts] = Guard(
    "answer_awaited",
    cite("5(2)i", "5(2)l"),
    lambda f: f.answer_awaited_until is None,
    N_("The citizens have not answered yet and may do so until %(until)s."),
    N_("Wait for their answer or for the end of its term."),
    Role.LEAD,
    lambda f: {"until": f.answer_awaited_until},
)
BREACH_OPEN: Guard[PactFacts] = Guard(
    "breach_open",
    cite("5(2)i"),
    lambda f: f.breach_announced,
    N_("No breach is announced on this pact."),
    N_("Nothing is left to do: it was settled, or never announced."),
    Role.MANAGER,
)
FOUR_EYES: Guard[PactFacts] = Guard(
    "four_eyes",
    cite("11(8)", "11(10)"),
    lambda f: not f.actor_is_proposer,
    N_("Who proposed the pact or signed it for the citizens cannot decide on it for the City."),
    N_("Ask the substitute of your office to take this step."),
    Role.MANAGER,
)
TERM_AHEAD: Guard[PactFacts] = Guard(
    "term_ahead",
    cite("5(2)b"),
    lambda f: not f.term_over,
    N_("The agreed last day of the pact has passed."),
    N_("Agree on a later last day by an extension, or renew the pact."),
    Role.MANAGER,
)
SUSPENSION_ANNOUNCED: Guard[PactFacts] = Guard(
    "suspension_announced",
    cite("5(2)b"),
    lambda f: f.suspension_announced,
    N_("No suspension is announced."),
    N_("Nothing is left to do."),
    Role.MANAGER,
)
CONFIRMATION_AWAITED: Guard[PactFacts] = Guard(
    "confirmation_awaited",
    cite("5(2)b"),
    lambda f: f.confirmation_awaited,
    N_("This suspension waits for no confirmation."),
    N_("Nothing is left to do: the managing officer decided it or has confirmed it."),
    Role.MANAGER,
)
NO_NOTICE_YET: Guard[PactFacts] = Guard(
    "no_notice_yet",
    cite("5(2)b"),
    lambda f: f.notice_until is None,
    N_("A notice of withdrawal runs already, until %(until)s."),
    N_("Nothing is left to do: the pact ends with that day by itself."),
    Role.LEAD,
    lambda f: {"until": f.notice_until},
)
NOTICE_RUNNING: Guard[PactFacts] = Guard(
    "notice_running",
    cite("5(2)b"),
    lambda f: f.notice_until is not None,
    N_("No notice of withdrawal runs."),
    N_("Nothing is left to take back; a pact that has ended can be renewed."),
    Role.LEAD,
)
WHOLE_SIDE: Guard[PactFacts] = Guard(
    "whole_side",
    cite("5(2)b", "5(2)l"),
    lambda f: not f.other_signatories,
    N_("The notice ends the pact for everyone; these signed it too: %(names)s."),
    N_("They are told, and each may take the notice back. To go alone, leave the pact instead."),
    Role.LEAD,
    lambda f: {"names": listed(f.other_signatories)},
)
ENDED_BY_CITY: Guard[PactFacts] = Guard(
    "ended_by_city",
    cite("5(2)i"),
    lambda f: f.ended_by_city,
    N_("It was not the City that ended this pact."),
    N_("What ended on its day or by the citizens' will is taken up by a renewal, with them."),
    Role.MANAGER,
)
NOT_RENEWED: Guard[PactFacts] = Guard(
    "not_renewed",
    cite("30(8)"),
    lambda f: not f.renewed_as,
    N_("The pact has been renewed already, as %(number)s."),
    N_("Go on with that pact."),
    Role.DESK,
    lambda f: {"number": f.renewed_as},
)
