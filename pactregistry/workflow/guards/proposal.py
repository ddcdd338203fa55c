"""Guards on a proposal. Art. 4, 10, 11."""

from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Guard
from pactregistry.workflow.facts import ProposalFacts
from pactregistry.workflow.guards.general import REASONED, listed
from pactregistry.workflow.states import Role

COMPLETE: Guard[ProposalFacts] = Guard(
    "complete",
    cite("11(4)", "3(1)f"),
    lambda f: not f.missing_papers,
    N_("Not there yet: %(papers)s."),
    N_("You can send the proposal all the same: the office will ask for what is missing."),
    Role.CITIZEN,
    lambda f: {"papers": listed(f.missing_papers)},
)
ITEMS_LISTED: Guard[ProposalFacts] = Guard(
    "items_listed",
    cite("11(4)", "3(1)f"),
    lambda f: bool(f.listed_items),
    N_("Nothing is listed as missing."),
    N_("List each thing that the author must send, once and in full."),
    Role.DESK,
)
INSTRUMENT_NAMED: Guard[ProposalFacts] = Guard(
    "instrument_named",
    cite("1(2)", "1(4)"),
    lambda f: bool(f.instrument.strip()),
    N_("The right instrument is not named."),
    N_("Name the call, permit or grant that fits, and where to ask for it."),
    Role.DESK,
)
TERM_ANNOUNCED: Guard[ProposalFacts] = Guard(
    "term_announced",
    cite("11(4)"),
    lambda f: f.announced_days is not None and f.announced_days > 0,
    N_("The time needed for the inquiry is not announced."),
    N_("Say in how many days the office will conclude, according to complexity."),
    Role.DESK,
)
OFFICES_NAMED: Guard[ProposalFacts] = Guard(
    "offices_named",
    cite("11(4)", "11(6)"),
    lambda f: bool(f.offices),
    N_("No office is named that will be involved."),
    N_("Choose the offices whose opinion is asked, or go on if none is needed."),
    Role.DESK,
)
PREVIEWED: Guard[ProposalFacts] = Guard(
    "previewed",
    cite("11(5)", "3(1)b"),
    lambda f: f.preview_confirmed,
    N_("What becomes public was not confirmed, or has changed since it was shown."),
    N_("Open the preview of the public sheet, read it and confirm it."),
    Role.DESK,
)
ALL_CONSENT: Guard[ProposalFacts] = Guard(
    "all_consent",
    cite("10(7)"),
    lambda f: not f.consents_missing,
    N_("These authors have not agreed to the joint text: %(authors)s."),
    N_("Ask them, or choose by a participatory procedure."),
    Role.CITIZEN,
    lambda f: {"authors": listed(f.consents_missing)},
)
CHOICE_RECORDED: Guard[ProposalFacts] = Guard(
    "choice_recorded",
    cite("10(7)"),
    lambda f: f.choice_recorded,
    N_("The participatory procedure is not recorded: kind, dates, count and minutes."),
    N_("Record the procedure and its result first."),
    Role.DESK,
)
CHOICE_DECIDED: Guard[ProposalFacts] = Guard(
    "choice_decided",
    cite("10(7)"),
    lambda f: not f.choice_tied,
    N_("The participatory choice ended in a tie: it chose none of the proposals."),
    N_("Call a new choice, or try once more to join the proposals with their authors."),
    Role.DESK,
)
NO_CHOICE_RUNNING: Guard[ProposalFacts] = Guard(
    "no_choice_running",
    cite("10(7)"),
    lambda f: not f.choice_running,
    N_("A participatory choice between the proposals is under way, or its result is not recorded."),
    N_("Let it come to its end and record its result, or call it off first, saying why."),
    Role.DESK,
)
OTHERS_COMPARED: Guard[ProposalFacts] = Guard(
    "others_compared",
    cite("10(7)"),
    lambda f: not f.others_nearby,
    N_("Other open proposals seem to concern the same commons: %(files)s."),
    N_("Declare them competing, or go on if they can stand beside each other."),
    Role.DESK,
    lambda f: {"files": listed(f.others_nearby)},
)
RIVAL_ENDED: Guard[ProposalFacts] = Guard(
    "rival_ended",
    cite("10(7)"),
    lambda f: not f.rival_open,
    N_("Another proposal on the same commons is still open."),
    N_("Join the proposals or record a participatory choice before this step."),
    Role.DESK,
)
AWARD_PUBLISHED: Guard[ProposalFacts] = Guard(
    "award_published",
    cite("11(2)"),
    lambda f: f.award_published,
    N_("The scores by the criteria of the call are not published."),
    N_("Publish the scores of all entries first."),
    Role.DESK,
)
CHANGE_IS_SUBSTANTIAL: Guard[ProposalFacts] = Guard(
    "change_is_substantial",
    cite("11(9)"),
    lambda f: f.substantial_change or bool(f.approval_by_kind),
    N_("The file does not say that places or their planned use change substantially."),
    N_("Mark the substantial change on the file, or go on without the executive."),
    Role.DESK,
)
RESOLUTION_RECORDED: Guard[ProposalFacts] = Guard(
    "resolution_recorded",
    cite("11(9)"),
    lambda f: bool(f.resolution.strip()),
    N_("The number and date of the executive's resolution are missing."),
    N_("Enter them as they stand on the act."),
    Role.EXECUTIVE,
)
REFUSAL_REASONED: Guard[ProposalFacts] = Guard(
    "refusal_reasoned",
    cite("11(8)", "11(9)"),
    lambda f: f.favourable or REASONED.holds(f),
    REASONED.message,
    REASONED.remedy,
    Role.EXECUTIVE,
    REASONED.details,
)
WINDOW_CLOSED: Guard[ProposalFacts] = Guard(
    "window_closed",
    cite("11(5)"),
    lambda f: f.comments_until is None,
    N_("Everyone may still comment until %(until)s."),
    N_("Wait until the window has closed: a decision before it would make the comments void."),
    Role.CLOCK,
    lambda f: {"until": f.comments_until},
)
OPINIONS_GIVEN: Guard[ProposalFacts] = Guard(
    "opinions_given",
    cite("11(6)", "11(7)"),
    lambda f: not f.opinions_awaited,
    N_("These opinions are awaited: %(offices)s."),
    N_("Remind the offices, record an opinion that came another way, or go on without it."),
    Role.REVIEWER,
    lambda f: {"offices": listed(f.opinions_awaited)},
)
COMMENTS_ANSWERED: Guard[ProposalFacts] = Guard(
    "comments_answered",
    cite("11(5)"),
    lambda f: f.comments_unanswered == 0,
    N_("Comments without an answer: %(count)s."),
    N_("Answer them in a sentence each, or go on."),
    Role.DESK,
    lambda f: {"count": f.comments_unanswered},
)
FOUR_EYES: Guard[ProposalFacts] = Guard(
    "four_eyes",
    cite("11(7)", "11(8)"),
    lambda f: not f.actor_is_proposer,
    N_("Who proposed cannot decide on the proposal."),
    N_("Ask the substitute of your office to take this step."),
    Role.MANAGER,
)
OBSTACLES_ANNOUNCED: Guard[ProposalFacts] = Guard(
    "obstacles_announced",
    cite("law:obstacles_notice"),
    lambda f: f.obstacles_announced,
    N_("The author was not warned of the obstacles and given a term to answer."),
    N_("Send the warning first, unless there is a reason to refuse at once."),
    Role.MANAGER,
)
OBSTACLES_ANSWERED: Guard[ProposalFacts] = Guard(
    "obstacles_answered",
    cite("law:obstacles_notice"),
    lambda f: f.obstacles_until is None,
    N_("The author has not answered the obstacles yet and may do so until %(until)s."),
    N_("Wait for the answer or for the end of its term."),
    Role.CITIZEN,
    lambda f: {"until": f.obstacles_until},
)
TERM_OVER: Guard[ProposalFacts] = Guard(
    "term_over",
    cite("pack:supplement"),
    lambda f: f.term_over,
    N_("The author's term is not over."),
    N_("Wait: the file lapses by itself, after a reminder."),
    Role.CLOCK,
)
WITHIN_TERM: Guard[ProposalFacts] = Guard(
    "within_term",
    cite("pack:insist", "34"),
    lambda f: f.within_term,
    N_("The term to ask for a decision on the merits is over."),
    N_("You can go on all the same and say why it comes late, or send a new proposal."),
    Role.CITIZEN,
)
CALL_TAKES_ENTRIES: Guard[ProposalFacts] = Guard(
    "call_takes_entries",
    cite("11(2)"),
    lambda f: f.call_closed_at is None,
    N_("The call took entries until %(closed)s and is closed."),
    N_("Nothing typed is lost: send it as a proposal of your own, or keep it for the next call."),
    Role.CITIZEN,
    lambda f: {"closed": f.call_closed_at},
)
