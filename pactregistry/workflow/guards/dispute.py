"""Guards on an attempt at conciliation: who asks, who sits, what is proposed. Art. 33.

How it ends stands in `settlement`.
"""

from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Guard
from pactregistry.workflow.facts_disputes import DisputeFacts
from pactregistry.workflow.guards.general import listed
from pactregistry.workflow.states import Role

ASKED_FOR: Guard[DisputeFacts] = Guard(
    "asked_for",
    cite("33(1)"),
    lambda f: not f.words_missing,
    N_("It is not said what happened or what is asked."),
    N_("Write both in your own words: the committee begins from them."),
    Role.CITIZEN,
)
UNDER_A_PACT: Guard[DisputeFacts] = Guard(
    "under_a_pact",
    cite("33(1)"),
    lambda f: f.pact_published,
    N_("This pact is not in force and never was: there is nothing agreed to differ about."),
    N_("While a text is written both sides talk about it at its table."),
    Role.CITIZEN,
)
OTHER_NAMED: Guard[DisputeFacts] = Guard(
    "other_named",
    cite("33(1)"),
    lambda f: not f.other_missing,
    N_("The third party has no name or no address to be written to."),
    N_(
        "Give a name and an e-mail address, or say that the dispute is between the two sides alone."
    ),
    Role.CITIZEN,
)
OTHER_OUTSIDE: Guard[DisputeFacts] = Guard(
    "other_outside",
    cite("33(1)"),
    lambda f: not f.other_inside,
    N_("The person named as third party belongs to one of the two sides."),
    N_(
        "A third party is somebody else whom the dispute concerns. Leave it empty if it is between"
        " the two sides alone."
    ),
    Role.CITIZEN,
)
CHAIR_FREE: Guard[DisputeFacts] = Guard(
    "chair_free",
    cite("33(1)"),
    lambda f: not f.seat_filled,
    N_("Somebody is named for this seat already."),
    N_("To name somebody else, replace the member first and say why."),
    Role.CITIZEN,
)
CHAIR_TAKEN: Guard[DisputeFacts] = Guard(
    "chair_taken",
    cite("33(1)"),
    lambda f: f.seat_filled,
    N_("Nobody is named for this seat."),
    N_("Name somebody."),
    Role.CITIZEN,
)
WHY_REPLACED: Guard[DisputeFacts] = Guard(
    "why_replaced",
    cite("33(1)", "3(1)b"),
    lambda f: any(text.strip() for text in f.reasons),
    N_("It is not said why the member is replaced."),
    N_("Say it in a sentence: the parties and the committee read it, the public does not."),
    Role.CITIZEN,
)
SEAT_NOT_TAKEN: Guard[DisputeFacts] = Guard(
    "seat_not_taken",
    cite("33(1)"),
    lambda f: not f.seat_taken,
    N_("This member has said yes and sits: who named a member does not call it back."),
    N_("The member may leave the seat; the secretary replaces one who does not come any more."),
    Role.SECRETARY,
)
OWN_CHAIR: Guard[DisputeFacts] = Guard(
    "own_chair",
    cite("33(1)"),
    lambda f: f.own_chair,
    N_("Your side does not fill this seat."),
    N_("Each side names one member; both name the third, or the third party where there is one."),
    Role.CITIZEN,
)
MAY_SIT: Guard[DisputeFacts] = Guard(
    "may_sit",
    cite("33(1)"),
    lambda f: not f.excluded_as,
    N_("This person cannot sit in the committee: %(why)s."),
    N_("Name somebody who has no part in the pact, in its file or in the dispute."),
    Role.CITIZEN,
    lambda f: {"why": f.excluded_as},
)
SITS_ONCE: Guard[DisputeFacts] = Guard(
    "sits_once",
    cite("33(1)"),
    lambda f: not f.sits_already,
    N_("This person is named for another seat of the same committee."),
    N_("The committee has three members: name somebody else."),
    Role.CITIZEN,
)
OTHER_SIDE_AGREES: Guard[DisputeFacts] = Guard(
    "third_awaits_answer",
    cite("33(1)"),
    lambda f: f.awaits_other_side,
    N_("The other side answers to this name: your own side put it forward, or it is settled."),
    N_("Wait for the other side, or put forward somebody else."),
    Role.CITIZEN,
)
DESIGNATED: Guard[DisputeFacts] = Guard(
    "designated",
    cite("33(1)"),
    lambda f: f.is_designated,
    N_("You are not named for this committee, or not any more."),
    N_("Ask the secretary of the committee."),
    Role.SECRETARY,
)
COMMITTEE_COMPLETE: Guard[DisputeFacts] = Guard(
    "committee_complete",
    cite("33(1)"),
    lambda f: not f.chairs_open,
    N_("The committee is not complete: %(open)s."),
    N_("It needs three members who have said yes. Who has not named anyone yet is reminded."),
    Role.SECRETARY,
    lambda f: {"open": listed(f.chairs_open)},
)
SECRETARY_OUTSIDE: Guard[DisputeFacts] = Guard(
    "secretary_outside",
    cite("33(1)", "11(8)"),
    lambda f: not f.in_the_file,
    N_("You had a part in the file of this pact: its committee needs another secretary."),
    N_("Ask a colleague who never worked on this pact."),
    Role.SECRETARY,
)
SITTING_HELD: Guard[DisputeFacts] = Guard(
    "sitting_held",
    cite("33(1)"),
    lambda f: f.day_reached,
    N_("This sitting is still to come."),
    N_("Write its minutes when it has been held."),
    Role.CLOCK,
)
MINUTES_WRITTEN: Guard[DisputeFacts] = Guard(
    "minutes_written",
    cite("33(1)", "3(1)b"),
    lambda f: f.minutes_given,
    N_("The minutes are empty."),
    N_("Write in a few lines who was heard and what was said, or add the paper."),
    Role.SECRETARY,
)
BOTH_HEARD: Guard[DisputeFacts] = Guard(
    "both_heard",
    cite("33(1)", "34(1)"),
    lambda f: not f.sides_unheard,
    N_("Not heard yet: %(sides)s."),
    N_("Who was invited and did not come does not stop the committee; the minutes say it."),
    Role.SECRETARY,
    lambda f: {"sides": listed(f.sides_unheard)},
)
TEXT_WRITTEN: Guard[DisputeFacts] = Guard(
    "text_written",
    cite("33(2)"),
    lambda f: not f.words_missing,
    N_("The proposal is empty."),
    N_("Write what the committee proposes to both sides."),
    Role.CONCILIATOR,
)
NO_VOTE_RUNNING: Guard[DisputeFacts] = Guard(
    "no_vote_running",
    cite("33(1)", "33(2)"),
    lambda f: not f.text_before_vote,
    N_("A text is before the vote already."),
    N_("Let the members vote, or take the text back to write it anew."),
    Role.CONCILIATOR,
)
TEXT_BEFORE_VOTE: Guard[DisputeFacts] = Guard(
    "text_before_vote",
    cite("33(1)", "33(2)"),
    lambda f: f.text_before_vote,
    N_("No text is before the vote."),
    N_("Write the proposal and put it to the vote first."),
    Role.CONCILIATOR,
)
ONE_VOICE: Guard[DisputeFacts] = Guard(
    "one_voice",
    cite("33(1)"),
    lambda f: not f.voted,
    N_("You have voted on this text."),
    N_("Nothing is left to do: the others' votes are awaited."),
    Role.CONCILIATOR,
)
MAJORITY: Guard[DisputeFacts] = Guard(
    "majority",
    cite("33(1)", "33(2)"),
    lambda f: f.majority,
    N_("Not more than half of the members voted for this text: it is not the committee's."),
    N_("Wait for the other votes, or take the text back and write it anew."),
    Role.CONCILIATOR,
)
ALL_VOICES: Guard[DisputeFacts] = Guard(
    "all_voices",
    cite("33(1)", "33(2)"),
    lambda f: not f.votes_awaited,
    N_("Not all members have voted: the votes of %(names)s are awaited."),
    N_("Give them time to vote, and to say what they hold against it, as long as there is some."),
    Role.CONCILIATOR,
    lambda f: {"names": listed(f.votes_awaited)},
)
IN_TIME: Guard[DisputeFacts] = Guard(
    "in_time",
    cite("33(2)"),
    lambda f: f.days_late == 0,
    N_("The term has been over for %(days)s days: the proposal is recorded as late."),
    N_("It can still be made: a late proposal is better than none."),
    Role.CONCILIATOR,
    lambda f: {"days": f.days_late},
)
