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
    "report.drafted": N_("being written"),
    "report.submitted": N_("sent, waiting for the office"),
    "report.accepted": N_("accepted and published"),
    "question.asked": N_("waiting for an answer"),
    "answered": N_("answered"),
    "reported": N_("reported"),
    "taken_up": N_("somebody takes care of it"),
    "solved": N_("solved"),
    "set_aside": N_("set aside, with a reason"),
    "given": N_("given"),
    "yearly.draft": N_("draft of a yearly report"),
    "published": N_("published"),
    "proposed": N_("proposed for the list"),
    "dispute.requested": N_("asked for, committee to be formed"),
    "dispute.sitting": N_("before its committee"),
    "dispute.proposed": N_("proposal made, answers awaited"),
    "dispute.settled": N_("settled"),
    "dispute.unsettled": N_("not settled"),
    "dispute.withdrawn": N_("request withdrawn"),
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
    "secretary": N_("secretary of conciliation"),
    "conciliator": N_("conciliator"),
    "admin": N_("administrator"),
    "clock": N_("by itself, on its day"),
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

REPORT_KINDS = {
    "interim": N_("interim report"),
    "final": N_("final report"),
    "advance": N_("report on the share paid in advance"),
}

PAID_BY = {
    "asked_back": N_("asked back from the City"),
    "raised": N_("paid from funds raised"),
    "own": N_("paid by the citizens themselves"),
}

OUTCOMES = {
    "confirm": N_("go on as it is"),
    "modify": N_("go on with changes"),
    "end": N_("do not go on"),
}

EFFECTS = {
    "positive": N_("for the better"),
    "negative": N_("for the worse"),
    "direct": N_("comes straight from what was done"),
    "indirect": N_("follows from it"),
    "tangible": N_("can be touched or counted"),
    "intangible": N_("cannot be touched, such as trust"),
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
