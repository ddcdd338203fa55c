"""The words for what the lifecycle names: states, roles, steps as buttons and as history.

States are adjectives, steps verbs, journal entries past tense. Marked for translation, shown by
the template filters of `languages`. A key `machine.step` goes before the bare one.
"""

from collections.abc import Mapping
from typing import TypeVar

from pactregistry.workflow.engine import N_

T = TypeVar("T")


def word_for(table: Mapping[str, T], key: str, machine: str = "") -> T:
    """The words for a state or a step, those of its own machine first."""
    own = f"{machine}.{key}"
    return table[own] if own in table else table[key]


STATES = {
    "draft": N_("draft"),
    "submitted": N_("submitted"),
    "incomplete": N_("waiting for papers"),
    "inquiry": N_("in inquiry"),
    "competing": N_("competing with another proposal"),
    "before_executive": N_("before the City executive"),
    "warned": N_("obstacles announced, answer awaited"),
    "accepted": N_("accepted"),
    "refused": N_("refused with reasons"),
    "redirected": N_("redirected to another instrument"),
    "not_chosen": N_("not chosen"),
    "superseded": N_("merged into another proposal"),
    "withdrawn": N_("withdrawn"),
    "lapsed": N_("lapsed"),
    "unknown": N_("state unknown (imported)"),
    "codesign": N_("in co-design"),
    "ready": N_("ready to sign"),
    "signed": N_("signed"),
    "abandoned": N_("abandoned"),
    "forming": N_("being written"),
    "active": N_("active"),
    "suspended": N_("suspended"),
    "ended": N_("ended"),
    "due": N_("due"),
    "drafted": N_("drafted"),
    "unexamined": N_("published, not yet examined"),
    "proposed": N_("proposed for the list"),
    "listed": N_("open to collaboration"),
    "under_pact": N_("under a pact"),
    "commons.withdrawn": N_("taken off the list"),
    "open": N_("open"),
    "closed": N_("closed, entries being compared"),
    "decided": N_("decided"),
    "call.draft": N_("draft of a call"),
    "call.open": N_("call open for entries"),
    "call.withdrawn": N_("call withdrawn"),
    "module.draft": N_("draft of a module"),
    "in_force": N_("in force"),
    "replaced": N_("replaced by a newer version"),
    "retired": N_("no longer offered"),
    "announced": N_("announced"),
    "authorised": N_("authorised"),
    "done": N_("done"),
    "cancelled": N_("cancelled"),
    "choice.open": N_("open for votes"),
    "called": N_("announced, not open yet"),
    "counted": N_("counted"),
    "agreed": N_("agreed, to be handed over"),
    "lent": N_("lent"),
    "returned": N_("returned"),
    "lost": N_("lost or broken"),
    "called_off": N_("called off"),
    "asked": N_("asked for, waiting for the office"),
    "granted": N_("granted"),
    "declined": N_("declined with reasons"),
    "booking.lapsed": N_("not answered in time"),
    "planned": N_("planned"),
    "held": N_("held"),
}

ROLES = {
    "visitor": N_("anyone"),
    "citizen": N_("citizen"),
    "lead": N_("group representative"),
    "desk": N_("collaboration office"),
    "reviewer": N_("reviewing office"),
    "district": N_("district president"),
    "manager": N_("managing officer"),
    "executive": N_("secretary of the City executive"),
    "conciliator": N_("conciliator"),
    "admin": N_("administrator"),
    "clock": N_("by itself, on its day"),
}

# As a button reads, and as the history tells it.
STEPS = {
    "draft": (N_("Begin a proposal"), N_("The proposal was begun")),
    "import": (N_("Import"), N_("The file was imported from an older register")),
    "confirm_import": (N_("Confirm the imported file"), N_("The imported file was confirmed")),
    "submit": (N_("Send"), N_("It was sent and received")),
    "request_supplement": (N_("Ask for missing papers"), N_("Missing papers were asked for")),
    "supplement": (N_("Send the missing papers"), N_("The missing papers were sent")),
    "lapse": (N_("Let lapse"), N_("The proposal lapsed: the papers did not come in time")),
    "redirect": (
        N_("Redirect to another instrument"),
        N_("The proposal was redirected to another instrument"),
    ),
    "insist": (
        N_("Ask for a decision on the merits"),
        N_("The author asked for a decision on the merits"),
    ),
    "open_inquiry": (
        N_("Open the inquiry"),
        N_("The inquiry was opened and the proposal published for comment"),
    ),
    "declare_competing": (
        N_("Declare competing proposals"),
        N_("Proposals on the same commons were declared competing"),
    ),
    "integrate": (N_("Join the proposals"), N_("The competing proposals were joined")),
    "record_choice": (
        N_("Record the participatory choice"),
        N_("The participatory choice was recorded"),
    ),
    "release": (N_("Release"), N_("The competing proposal ended and this one goes on")),
    "award": (N_("Award"), N_("The call was awarded")),
    "go_on_alone": (
        N_("Go on with a proposal of my own"),
        N_("It goes on without the call, as a spontaneous proposal"),
    ),
    "refer": (
        N_("Refer to the City executive"),
        N_("The proposal was referred to the City executive"),
    ),
    "resolve": (N_("Record the resolution"), N_("The City executive resolved")),
    "warn": (N_("Announce obstacles"), N_("Obstacles were announced to the author")),
    "answer": (N_("Answer"), N_("The author answered")),
    "refuse": (N_("Refuse with reasons"), N_("The proposal was refused with reasons")),
    "accept": (N_("Accept"), N_("It was accepted")),
    "withdraw": (N_("Withdraw"), N_("The author withdrew the proposal")),
    "reopen": (N_("Reopen"), N_("The file was reopened")),
    "correct": (N_("Correct a mistake"), N_("A mistake was corrected")),
    "withhold": (N_("Withhold from the public"), N_("The file was withheld from the public")),
    "restore": (N_("Show to the public again"), N_("The file was shown to the public again")),
    "change_lead": (N_("Change the representative"), N_("The representative changed")),
    "change_pack": (
        N_("Change to the new regulation"),
        N_("The file goes on under the regulation now in force"),
    ),
    "choose_pack": (
        N_("Go on under the new regulation"),
        N_("The author chose the regulation now in force"),
    ),
    "open": (N_("Open a version"), N_("A version of the text was opened")),
    "revise": (N_("Save the text"), N_("The text was revised")),
    "freeze": (N_("Freeze the text for signature"), N_("The text was frozen for signature")),
    "rework": (N_("Take the text back to co-design"), N_("The text went back to co-design")),
    "sign": (N_("Sign"), N_("A signature was given")),
    "abandon": (N_("Give up the text"), N_("The text was given up")),
    "version.fall_away": (
        N_("Give up with the pact"),
        N_("The text fell away: the pact has ended"),
    ),
    "form": (N_("Form the pact"), N_("The co-design of the pact began")),
    "conclude": (N_("Conclude the pact"), N_("The pact was signed by all and published")),
    "fall_through": (N_("Give up the pact"), N_("The pact was given up before signature")),
    "start": (N_("Start"), N_("The pact became active")),
    "announce_suspension": (
        N_("Announce a suspension"),
        N_("A suspension was announced, with its notice"),
    ),
    "call_off_suspension": (
        N_("Call the suspension off"),
        N_("The announced suspension was called off"),
    ),
    "begin_suspension": (N_("Suspend on its day"), N_("The announced suspension began")),
    "suspend": (N_("Suspend at once"), N_("The pact was suspended at once, in urgency")),
    "confirm_suspension": (
        N_("Confirm the suspension"),
        N_("The managing officer confirmed the suspension"),
    ),
    "resume": (N_("Resume"), N_("The pact was resumed")),
    "amend": (N_("Amend"), N_("An amendment was opened")),
    "conclude_amendment": (
        N_("Conclude the amendment"),
        N_("A new version of the text was signed and published"),
    ),
    "extend": (N_("Extend"), N_("An extension was opened")),
    "request_join": (N_("Ask to join"), N_("Someone asked to join")),
    "admit": (N_("Admit"), N_("Someone joined the pact")),
    "decline_joining": (
        N_("Decline with reasons"),
        N_("A request to join was declined with reasons"),
    ),
    "leave": (N_("Leave"), N_("Someone left the pact")),
    "exclude": (N_("Exclude with reasons"), N_("Someone was excluded with reasons")),
    "withdraw_from": (N_("Withdraw from the pact"), N_("The citizens gave notice of withdrawal")),
    "take_back_notice": (
        N_("Take the notice back"),
        N_("The citizens took their notice of withdrawal back"),
    ),
    "end_by_notice": (N_("End by notice"), N_("The pact ended by the citizens' notice")),
    "terminate": (
        N_("End in the public interest"),
        N_("The City ended the pact in the public interest"),
    ),
    "warn_breach": (N_("Announce a breach"), N_("A breach was announced")),
    "answer_breach": (N_("Answer the announced breach"), N_("The citizens answered")),
    "settle_breach": (
        N_("Declare the breach settled"),
        N_("The announced breach was declared settled"),
    ),
    "revoke": (N_("Revoke"), N_("The pact was revoked")),
    "reinstate": (N_("Reinstate"), N_("The pact was reinstated")),
    "expire": (N_("Expire"), N_("The pact ended on its last day")),
    "evaluate": (N_("Evaluate"), N_("The pact was evaluated")),
    "close_unreported": (N_("Close without a report"), N_("The file was closed without a report")),
    "ask_renewal": (N_("Ask for a renewal"), N_("A renewal was asked for")),
    "renew": (N_("Renew"), N_("A new pact was opened that renews this one")),
    "schedule": (N_("Schedule"), N_("A report was scheduled")),
    "return": (N_("Return with remarks"), N_("The report was returned with remarks")),
    "publish_unexamined": (
        N_("Publish unexamined"),
        N_("The report was published before the City examined it"),
    ),
    "confirm_risks": (
        N_("I have read the sheet on risks"),
        N_("Someone confirmed having read the sheet on risks"),
    ),
    "abstain": (
        N_("Abstain on this file"),
        N_("An officer abstained because of a conflict of interest"),
    ),
    "ask_heritage": (
        N_("Ask the heritage authority"),
        N_("The City asked the heritage authority for its approval"),
    ),
    "record_heritage": (
        N_("Record the heritage authority's act"),
        N_("The heritage authority's act was recorded"),
    ),
    "record_owner": (N_("Record another owner"), N_("The place has another owner")),
    "record_consent": (N_("Record the owner's consent"), N_("The owner's consent was recorded")),
    "propose": (N_("Propose a place"), N_("A place was proposed for the list")),
    "list": (N_("Put on the list"), N_("The place was put on the list of commons")),
    "decline": (N_("Decline with reasons"), N_("The place was not listed, with reasons")),
    "locate": (
        N_("Link to the list of commons"),
        N_("The file was linked to a place of the list"),
    ),
    "commons.revise": (
        N_("Bring the entry up to date"),
        N_("The entry was looked at and brought up to date"),
    ),
    "change_owner": (N_("Record a new owner"), N_("The owner changed")),
    "take_up": (N_("Take up by a pact"), N_("A pact on this place was signed")),
    "free": (N_("Free"), N_("No pact is left on this place: it is open again")),
    "commons.withdraw": (N_("Take off the list"), N_("The place was taken off the list")),
    "call.draft": (N_("Begin a call"), N_("The call was begun")),
    "call.revise": (N_("Save the call"), N_("The call was revised")),
    "call.open": (N_("Open the call"), N_("The call was opened")),
    "call.extend": (N_("Give more time"), N_("The time for entries was extended")),
    "close": (N_("Close"), N_("The call closed at its announced moment")),
    "score": (N_("Save the scores"), N_("Entries were scored")),
    "decide": (N_("Decide the call"), N_("The call was decided")),
    "call.withdraw": (N_("Withdraw the call"), N_("The call was withdrawn")),
    "module.draft": (N_("Begin a module"), N_("The module was begun")),
    "module.revise": (N_("Save the module"), N_("The module was revised")),
    "publish": (N_("Put in force"), N_("The module was put in force")),
    "replace": (N_("Replace"), N_("A newer version replaced this one")),
    "retire": (N_("Stop offering it"), N_("The module is no longer offered")),
    "announce": (N_("Announce an activity"), N_("The activity was announced")),
    "authorise": (
        N_("Accept the terms and be authorised"),
        N_("The terms were accepted: the activity is authorised"),
    ),
    "report_done": (N_("Say that it is done"), N_("The activity was done")),
    "cancel": (N_("Cancel"), N_("The activity was cancelled")),
    "stop": (N_("Stop with reasons"), N_("The City stopped the activity, with reasons")),
    "call": (N_("Call a participatory choice"), N_("A participatory choice was called")),
    "choice.open": (N_("Open the choice"), N_("The participatory choice began")),
    "vote": (N_("Vote"), N_("A vote was cast")),
    "count": (N_("Record the count"), N_("The votes were counted")),
    "choice.cancel": (N_("Call off the choice"), N_("The choice was called off")),
    "fall_away": (
        N_("Call off because a proposal has left"),
        N_("The choice fell away: one of its proposals had left"),
    ),
    "agree": (N_("Agree on a loan"), N_("A loan was agreed")),
    "hand_over": (N_("Hand over"), N_("The things were handed over")),
    "lend_on": (N_("Lend on"), N_("Things were lent on to others")),
    "prolong": (N_("Prolong"), N_("The loan was prolonged")),
    "take_back": (N_("Take back"), N_("The things came back")),
    "declare_lost": (N_("Record as lost"), N_("Things were lost or broken")),
    "call_off": (N_("Call off"), N_("The loan was called off")),
    "record_funds": (N_("Record what was raised"), N_("Funds raised were recorded")),
    "spend_funds": (N_("Record what was spent"), N_("The use of funds was recorded")),
    "ask_permit": (N_("Ask for a permit"), N_("A permit was asked for")),
    "give_permit": (N_("Record the permit"), N_("The permit was given")),
    "decline_permit": (
        N_("Decline the permit with reasons"),
        N_("The permit was declined with reasons"),
    ),
    "ask": (N_("Ask for the space"), N_("A municipal space was asked for")),
    "grant": (N_("Grant the space"), N_("The space was granted")),
    "booking.decline": (
        N_("Decline the space with reasons"),
        N_("The space was declined with reasons"),
    ),
    "take_away": (
        N_("Take the space back with reasons"),
        N_("The City took the granted space back, with reasons"),
    ),
    "booking.cancel": (N_("Call the use off"), N_("The use of the space was called off")),
    "booking.lapse": (N_("Let lapse"), N_("The time passed before the office answered")),
    "plan": (N_("Plan a session"), N_("The session was planned")),
    "change": (N_("Change the session"), N_("The session was changed")),
    "link": (N_("Link to the pact"), N_("The session was linked to a pact")),
    "sign_up": (N_("Sign up"), N_("Someone signed up")),
    "leave_list": (N_("Leave the list"), N_("Someone left the list")),
    "record_attendance": (N_("Record who came"), N_("It was recorded how many came")),
    "session.call_off": (N_("Call the session off"), N_("The session was called off")),
}

PROPOSER_KINDS = {
    "person": N_("a person"),
    "informal_group": N_("an informal group"),
    "association": N_("an association"),
    "school": N_("a school"),
    "business": N_("a business"),
    "unknown": N_("kind not known (imported)"),
}

COMMONS_KINDS = {
    "public_space": N_("a public space"),
    "private_space": N_("a private space for public use"),
    "building": N_("a building"),
    "intangible": N_("an intangible good"),
    "digital": N_("a digital good"),
}

OWNER_KINDS = {
    "city": N_("the City"),
    "public_body": N_("another public body"),
    "private": N_("a private owner"),
    "unknown": N_("owner not known"),
}

CHOICE_KINDS = {
    "assembly": N_("an assembly"),
    "ballot": N_("a ballot on these pages"),
    "both": N_("a ballot on these pages, then an assembly"),
}

RESERVED = {
    "social_innovation": N_("reserved for social innovation (Art. 7(4))"),
    "creativity": N_("reserved for urban creativity, above all of the young (Art. 8(2))"),
}

VERDICTS = {
    "favourable": N_("favourable"),
    "conditions": N_("favourable with conditions"),
    "unfavourable": N_("unfavourable"),
    "not_competent": N_("not competent"),
}

SIGNATURE_KINDS = {
    "here": N_("signed here, signed in"),
    "upload": N_("file signed elsewhere and uploaded"),
    "paper": N_("on paper, scan attested by the office"),
}
