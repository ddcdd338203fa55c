"""The questions that a row leaves for a person, as sentences. Art. 3(1)b, 36.

A rule never changes what is taken: it says what the row does not tell, or tells twice in two ways.
"""

from collections.abc import Callable, Iterable, Mapping

from pactregistry.pacts.importing.application import Question, Row
from pactregistry.pacts.importing.names import is_organisation, kinds_marked
from pactregistry.pacts.importing.notes import Signal, mentions, signals
from pactregistry.workflow.engine import N_
from pactregistry.workflow.states import PactState, ProposalState, ProposerKind

Kind = ProposerKind
State = ProposalState
NEAR = 0.0002  # degrees, some 20 metres: the same point written in two precisions

# fmt: off
SENTENCES: Mapping[str, str] = {
    "state_unknown": N_("The source says “%(word)s”, which is no state that we know: it was taken as unknown."),
    "state_of_several": N_("“%(word)s” stands for a pact that is active, extended or being evaluated: say which."),
    "end_unknown": N_("“%(word)s” hides how it ended and the note does not say it plainly: it was taken as unknown."),
    "end_from_note": N_("“%(word)s” hides how it ended: the end was read from the note, check it against the file."),
    "kind_unknown": N_("The source says “%(word)s”, which is none of our kinds of proposer: choose one."),
    "kind_doubtful": N_("The name “%(name)s” is not one of the kind that the source gives."),
    "person_is_body": N_("A single person proposes, but “%(name)s” looks like an organisation: who is the author?"),
    "name_private": N_("The name may be a person's: it stays private until you choose what the public reads."),
    "body_unnamed": N_("A body proposes and the source does not name it."),
    "author_unnamed": N_("The source does not name the person who proposes: nobody can be written to."),
    "title_missing": N_("There is no title."),
    "place_missing": N_("There is no address."),
    "point_missing": N_("There are no coordinates: it will be on no map."),
    "point_twice": N_("The coordinates stand twice in the row and do not agree."),
    "point_far": N_("The point lies about %(km)s km from the middle of the others: perhaps the numbers are swapped."),
    "district_missing": N_("The source names no district."),
    "district_unknown": N_("“%(word)s” is no district of this city: it was left empty."),
    "district_conflict": N_("“%(word)s” name two districts of this city: it was left empty."),
    "district_differs": N_("“%(quarter)s” lies in “%(word)s” here and in “%(other)s” in other rows."),
    "same_place": N_("Other files concern the same place: %(files)s. Are they competing, or one file twice?"),
    "same_title": N_("Other files have the same title: %(files)s. Is it one file twice?"),
    "date_in_note": N_("The note holds dates (%(found)s) that no column holds: enter those that matter."),
    "date_unreal": N_("The note holds what looks like a date and is none: %(found)s."),
    "number_in_note": N_("The note holds registry numbers or acts (%(found)s) that no column holds."),
    "text_damaged": N_("Accented letters look damaged: the file was once saved in the wrong encoding."),
    "refusal_to_send": N_("Refused by its state, but the note tells to send the refusal: it may not have been sent."),
    "refusal_announced": N_("The note tells of a warning before refusal: say whether the refusal itself was sent."),
    "refusal_untold": N_("Refused by its state, but the note tells of other things and of no refusal."),
    "refusal_bare": N_("Neither the reasons nor the day of the refusal are in the source (Art. 11(8))."),
    "inquiry_refused": N_("Open by its state, but the note tells of a refusal."),
    "inquiry_signed": N_("Open by its state, but the note tells of a pact that is approved, sent or signed."),
    "inquiry_papers": N_("In inquiry by its state, but the note says that papers are missing: perhaps it waits for them."),
    "open_withdrawn": N_("Open by its state, but the note tells of a withdrawal or another end."),
    "papers_came": N_("Waiting for papers by its state, but the note says that papers came."),
    "papers_not_asked": N_("The note says that the missing papers are still to be asked for: they may not have been."),
    "papers_untold": N_("Waiting for papers, and the source does not say which."),
    "pact_approved_only": N_("Signed by its state, but the note tells of an approval and of no signature."),
    "pact_not_told": N_("Accepted, and the source does not say where its pact stands."),
    "pact_untold": N_("A pact by its state, and the note names neither its act nor its signature."),
    "pact_ended": N_("A pact in force by its state, but the note tells of its end."),
    "pact_refused": N_("A pact by its state, but the note tells of a refusal."),
    "pact_extended": N_("The note tells of an extension: enter the new last day."),
    "pact_dates": N_("The days on which the pact was signed, starts and ends are not all in the source."),
    "pact_paper": N_("No document of the pact came with the row."),
    "pact_paper_early": N_("The row carries a pact's document, but its state knows no pact."),
    "days_crossed": N_("The pact ends before it starts."),
    "number_missing": N_("There is no registry number of the City."),
    "number_again": N_("Other rows have the same registry number and another day: %(files)s."),
    "place_again": N_("Other pacts stand on the same place: %(files)s. Did one follow the other, or is it one pact?"),
    "day_unclear": N_("“%(word)s” (%(column)s) is no whole date that we can be sure of: it was left empty."),
    "day_impossible": N_("“%(word)s” (%(column)s) is a day that does not exist: it was left empty."),
    "day_absurd": N_("“%(word)s” (%(column)s) lies too far from now to be right: it was left empty."),
    "day_ahead": N_("“%(word)s” (%(column)s) has not come yet: it was left empty."),
    "span_reversed": N_("It ends (%(last)s) before it starts (%(first)s): both days were left empty."),
    "signed_late": N_("It was signed (%(signed)s) after its first day (%(first)s): is one of them wrong?"),
    "signed_after_end": N_("It was signed (%(signed)s) after its last day (%(last)s): is one of them wrong?"),
    "over_by_now": N_("In force by its state, but its last day (%(last)s) is over: did it end, or was it extended?"),
    "not_over_yet": N_("Ended by its state, but its last day (%(last)s) is still to come: when and how did it end?"),
    "signed_started": N_("Signed and not begun by its state, but its first day (%(first)s) is over."),
    "not_ended": N_("The row tells of an end, but by its state the pact has not ended."),
    "end_untold": N_("It has ended, and the source does not say how."),
    "end_word": N_("“%(word)s” does not plainly say how the pact ended: it was taken as unknown."),
    "end_day_untold": N_("It has ended, and the source does not say on which day."),
    "word_unknown": N_("“%(word)s” (%(column)s) is none of our words for it: choose one, or leave it open."),
    "point_unread": N_("“%(word)s” is not a number of degrees: it was left empty."),
    "act_missing": N_("The source does not name the act that approved the pact."),
    "parties_missing": N_("The source names no party beside the City."),
    "party_private": N_("“%(name)s” may be a person's name: it stays private until you say otherwise."),
    "signature_missing": N_("The day on which it was signed is not in the source."),
    "last_day_missing": N_("Its last day is not in the source: while it is empty, the pact runs without a term."),
    "paper_none": N_("No paper of the pact came with the row."),
    "paper_no_folder": N_("The row names “%(file)s”, but no folder of papers was given (--documents)."),
    "paper_outside": N_("“%(file)s” leads out of the folder of papers: it was not opened."),
    "paper_missing": N_("“%(file)s” is not in the folder of papers."),
    "paper_twice": N_("Several files of the folder are called “%(file)s”, but for capital letters: none was taken."),
    "paper_refused": N_("Why “%(file)s” was not taken: %(why)s It can be added when the pact is confirmed."),
    "paper_unread": N_("“%(file)s” could not be read: %(why)s."),
    "paper_shared": N_("Other rows name “%(file)s” too: to which pact does it belong?"),
    "paper_unnamed": N_("No row names these files of the folder, so they were left where they are: %(files)s."),
    "column_unread": N_("These columns were kept with the row and not read: %(columns)s."),
}
# fmt: on

DAMAGED = ("Ã¨", "Ã©", "Ã\xa0", "Ã²", "Ã¹", "Ã¬", "â€", "Ã\u20ac", "\ufffd", "Â°")
OPEN = frozenset({State.SUBMITTED, State.INQUIRY, State.INCOMPLETE, State.COMPETING, State.WARNED})
PACT_TOLD = frozenset({Signal.SIGNED, Signal.APPROVED, Signal.PACT})
ENDED_TOLD = frozenset(
    {Signal.WITHDRAWN, Signal.LAPSED, Signal.SUPERSEDED, Signal.NOT_CHOSEN, Signal.REDIRECTED}
)


def on_row(
    row: Row, state: ProposalState, pact_state: PactState | None, kind: ProposerKind
) -> list[Question]:
    """All that one row by itself leaves open, state, kind and district aside."""
    told = signals(row.note)
    return [
        *_on_names(row, kind),
        *on_place(row),
        *on_text(row),
        *_when(
            (state is State.REFUSED, lambda: _on_refused(row, told)),
            (state in OPEN, lambda: _on_open(told)),
            (state is State.INQUIRY, lambda: _on_inquiry(told)),
            (state is State.INCOMPLETE, lambda: _on_incomplete(row, told)),
            (pact_state is not None, lambda: _on_pact(row, told)),
        ),
        *_if(state is State.ACCEPTED and pact_state is None, Question("pact_not_told", "state")),
        *_if(bool(row.document) and pact_state is None, Question("pact_paper_early", "document")),
    ]


def _on_names(row: Row, kind: ProposerKind) -> list[Question]:
    name = row.proposer or row.representative
    body = is_organisation(name)
    marked = kinds_marked(name)
    person = kind is Kind.PERSON
    return [
        *_if(person and body, Question("person_is_body", "representative", {"name": name})),
        *_if(not name, Question("author_unnamed" if person else "body_unnamed", "representative")),
        *_if(bool(row.representative) and not is_organisation(row.representative),
             Question("name_private", "representative")),
        *_if(not person and kind is not Kind.UNKNOWN and bool(marked) and kind not in marked,
             Question("kind_doubtful", "proposer_kind", {"name": name})),
    ]  # fmt: skip


def on_place(row: Row) -> list[Question]:
    """What title and place leave open."""
    here = (row.longitude, row.latitude)
    again = row.point_again
    known = row.longitude is not None and row.latitude is not None
    apart = again is not None and any(
        one is not None and abs(one - two) > NEAR for one, two in zip(here, again, strict=True)
    )
    return [
        *_if(not row.title, Question("title_missing", "title")),
        *_if(not row.place, Question("place_missing", "place_name")),
        *_if(not known, Question("point_missing", "latitude")),
        *_if(apart, Question("point_twice", "latitude")),
    ]


def on_text(row: Row) -> list[Question]:
    """What the note mentions and no column holds, and what was damaged on the way."""
    found = mentions(row.note)
    whole = " ".join(row.original.values())
    return [
        *_listed("date_in_note", found.days),
        *_listed("date_unreal", found.unreal_days),
        *_listed("number_in_note", found.numbers),
        *_if(any(mark in whole for mark in DAMAGED), Question("text_damaged", "title")),
    ]


def _on_refused(row: Row, told: frozenset[Signal]) -> list[Question]:
    if Signal.REFUSAL_TO_SEND in told:
        return [Question("refusal_to_send", "state")]
    if Signal.REFUSAL_ANNOUNCED in told:
        return [Question("refusal_announced", "state")]
    if row.note and Signal.REFUSAL not in told:
        return [Question("refusal_untold", "state")]
    return [Question("refusal_bare", "note")]


def _on_open(told: frozenset[Signal]) -> list[Question]:
    return [
        *_if(Signal.REFUSAL in told, Question("inquiry_refused", "state")),
        *_if(bool(told & PACT_TOLD), Question("inquiry_signed", "state")),
        *_if(bool(told & ENDED_TOLD), Question("open_withdrawn", "state")),
    ]


def _on_inquiry(told: frozenset[Signal]) -> list[Question]:
    return [
        *_if(Signal.PAPERS_MISSING in told, Question("inquiry_papers", "state")),
        *_if(Signal.PAPERS_TO_ASK in told, Question("papers_not_asked", "note")),
    ]


def _on_incomplete(row: Row, told: frozenset[Signal]) -> list[Question]:
    return [
        *_if(Signal.PAPERS_CAME in told, Question("papers_came", "state")),
        *_if(Signal.PAPERS_TO_ASK in told, Question("papers_not_asked", "note")),
        *_if(not row.note, Question("papers_untold", "note")),
    ]


def _on_pact(row: Row, told: frozenset[Signal]) -> list[Question]:
    approved = Signal.APPROVED in told and Signal.SIGNED not in told
    days = (row.signed_on, row.starts_on, row.ends_on)
    crossed = bool(row.starts_on and row.ends_on and row.ends_on < row.starts_on)
    return [
        *_if(approved, Question("pact_approved_only", "pact_state")),
        *_if(not told & {Signal.APPROVED, Signal.SIGNED}, Question("pact_untold", "note")),
        *_if(Signal.PACT_ENDED in told, Question("pact_ended", "pact_state")),
        *_if(Signal.REFUSAL in told, Question("pact_refused", "pact_state")),
        *_if(Signal.EXTENDED in told, Question("pact_extended", "ends_on")),
        *_if(None in days, Question("pact_dates", "ends_on")),
        *_if(crossed, Question("days_crossed", "ends_on")),
        *_if(not row.document, Question("pact_paper", "document")),
    ]


def _listed(code: str, found: Iterable[str]) -> list[Question]:
    words = "; ".join(found)
    return _if(bool(words), Question(code, "note", {"found": words}))


def _if(holds: bool, question: Question) -> list[Question]:  # noqa: FBT001 - reads as "if"
    return [question] if holds else []


def _when(*rules: tuple[bool, Callable[[], list[Question]]]) -> list[Question]:
    return [question for holds, rule in rules if holds for question in rule()]
