"""The tables themselves: every state reachable, escapable or final; every row cited and named."""

from typing import Any

import pytest

from pactregistry.workflow.atlas import faults_of
from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import ClockEffect, Guard, Machine, Row, Stay
from pactregistry.workflow.lifecycle import (
    CLOSED,
    MACHINES,
    OPEN,
    PACT,
    PROPOSAL,
    PUBLISHED,
    REPORT,
    VERSION,
)
from pactregistry.workflow.pack import Pack
from pactregistry.workflow.states import PactState, ProposalState, Role
from pactregistry.workflow.step_words import STEPS
from pactregistry.workflow.words import ROLES, STATES, word_for

ROWS = [(machine, row) for machine in MACHINES for row in machine.rows.values()]
NAMES = [f"{machine.name}.{row.step}" for machine, row in ROWS]
each_row = pytest.mark.parametrize("row", [row for _, row in ROWS], ids=NAMES)
each_machine = pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)

# The hard stops of Art. 34: what the text itself forbids.
FORBIDDEN_BY_THE_TEXT = {
    "report_before_payment": "report before payment, 24(5)",
    "advance_reported": "a share paid in advance has a report of its own, 24(5)",
    "no_pay": "no pay for the citizens' own work, 24(3)",
    "costs_listed": "what is reimbursed is listed, 24(6), 24(7)",
    "within_ceiling": "the pact states the maximum, 24(4)",
    "fees_within_share": "fees are at most half, 24(7)",
    "ratings_on": "what the city does not collect nobody gives",
    "publishable": "publication, 11(11)",
    "resolution_recorded": "the executive's act, 11(9)",
    "executive_resolved": "the executive's act on substantial change, 11(9)",
    "reasoned": "reasons on refusal, 11(8)",
    "refusal_reasoned": "reasons on refusal, by the executive too, 11(8)",
    "instrument_named": "reasons on refusal: the note names the right instrument, 1(2)",
    "kind_approved_to_sign": "the executive's act on the kinds that it approves, 11(9)",
    "owner_consents": "the owner's consent, 14, 16(4)",
    "heritage_approved": "the heritage act, 15(6)",
    "ceiling_stated": "the ceiling, 24(4)",
    "four_eyes": "who proposed does not decide",
    "signer_did_not_propose": "who proposed does not sign for the City",
    "rival_ended": "an open competition, 10(7)",
    "window_closed": "comments are open to everyone for the announced days, 11(5)",
    "papers_given": "the papers that the text lists, 15(2)",
    "mandate_given": "the group's mandate, 4(4)",
    "members_confirmed": "the group's mandate to a new representative, 4(4)",
    "digest_matches": "what is signed is what was shown, 11(10)",
    "citizens_first": "the City's signing role: the managing officer signs last, 11(10)",
    "kind_counts": "the City's signing role: it says which signatures count, 11(10)",
    "validly_signed": "the City's signing role: a pact begins with its signatures, 11(10)",
    "preemption_open": "the right of pre-emption needs the share, 13(5)",
    "call_takes_entries": "the call's own announced terms bind all entries alike, 11(2)",
    "still_takes_entries": "a call that has ended does not begin again for some, 11(2), 16(3)",
    "call_has_begun": "the call's own announced terms bind all entries alike, 11(2)",
    "call_closed": "an entry that others could copy is not judged like the others, 11(2), 16(3)",
    "call_decided": "the procedure is the one that the notice sets, 11(2)",
    "entries_opened": "what is compared was public for comment, 11(2), 11(5)",
    "ties_ordered": "criteria are transparent, and so is what goes beyond them, 16(3)",
    "entries_scored": "entries are compared by the same published criteria, 11(2), 16(3)",
    "decider_did_not_enter": "who entered does not decide on the call",
    "module_in_force": "consent is given beforehand for the set rules only, 10(4)",
    "terms_accepted": "consent is given beforehand to who accepts the rules, 10(4)",
    "conditions_hold": "consent is given beforehand for the set cases only, 10(4), 11(3)",
    "choice_decided": "a tie chooses nobody, 10(7)",
    "no_choice_running": "a participatory choice is one, and nothing overtakes it, 10(7)",
    "opens_later": "a participatory choice is announced before it begins, 10(7)",
    "within_ballot": "a participatory choice has its announced days, 10(7)",
    "may_vote": "a vote belongs to a person, 10(7)",
    "one_vote": "one vote a person, 10(7)",
    "not_concerned": "four eyes: nobody decides on a matter of their own",
    "ballot_closed": "a participatory choice has its announced days, 10(7)",
    "count_adds_up": "a choice is counted, 10(7)",
    "own_chair": "a member by citizens, one by the City, one by both or the third party, 33(1)",
    "seat_not_taken": "a member who could be called back would sit for one side alone, 33(1)",
    "may_sit": "a committee between the parties is not one of the parties, 33(1)",
    "committee_complete": "a committee of three members, 33(1)",
    "secretary_outside": "who convenes the committee has no part in the file, 33(1)",
    "majority": "the proposal is the committee's, 33(2)",
    "for_this_person": "training for staff is for staff, 18(5)",
}
# Without these the step would not be that step at all, or would come before its day.
THE_STEP_ITSELF = {
    "money_agreed": "money follows from the pact alone",
    "payment_open": "an amount is paid once",
    "not_settled": "a report is settled once, and before the later ones",
    "rejections_explained": "a cost is left out with a reason",
    "report_missing": "a file is closed without a report only where there is none",
    "not_closed_yet": "a file is closed without a report once",
    "file_is_public": "the public asks about what is public",
    "answer_written": "an answer says something",
    "words_given": "a question or a problem says something",
    "public_name_given": "what stands in public is signed with a public name",
    "city_answers": "nobody answers for the City to their own pact",
    "once_a_month": "one rating a person and month",
    "asked_for": "a request says what is asked",
    "under_a_pact": "a dispute is about something agreed",
    "other_named": "a third party can be written to",
    "other_outside": "a third party is none of the two sides",
    "chair_free": "one member a seat",
    "why_replaced": "who is replaced learns why",
    "chair_taken": "only who was named is replaced",
    "sits_once": "three members are three people",
    "third_awaits_answer": "both sides name the third member, not one of them twice",
    "designated": "only who is named takes a seat, votes, leaves it",
    "conciliation_term_over": "time closes on its day",
    "end_agreed": "what ends by agreement was agreed",
    "committee_missing": "a committee that is complete is convened, late or not",
    "sitting_held": "minutes tell what was",
    "minutes_written": "minutes say something",
    "text_written": "a proposal says something",
    "no_vote_running": "one text at a time is voted on",
    "text_before_vote": "a vote is on a text",
    "one_voice": "one vote a member and text",
    "why_no_proposal": "who ends an attempt of others says why",
    "not_answered": "a party answers once",
    "answered_in_time": "an attempt that time has closed is not settled because nobody looked yet",
    "all_accepted": "a settlement is everybody's",
    "not_agreed_by_all": "an attempt fails when somebody declines or is silent to the end",
    "asked_by_them": "who asked withdraws",
    "did_not_ask": "who asked withdraws instead of leaving",
    "year_over": "a year is told when it is over",
    "term_ahead": "a pact whose last day has passed neither starts nor comes back",
    "suspension_announced": "only what is announced is called off",
    "confirmation_awaited": "only what the desk suspended is confirmed",
    "no_notice_yet": "a notice is given once",
    "notice_running": "only a running notice is taken back",
    "breach_open": "only an announced breach is answered or settled",
    "ended_by_city": "only what the City ended is taken back by the City",
    "not_renewed": "a pact is renewed once",
    "items_listed": "a request for papers names papers",
    "ground_named": "a photograph is taken out on a ground that everyone reads",
    "kind_stated": "where a text tells kinds apart, the pact that is signed is one of them",
    "kind_named": "where a text tells kinds apart, who approves and for how long all may comment",
    "pack_offered": "only a text in force that takes over open files changes them",
    "previewed": "what becomes public was seen by who publishes it",
    "all_consent": "a joint text has all authors' consent",
    "choice_recorded": "the result of a choice that took place",
    "award_published": "an award by published scores",
    "explained": "a step that undoes or overrides another says why",
    "public_now": "only what is public is withheld",
    "withheld_now": "only what is withheld is restored",
    "import_pending": "only an imported file is confirmed as one",
    "sheet_there": "what is confirmed as read is there",
    "act_named": "an act has its number and date",
    "call_is_over": "only who answers a call that has ended goes on without it",
    "closes_later": "a call is open until a moment that is still to come",
    "moment_reached": "time acts on its moment",
    "module_complete": "terms to accept are written down",
    "rival_left": "a choice falls away when one of its proposals has left",
    "rivals_there": "a choice is between two at least",
    "minutes_given": "a count is told by its minutes",
    "no_live_pact": "a place is free when no pact is left on it",
    "text_known": "only a text that is here is copied into its next version",
    "no_other_version": "a pact has at most one open version",
    "lasts_longer": "an extension ends later",
    "not_in_it_yet": "who is in it already does not join",
    "others_remain": "the last one who leaves ends the pact, and that is a withdrawal",
    "represented_without": "a group that stays in a pact has a voice in it, 4(3)",
    "pact_ended": "a text falls away with its pact, not before",
    "pact_in_force": "what is lent for a pact is lent while there is one",
    "in_stock": "what is not there is not lent",
    "space_free": "two cannot use one space at one time",
    "space_still_ahead": "nobody asks for yesterday",
    "session_ahead": "nobody signs up for what has begun",
    "not_on_the_list": "a person takes one seat",
    "permit_eased": "a shorter term follows from the pact alone",
    "term_over": "time acts on its day",
    "day_reached": "time acts on its day",
    "examination_term_over": "time acts on its day",
}
DECISIONS = {"refuse", "resolve", "accept", "warn"}


def guards(kind: str) -> dict[str, Guard[Any]]:
    return {guard.name: guard for _, row in ROWS for guard in getattr(row, kind)}


@each_machine
def test_every_state_is_reachable(machine: Machine[Any, Any]) -> None:
    reached: set[Any] = {None}
    while True:
        more = {
            target
            for row in machine.rows.values()
            for source in row.sources
            if source in reached
            for target in machine.targets(row, source)
        }
        if more <= reached:
            break
        reached |= more
    assert reached - {None} == set(machine.states)


@each_machine
def test_every_state_has_a_way_out_or_is_final_by_declaration(machine: Machine[Any, Any]) -> None:
    leaving = {
        source
        for row in machine.rows.values()
        if row.step != "confirm_import"
        for source in row.sources
        for target in machine.targets(row, source)
        if target != source
    }
    assert set(machine.states) - leaving == machine.final


@each_machine
def test_a_row_s_states_are_the_machine_s_own(machine: Machine[Any, Any]) -> None:
    for row in machine.rows.values():
        targets = [t for source in row.sources for t in machine.targets(row, source)]
        assert {type(state) for state in (*filter(None, row.sources), *targets)} == {machine.states}
        if isinstance(row.to, Stay):
            assert None not in row.sources


@each_machine
def test_no_two_rows_share_a_name(machine: Machine[Any, Any]) -> None:
    twice = Row("a_step", (None,), next(iter(machine.states)), (Role.DESK,), cite("1(1)"))
    with pytest.raises(ValueError, match="a_step"):
        Machine(machine.name, machine.states, [twice, twice], final=())


@each_row
def test_every_row_cites_the_law_and_names_its_actor(row: Row[Any, Any]) -> None:
    assert row.cites
    assert row.by
    assert row.sources


@each_row
def test_every_row_s_guards_cite_and_say_what_to_do(row: Row[Any, Any]) -> None:
    for guard in (*row.binds, *row.warns):
        assert guard.cites
        assert guard.message.endswith(".")
        assert guard.remedy.endswith(".")
    assert not {g.name for g in row.binds} & {g.name for g in row.warns}


@pytest.mark.parametrize(("machine", "row"), ROWS, ids=NAMES)
def test_every_row_has_its_words(machine: Machine[Any, Any], row: Row[Any, Any]) -> None:
    assert word_for(STEPS, row.step, machine.name)
    assert set(row.by) <= set(ROLES)


@each_machine
def test_every_state_has_its_word(machine: Machine[Any, Any]) -> None:
    assert all(word_for(STATES, state, machine.name) for state in machine.states)


def test_every_citation_stands_in_the_pack(pack: Pack) -> None:
    assert faults_of(pack) == []


def test_binding_are_what_the_text_forbids_and_what_makes_a_step() -> None:
    assert set(guards("binds")) == FORBIDDEN_BY_THE_TEXT.keys() | THE_STEP_ITSELF.keys()


@pytest.mark.article("34(1)")
def test_everything_else_warns_and_lets_the_person_go_on() -> None:
    both = guards("binds").keys() & guards("warns").keys()
    # The same words for a report and a pact: a report may be begun early, a pact may not.
    # Who has the things may be left with them though others wait for them, Art. 34.
    assert both == {"day_reached", "in_stock"}


@pytest.mark.article("11(8)")
@pytest.mark.parametrize("step", ["refuse", "redirect", "warn"])
def test_negative_acts_on_a_proposal_carry_reasons(step: str) -> None:
    assert "reasoned" in {guard.name for guard in PROPOSAL.rows[step].binds}


@pytest.mark.parametrize("step", ["revoke", "terminate", "exclude", "decline_joining"])
def test_negative_acts_on_a_pact_carry_reasons(step: str) -> None:
    assert "reasoned" in {guard.name for guard in PACT.rows[step].binds}


@pytest.mark.parametrize("step", sorted(DECISIONS))
def test_who_proposed_does_not_decide(step: str) -> None:
    assert "four_eyes" in {guard.name for guard in PROPOSAL.rows[step].binds}


@pytest.mark.article("11(10)")
def test_only_the_managing_officer_signs_for_the_city() -> None:
    assert PACT.rows["conclude"].by == PACT.rows["conclude_amendment"].by == (Role.MANAGER,)
    assert VERSION.rows["sign"].by == (Role.CITIZEN, Role.LEAD, Role.MANAGER)


@pytest.mark.article("11(8)")
def test_only_the_managing_officer_refuses_and_only_the_executive_resolves() -> None:
    assert PROPOSAL.rows["refuse"].by == (Role.MANAGER,)
    assert PROPOSAL.rows["resolve"].by == (Role.EXECUTIVE,)


@pytest.mark.article("11(11)")
def test_a_pact_is_signed_and_published_in_one_step() -> None:
    conclude = PACT.rows["conclude"]
    assert conclude.to is PactState.SIGNED
    assert conclude.publishes == "pact_signed"
    assert [row.step for row in PACT.rows.values() if row.to is PactState.SIGNED] == ["conclude"]


@pytest.mark.article("4(1)")
def test_anybody_may_propose() -> None:
    assert Role.CITIZEN in PROPOSAL.rows["draft"].by
    assert not PROPOSAL.rows["draft"].binds
    # Only the announced end of a call stands against sending, and then as an answer to that call.
    assert [guard.name for guard in PROPOSAL.rows["submit"].binds] == [
        "call_has_begun",
        "call_takes_entries",
    ]


def test_an_administrator_does_no_legal_act() -> None:
    assert not [name for (_, row), name in zip(ROWS, NAMES, strict=True) if Role.ADMIN in row.by]


# What a person may do sooner, time does on its day.
ALSO_DONE_BY_TIME = {"loan.call_off": "who does not come may say so; else time frees the things"}


@each_machine
def test_time_acts_alone_where_it_acts(machine: Machine[Any, Any]) -> None:
    for row in machine.rows.values():
        if Role.CLOCK in row.by and f"{machine.name}.{row.step}" not in ALSO_DONE_BY_TIME:
            assert row.by == (Role.CLOCK,)


@pytest.mark.article("3(1)")
def test_the_end_of_a_published_file_is_published() -> None:
    for machine, ended in ((PROPOSAL, CLOSED), (PACT, (PactState.ENDED,))):
        for row in machine.rows.values():
            targets = row.to if isinstance(row.to, tuple) else (row.to,)
            imported = row.step in {"import", "confirm_import"}
            if not imported and set(targets) & set(ended):
                assert row.publishes, row.step


@pytest.mark.parametrize("outcome", CLOSED)
def test_whatever_ends_a_proposal_ends_its_clock(outcome: ProposalState) -> None:
    for row in PROPOSAL.rows.values():
        if row.step in {"import", "confirm_import"}:
            continue
        if outcome in {t for s in row.sources for t in PROPOSAL.targets(row, s) if t != s}:
            assert PROPOSAL.clock_effect(row.step, outcome) is ClockEffect.ENDS, row.step


def test_a_file_reopened_while_papers_were_awaited_waits_again() -> None:
    effects = {state: PROPOSAL.clock_effect("reopen", state) for state in OPEN}
    assert effects.pop(ProposalState.INCOMPLETE) is ClockEffect.STOPS
    assert set(effects.values()) == {ClockEffect.RESUMES}


def test_withholding_keeps_the_state() -> None:
    for machine in (PROPOSAL, PACT):
        assert machine.rows["withhold"].to is machine.rows["restore"].to is Stay.SAME
        assert machine.rows["withhold"].withholds is True
        assert machine.rows["restore"].withholds is False
    assert set(PACT.rows["withhold"].sources) == set(PUBLISHED)


@pytest.mark.article("30(1)")
def test_the_city_s_silence_does_not_hide_a_report() -> None:
    row = REPORT.rows["publish_unexamined"]
    assert row.by == (Role.CLOCK,)
    assert row.publishes
