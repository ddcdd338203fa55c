"""Guards on a pact. Art. 5, 11(11), 15(6), 30."""

from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Guard
from pactregistry.workflow.facts import PactFacts
from pactregistry.workflow.states import Role

VALIDLY_SIGNED: Guard[PactFacts] = Guard(
    "validly_signed",
    cite("11(10)"),
    lambda f: f.validly_signed,
    N_("Not all signatures are there."),
    N_("Wait for the signatures that the page names."),
    Role.MANAGER,
)
PUBLISHABLE: Guard[PactFacts] = Guard(
    "publishable",
    cite("11(11)"),
    lambda f: f.public_pdf,
    N_("The public rendition of the pact is missing."),
    N_("Have the public rendition made again."),
    Role.DESK,
)
DAY_REACHED: Guard[PactFacts] = Guard(
    "day_reached",
    cite("5(2)b"),
    lambda f: f.day_reached,
    N_("The day agreed in the pact has not come."),
    N_("Wait: the step is taken on its day."),
    Role.CLOCK,
)
HERITAGE_APPROVED: Guard[PactFacts] = Guard(
    "heritage_approved",
    cite("15(6)"),
    lambda f: not (f.heritage_protected and f.works) or bool(f.heritage_act.strip()),
    N_("Works on a protected place need the heritage authority's prior approval."),
    N_("The City asks for it and records its number and date."),
    Role.DESK,
)
CAUSE_LISTED: Guard[PactFacts] = Guard(
    "cause_listed",
    cite("5(2)b"),
    lambda f: f.cause_listed,
    N_("Section b does not list this cause."),
    N_("Choose one of the causes agreed in section b, or say why this one weighs as much."),
    Role.MANAGER,
)
ACT_CITED: Guard[PactFacts] = Guard(
    "act_cited",
    cite("5(2)i"),
    lambda f: bool(f.act.strip()),
    N_("The number and date of the act are missing."),
    N_("Enter them as they stand on the act."),
    Role.MANAGER,
)
BREACH_ANNOUNCED: Guard[PactFacts] = Guard(
    "breach_announced",
    cite("5(2)i", "5(2)l"),
    lambda f: f.breach_announced and f.breach_answered_or_over,
    N_("The breach was not announced, or the term to answer is not over."),
    N_("Announce the breach and wait for the answer or the end of its term."),
    Role.MANAGER,
)
OTHER_SIDE_AGREES: Guard[PactFacts] = Guard(
    "other_side_agrees",
    cite("5(1)", "5(2)m"),
    lambda f: f.other_side_agrees,
    N_("The other side has not agreed yet."),
    N_("Ask the other side; the change takes effect when both have signed."),
    Role.LEAD,
)
REPORT_ACCEPTED: Guard[PactFacts] = Guard(
    "report_accepted",
    cite("30(3)", "30(8)"),
    lambda f: f.report_accepted,
    N_("The final report has not been accepted."),
    N_("Examine the report first, or evaluate without it and say so."),
    Role.DESK,
)
LOANS_RETURNED: Guard[PactFacts] = Guard(
    "loans_returned",
    cite("22(2)"),
    lambda f: f.loans_returned,
    N_("Things lent by the City are not returned."),
    N_("Record what came back and in which state."),
    Role.LEAD,
)
