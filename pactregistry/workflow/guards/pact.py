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
END_AGREED: Guard[PactFacts] = Guard(
    "end_agreed",
    cite("33(2)", "5(2)b"),
    lambda f: f.end_agreed,
    N_("No settlement of a dispute says that this pact ends, or it was overtaken since."),
    N_("End it in the public interest with your reasons, or agree on an amendment."),
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
CITIZENS_TOOK_PART: Guard[PactFacts] = Guard(
    "citizens_took_part",
    cite("30(8)"),
    lambda f: f.citizens_took_part,
    N_("It is not said how the citizens took part in the evaluation."),
    N_("Meet them, or ask for their view in writing, and put it down here."),
    Role.DESK,
)
REPORT_MISSING: Guard[PactFacts] = Guard(
    "report_missing",
    cite("30(3)"),
    lambda f: f.report_missing,
    N_("The final report is there."),
    N_("Examine it: the file is closed by the evaluation."),
    Role.DESK,
)
NOT_CLOSED_YET: Guard[PactFacts] = Guard(
    "not_closed_yet",
    cite("30(3)"),
    lambda f: not f.closed_unreported,
    N_("The file was closed without a report already."),
    N_("Nothing is left to do: a report that still comes is read all the same."),
    Role.MANAGER,
)
REPORT_TERM_OVER: Guard[PactFacts] = Guard(
    "report_term_over",
    cite("30(3)", "pack:report_after_end"),
    lambda f: f.report_awaited_until is None,
    N_("The citizens may still report until %(day)s."),
    N_("Wait until that day, or go on if you know that no report will come."),
    Role.LEAD,
    lambda f: {"day": f.report_awaited_until},
)
TEXT_KNOWN: Guard[PactFacts] = Guard(
    "text_known",
    cite("5(1)", "36(1)"),
    lambda f: f.text_known,
    N_("The text of this pact is not here: it comes from an older register."),
    N_("Make a new pact that takes its place, and write the whole text in it."),
    Role.DESK,
)
NO_OTHER_VERSION: Guard[PactFacts] = Guard(
    "no_other_version",
    cite("5(2)m"),
    lambda f: not f.version_open,
    N_("Another version of the text is being written or signed: there is at most one."),
    N_("Go on with that one, or give it up first."),
    Role.DESK,
)
LASTS_LONGER: Guard[PactFacts] = Guard(
    "lasts_longer",
    cite("5(2)b"),
    lambda f: f.lasts_longer,
    N_("The new last day is not later than the one agreed, or the pact states no last day."),
    N_("Enter a later day; a shorter or first term is agreed with an amendment."),
    Role.MANAGER,
)
NOT_IN_IT_YET: Guard[PactFacts] = Guard(
    "not_in_it_yet",
    cite("3(1)d"),
    lambda f: not f.in_it_already,
    N_("Who asks takes part in this pact already, or has a request that waits for its answer."),
    N_("Nothing is left to do: read on the page of the request where it stands."),
    Role.DESK,
)
NOT_CONCERNED: Guard[PactFacts] = Guard(
    "not_concerned",
    cite("11(10)", "5(2)i"),
    lambda f: not f.actor_is_concerned,
    N_("Nobody decides on a matter of their own."),
    N_("Leave the decision to somebody else of the same side, or to the substitute."),
    Role.MANAGER,
)
JOINING_GROUP_WANTS_IT: Guard[PactFacts] = Guard(
    "joining_group_wants_it",
    cite("4(4)"),
    lambda f: f.joining_group_wants_it,
    N_("The minutes by which the joining group's members decided are missing."),
    N_("Ask the group for them: for the group the pact counts once its members want it."),
    Role.LEAD,
)
OTHERS_REMAIN: Guard[PactFacts] = Guard(
    "others_remain",
    cite("5(2)b", "5(2)l"),
    lambda f: f.others_remain,
    N_("Nobody would be left on the citizens' side: the pact itself would end."),
    N_("Withdraw from the pact instead: it ends with the agreed notice."),
    Role.CITIZEN,
)
REPRESENTED_WITHOUT: Guard[PactFacts] = Guard(
    "represented_without",
    cite("4(3)"),
    lambda f: not f.represents_its_group,
    N_("Who leaves represents the group in this pact."),
    N_("Let the group's members choose a new representative first."),
    Role.LEAD,
)
PERSON_HEARD: Guard[PactFacts] = Guard(
    "person_heard",
    cite("5(2)i", "5(2)l"),
    lambda f: f.person_heard,
    N_("The person has not answered, and the term to answer is not over."),
    N_("Wait for the answer or for the end of its term."),
    Role.DESK,
)
ACT_NAMED: Guard[PactFacts] = Guard(
    "act_named",
    cite("15(6)"),
    lambda f: bool(f.act.strip()),
    N_("The number and date of the heritage authority's act are missing."),
    N_("Enter them as they stand on the act."),
    Role.DESK,
)
SHEET_THERE: Guard[PactFacts] = Guard(
    "sheet_there",
    cite("31(1)"),
    lambda f: f.risk_sheet,
    N_("This pact has no sheet on risks."),
    N_("Nothing is left to do: if you see a danger, tell the office."),
    Role.DESK,
)
