"""Guards on the inventory and on public calls. Art. 2(1)a, 8(3), 10(6), 11(2), 14, 16."""

from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Guard
from pactregistry.workflow.facts import CallFacts, CommonsFacts
from pactregistry.workflow.guards.general import listed
from pactregistry.workflow.states import Role

AIMS_STATED: Guard[CommonsFacts] = Guard(
    "aims_stated",
    cite("10(6)"),
    lambda f: bool(f.aims.strip()),
    N_("The aims for which this place is open to collaboration are missing."),
    N_("Say in a sentence what may be done with it."),
    Role.DESK,
)
OWNER_STATED: Guard[CommonsFacts] = Guard(
    "owner_stated",
    cite("14(1)", "16(4)"),
    lambda f: bool(f.owner.strip()),
    N_("The owner is not stated."),
    N_(
        "Name the City or the kind of owner: where it is private, a pact needs the owner's consent."
    ),
    Role.DESK,
)
SOURCE_ACT_CITED: Guard[CommonsFacts] = Guard(
    "source_act_cited",
    cite("16(1)"),
    lambda f: not f.is_building or bool(f.source_act.strip()),
    N_("The act by which the City executive identified this building is missing."),
    N_("Enter its number and date, or list the building now and add them later."),
    Role.EXECUTIVE,
)
TEMPORARY_USE_ENDS: Guard[CommonsFacts] = Guard(
    "temporary_use_ends",
    cite("8(3)"),
    lambda f: not f.temporary_use or f.temporary_use_until is not None,
    N_("A temporary use has no last day."),
    N_("Enter until when the place may be used before it gets its final purpose."),
    Role.DESK,
)
LICENCE_STATED: Guard[CommonsFacts] = Guard(
    "licence_stated",
    cite("9(1)"),
    lambda f: not f.is_digital or bool(f.licence.strip()),
    N_("The licence of this digital good is missing."),
    N_("Name the licence under which all may use and change it: without one nobody knows."),
    Role.DESK,
)
FOUR_EYES: Guard[CommonsFacts] = Guard(
    "four_eyes",
    cite("16(3)"),
    lambda f: not f.actor_is_proposer,
    N_("Who proposed a place for the list cannot decide on it."),
    N_("Ask a colleague of your office to take this step."),
    Role.DESK,
)
NO_LIVE_PACT: Guard[CommonsFacts] = Guard(
    "no_live_pact",
    cite("10(6)", "5(2)b"),
    lambda f: f.live_pacts == 0,
    N_("Pacts that are still alive on this place: %(count)s."),
    N_("Wait for their end, or end them first with their own steps."),
    Role.MANAGER,
    lambda f: {"count": f.live_pacts},
)
NO_OPEN_PROPOSAL: Guard[CommonsFacts] = Guard(
    "no_open_proposal",
    cite("10(6)", "34"),
    lambda f: f.open_proposals == 0,
    N_("Proposals that are still open on this place: %(count)s."),
    N_("Decide on them first, or go on: they stay open."),
    Role.DESK,
    lambda f: {"count": f.open_proposals},
)
CLOSES_LATER: Guard[CallFacts] = Guard(
    "closes_later",
    cite("11(2)"),
    lambda f: f.closes_later,
    N_("The call does not say until when entries are taken, or that moment has passed."),
    N_("Enter a last day and hour that are still to come."),
    Role.DESK,
)
CRITERIA_STATED: Guard[CallFacts] = Guard(
    "criteria_stated",
    cite("11(2)", "16(3)"),
    lambda f: bool(f.criteria),
    N_("No criteria are stated by which entries will be compared."),
    N_("State each criterion with its highest score, or say that every suitable entry is taken."),
    Role.DESK,
)
MOMENT_REACHED: Guard[CallFacts] = Guard(
    "moment_reached",
    cite("11(2)"),
    lambda f: f.moment_reached,
    N_("Entries are still taken."),
    N_("Wait: the call closes by itself at the moment that it names."),
    Role.CLOCK,
)
STILL_TAKES_ENTRIES: Guard[CallFacts] = Guard(
    "still_takes_entries",
    cite("11(2)", "16(3)"),
    lambda f: not f.moment_reached,
    N_("The moment that the call names has passed: entries are no longer taken."),
    N_("Decide among those that came; or withdraw the call, with reasons, and open another."),
    Role.MANAGER,
)
ENTRIES_SCORED: Guard[CallFacts] = Guard(
    "entries_scored",
    cite("11(2)", "16(3)"),
    lambda f: not f.entries_unscored,
    N_("Entries without all their scores: %(entries)s."),
    N_("Give every entry a score for each criterion, with a sentence why."),
    Role.DESK,
    lambda f: {"entries": listed(f.entries_unscored)},
)
DECIDER_DID_NOT_ENTER: Guard[CallFacts] = Guard(
    "decider_did_not_enter",
    cite("11(2)", "16(3)"),
    lambda f: not f.actor_is_proposer,
    N_("Who entered a proposal, or stepped aside on one, cannot take this step on the call."),
    N_("Ask the substitute of your office to take it."),
    Role.MANAGER,
)
