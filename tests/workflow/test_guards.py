"""Each guard with facts under which it just holds and just does not."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest

from pactregistry.workflow.engine import Guard
from pactregistry.workflow.facts import (
    ActivityFacts,
    CallFacts,
    ChoiceFacts,
    CommonsFacts,
    Facts,
    LoanFacts,
    ModuleFacts,
    PactFacts,
    ProposalFacts,
    VersionFacts,
)
from pactregistry.workflow.facts_disputes import DisputeFacts
from pactregistry.workflow.facts_reports import QuestionFacts, ReportFacts, YearlyFacts
from pactregistry.workflow.facts_supports import BookingFacts, SessionFacts
from pactregistry.workflow.guards import (
    activity,
    calls,
    choice,
    commons,
    conditions,
    dispute,
    general,
    granted,
    kind,
    life,
    money,
    oversight,
    pact,
    proposal,
    report,
    settlement,
    supports,
    version,
)
from pactregistry.workflow.lifecycle import MACHINES

MINIMUM = 80
REASON = "The roots of the old lime lie below"
LONG_ENOUGH = REASON + "." * (MINIMUM - len(REASON))
DAY = date(2026, 4, 1)
CLOSED = datetime(2026, 3, 20, 12, tzinfo=UTC)
FORMULAS = ("for technical reasons",)


@dataclass(frozen=True)
class Case:
    guard: Guard[Any]
    facts: Callable[..., Facts]
    holding: dict[str, Any]
    failing: dict[str, Any]
    # What the sentence tells of the failing facts.
    told: str = ""


def reasons(*texts: str) -> dict[str, Any]:
    return {"reasons": texts, "reason_minimum": MINIMUM, "formulas": FORMULAS}


CASES = [
    Case(money.MONEY_AGREED, PactFacts, {"money_agreed": True}, {}),
    Case(money.ADVANCE_WITHIN_CEILING, PactFacts, {}, {"over_ceiling": True}),
    Case(money.ADVANCE_AGREED, PactFacts, {}, {"over_agreed_advance": True}),
    Case(money.COSTS_EXAMINED, ReportFacts, {}, {"costs_unexamined": ("Paint",)}, "Paint"),
    Case(money.PAYMENT_OPEN, PactFacts, {"payment_open": True}, {}),
    Case(money.REPORT_ACCEPTED, ReportFacts, {"accepted": True}, {}),
    Case(money.REPORT_HAS_MONEY, ReportFacts, {"money_agreed": True}, {}),
    Case(money.NOT_SETTLED, ReportFacts, {}, {"settled": True}),
    Case(money.NOT_SETTLED, ReportFacts, {}, {"later_settled": True}),
    Case(money.ADVANCE_REPORTED, ReportFacts, {}, {"advance_unreported": "2026-R-1"}, "2026-R-1"),
    Case(money.NO_PAY, ReportFacts, {}, {"own_work_admitted": ("hours",)}, "hours"),
    Case(money.COSTS_LISTED, ReportFacts, {}, {"unknown_costs_admitted": ("a gift",)}, "a gift"),
    Case(money.WITHIN_CEILING, ReportFacts, {}, {"over_ceiling": True}),
    Case(money.FEES_WITHIN_SHARE, ReportFacts, {}, {"fees_over_share": True}),
    Case(money.REJECTIONS_EXPLAINED, ReportFacts, {}, {"rejections_unexplained": ("a",)}, "a"),
    Case(money.RECEIPTS_THERE, ReportFacts, {}, {"without_receipt": ("soil",)}, "soil"),
    Case(money.PROPOSER_DOES_NOT_DECIDE, ReportFacts, {}, {"actor_is_proposer": True}),
    Case(dispute.ASKED_FOR, DisputeFacts, {}, {"words_missing": True}),
    Case(dispute.UNDER_A_PACT, DisputeFacts, {}, {"pact_published": False}),
    Case(dispute.OTHER_NAMED, DisputeFacts, {}, {"other_missing": True}),
    Case(dispute.OTHER_OUTSIDE, DisputeFacts, {}, {"other_inside": True}),
    Case(dispute.CHAIR_FREE, DisputeFacts, {}, {"seat_filled": True}),
    Case(dispute.CHAIR_TAKEN, DisputeFacts, {"seat_filled": True}, {}),
    Case(dispute.WHY_REPLACED, DisputeFacts, {"reasons": ("Moved away.",)}, {"reasons": (" ",)}),
    Case(dispute.SEAT_NOT_TAKEN, DisputeFacts, {}, {"seat_taken": True}),
    Case(dispute.OWN_CHAIR, DisputeFacts, {}, {"own_chair": False}),
    Case(dispute.MAY_SIT, DisputeFacts, {}, {"excluded_as": "a party"}, "a party"),
    Case(dispute.SITS_ONCE, DisputeFacts, {}, {"sits_already": True}),
    Case(dispute.OTHER_SIDE_AGREES, DisputeFacts, {}, {"awaits_other_side": False}),
    Case(dispute.DESIGNATED, DisputeFacts, {}, {"is_designated": False}),
    Case(dispute.COMMITTEE_COMPLETE, DisputeFacts, {}, {"chairs_open": ("City",)}, "City"),
    Case(settlement.COMMITTEE_MISSING, DisputeFacts, {"chairs_open": ("City",)}, {}),
    Case(dispute.SECRETARY_OUTSIDE, DisputeFacts, {}, {"in_the_file": True}),
    Case(dispute.SITTING_HELD, DisputeFacts, {"day_reached": True}, {}),
    Case(dispute.MINUTES_WRITTEN, DisputeFacts, {"minutes_given": True}, {}),
    Case(dispute.BOTH_HEARD, DisputeFacts, {}, {"sides_unheard": ("citizens",)}, "citizens"),
    Case(dispute.TEXT_WRITTEN, DisputeFacts, {}, {"words_missing": True}),
    Case(dispute.NO_VOTE_RUNNING, DisputeFacts, {}, {"text_before_vote": True}),
    Case(dispute.TEXT_BEFORE_VOTE, DisputeFacts, {"text_before_vote": True}, {}),
    Case(dispute.ONE_VOICE, DisputeFacts, {}, {"voted": True}),
    Case(dispute.MAJORITY, DisputeFacts, {"majority": True}, {}),
    Case(dispute.ALL_VOICES, DisputeFacts, {}, {"votes_awaited": ("Ada Riva",)}, "Ada Riva"),
    Case(dispute.IN_TIME, DisputeFacts, {}, {"days_late": 4}, "4"),
    Case(settlement.TERM_OVER, DisputeFacts, {"term_over": True}, {}),
    Case(
        settlement.WHY_NO_PROPOSAL, DisputeFacts, {"reasons": ("Two left.",)}, {"reasons": (" ",)}
    ),
    Case(settlement.NOTHING_UNDER_WAY, DisputeFacts, {}, {"under_way": ("a draft",)}, "a draft"),
    Case(settlement.ANSWERED_IN_TIME, DisputeFacts, {}, {"answered_late": True}),
    Case(settlement.NOT_ANSWERED, DisputeFacts, {}, {"answered": True}),
    Case(settlement.REASON_SAID, DisputeFacts, {"reasons": ("Too dear.",)}, {"reasons": (" ",)}),
    Case(settlement.ALL_ACCEPTED, DisputeFacts, {"all_accepted": True}, {}),
    Case(settlement.NOT_AGREED, DisputeFacts, {"term_over": True}, {}),
    Case(settlement.ASKED_BY_THEM, DisputeFacts, {"asked_it": True}, {}),
    Case(settlement.DID_NOT_ASK, DisputeFacts, {}, {"asked_it": True}),
    Case(oversight.FILE_IS_PUBLIC, QuestionFacts, {}, {"is_public": False}),
    Case(oversight.ANSWER_WRITTEN, QuestionFacts, {"answer": "Yes."}, {"answer": "  "}),
    Case(oversight.RATINGS_ON, QuestionFacts, {}, {"switched_on": False}),
    Case(oversight.ONCE_A_MONTH, QuestionFacts, {}, {"this_month": True}),
    Case(oversight.AUTHOR_DOES_NOT_ANSWER, QuestionFacts, {}, {"actor_is_author": True}),
    Case(oversight.PARTY_DOES_NOT_ANSWER, QuestionFacts, {}, {"actor_takes_part": True}),
    Case(oversight.WORDS_GIVEN, QuestionFacts, {}, {"words_missing": True}),
    Case(oversight.PUBLIC_NAME_GIVEN, QuestionFacts, {}, {"name_missing": True}),
    Case(oversight.YEAR_OVER, YearlyFacts, {"year_over": True}, {}),
    Case(oversight.WORDS_WRITTEN, YearlyFacts, {}, {"words_missing": ("English",)}, "English"),
    Case(pact.END_AGREED, PactFacts, {"end_agreed": True}, {}),
    Case(pact.CITIZENS_TOOK_PART, PactFacts, {}, {"citizens_took_part": False}),
    Case(pact.REPORT_MISSING, PactFacts, {}, {"report_missing": False}),
    Case(pact.NOT_CLOSED_YET, PactFacts, {}, {"closed_unreported": True}),
    Case(pact.REPORT_TERM_OVER, PactFacts, {}, {"report_awaited_until": DAY}),
    Case(kind.KIND_NAMED, ProposalFacts, {}, {"kind_missing": True}),
    Case(
        kind.KIND_APPROVED_AT_ACCEPTANCE,
        ProposalFacts,
        {"approval_by_kind": "B", "resolution": "12/2026"},
        {"approval_by_kind": "B", "resolution": " "},
        "B",
    ),
    Case(
        kind.KIND_APPROVED,
        VersionFacts,
        {"approval_by_kind": "B", "resolution": "12/2026"},
        {"approval_by_kind": "B", "resolution": " "},
        "B",
    ),
    Case(kind.KIND_STATED, VersionFacts, {}, {"kind_missing": True}),
    Case(kind.OPPOSITIONS_ANSWERED, ProposalFacts, {}, {"oppositions_unanswered": 1}, "1"),
    Case(kind.PACK_OFFERED, ProposalFacts, {"pack_offered": True}, {}),
    Case(general.REASONED, Facts, reasons(LONG_ENOUGH), reasons(LONG_ENOUGH[:-1]), "80"),
    Case(general.REASONED, Facts, reasons(LONG_ENOUGH), reasons()),
    Case(general.REASONED, Facts, reasons(LONG_ENOUGH), reasons(LONG_ENOUGH, "short")),
    Case(
        general.REASONED,
        Facts,
        {"reasons": ("The pipe.",), "formulas": FORMULAS},
        {"reasons": ("  For  technical reasons. ",), "formulas": FORMULAS},
    ),
    Case(general.EXPLAINED, Facts, {"reasons": ("Typed twice",)}, {"reasons": ("  ",)}),
    Case(general.PUBLIC_NOW, Facts, {"withheld": False}, {"withheld": True}),
    Case(general.WITHHELD_NOW, Facts, {"withheld": True}, {"withheld": False}),
    Case(general.IMPORT_PENDING, Facts, {"import_pending": True}, {"import_pending": False}),
    Case(general.MEMBERS_CONFIRMED, Facts, {"members_confirmed": True}, {}),
    Case(proposal.COMPLETE, ProposalFacts, {}, {"missing_papers": ("mandate", "plan")}, "mandate"),
    Case(proposal.ITEMS_LISTED, ProposalFacts, {"listed_items": ("A plan",)}, {}),
    Case(proposal.INSTRUMENT_NAMED, ProposalFacts, {"instrument": "Grant"}, {"instrument": " "}),
    Case(proposal.TERM_ANNOUNCED, ProposalFacts, {"announced_days": 1}, {"announced_days": 0}),
    Case(proposal.TERM_ANNOUNCED, ProposalFacts, {"announced_days": 45}, {}),
    Case(proposal.OFFICES_NAMED, ProposalFacts, {"offices": ("green",)}, {}),
    Case(proposal.PREVIEWED, ProposalFacts, {"preview_confirmed": True}, {}),
    Case(proposal.ALL_CONSENT, ProposalFacts, {}, {"consents_missing": ("A club",)}, "A club"),
    Case(proposal.CHOICE_RECORDED, ProposalFacts, {"choice_recorded": True}, {}),
    Case(proposal.RIVAL_ENDED, ProposalFacts, {}, {"rival_open": True}),
    Case(proposal.AWARD_PUBLISHED, ProposalFacts, {"award_published": True}, {}),
    Case(proposal.CHANGE_IS_SUBSTANTIAL, ProposalFacts, {"substantial_change": True}, {}),
    Case(proposal.RESOLUTION_RECORDED, ProposalFacts, {"resolution": "7/2026"}, {"resolution": ""}),
    Case(proposal.REFUSAL_REASONED, ProposalFacts, {"favourable": True}, {"favourable": False}),
    Case(proposal.REFUSAL_REASONED, ProposalFacts, reasons(LONG_ENOUGH), reasons("No.")),
    Case(
        proposal.WINDOW_CLOSED,
        ProposalFacts,
        {"comments_until": None},
        {"comments_until": date(2026, 3, 20)},
        "2026-03-20",
    ),
    Case(proposal.OPINIONS_GIVEN, ProposalFacts, {}, {"opinions_awaited": ("Water",)}, "Water"),
    Case(proposal.COMMENTS_ANSWERED, ProposalFacts, {}, {"comments_unanswered": 1}, "1"),
    Case(proposal.FOUR_EYES, ProposalFacts, {}, {"actor_is_proposer": True}),
    Case(proposal.OBSTACLES_ANNOUNCED, ProposalFacts, {"obstacles_announced": True}, {}),
    Case(proposal.OBSTACLES_ANSWERED, ProposalFacts, {}, {"obstacles_until": DAY}, "2026-04-01"),
    Case(proposal.TERM_OVER, ProposalFacts, {"term_over": True}, {}),
    Case(proposal.WITHIN_TERM, ProposalFacts, {}, {"within_term": False}),
    Case(version.NOTHING_EMPTY, VersionFacts, {}, {"empty_sections": ("f", "l")}, "f, l"),
    Case(version.BOTH_AGREE, VersionFacts, {}, {"unagreed_sections": ("b",)}, "b"),
    Case(version.SUPERVISOR_NAMED, VersionFacts, {"several_act": False}, {"several_act": True}),
    Case(
        version.SUPERVISOR_NAMED,
        VersionFacts,
        {"several_act": True, "supervisor": "The gardener"},
        {"several_act": True, "supervisor": " "},
    ),
    Case(
        version.DURATION_GROUNDED,
        VersionFacts,
        {"years_over_limit": True, "long_term_grounds": True},
        {"years_over_limit": True},
    ),
    Case(version.DURATION_GROUNDED, VersionFacts, {}, {"years_over_limit": True}),
    Case(
        version.CEILING_STATED,
        VersionFacts,
        {"money": True, "ceiling_stated": True},
        {"money": True},
    ),
    Case(version.CEILING_STATED, VersionFacts, {"money": False}, {"money": True}),
    Case(
        version.DIGEST_MATCHES,
        VersionFacts,
        {"digest_shown": "ab", "digest_frozen": "ab"},
        {"digest_shown": "ab", "digest_frozen": "ac"},
    ),
    Case(
        version.DIGEST_MATCHES,
        VersionFacts,
        {"digest_shown": "ab", "digest_frozen": "ab"},
        {"digest_shown": "", "digest_frozen": ""},
    ),
    Case(
        version.MANDATE_GIVEN, VersionFacts, {"is_group": True, "mandate": True}, {"is_group": True}
    ),
    Case(version.MANDATE_GIVEN, VersionFacts, {"is_group": False}, {"is_group": True}),
    Case(version.PAPERS_GIVEN, VersionFacts, {}, {"missing_papers": ("estimate",)}, "estimate"),
    Case(
        version.OWNER_CONSENTS,
        VersionFacts,
        {"consent_needed": True, "owner_consent": True},
        {"consent_needed": True},
    ),
    Case(version.OWNER_CONSENTS, VersionFacts, {}, {"consent_needed": True}),
    Case(
        version.EXECUTIVE_RESOLVED,
        VersionFacts,
        {"substantial_change": True, "resolution": "7/2026"},
        {"substantial_change": True, "resolution": " "},
    ),
    Case(version.EXECUTIVE_RESOLVED, VersionFacts, {}, {"substantial_change": True}),
    Case(version.SIGNER_DID_NOT_PROPOSE, VersionFacts, {}, {"actor_is_proposer": True}),
    Case(version.CITIZENS_FIRST, VersionFacts, {}, {"citizens_awaited": ("R. R.",)}, "R. R."),
    Case(version.KIND_COUNTS, VersionFacts, {}, {"kind_counts": False}),
    Case(version.DUTIES_READ, VersionFacts, {"duties_read": True}, {}),
    Case(version.ONEROUS_APPROVED, VersionFacts, {}, {"onerous_approved": False}),
    Case(version.LAST_DAY_AHEAD, VersionFacts, {}, {"last_day_passed": DAY}, "2026-04-01"),
    Case(pact.VALIDLY_SIGNED, PactFacts, {"validly_signed": True}, {}),
    Case(pact.PUBLISHABLE, PactFacts, {"public_pdf": True}, {}),
    Case(pact.DAY_REACHED, PactFacts, {"day_reached": True}, {}),
    Case(
        pact.HERITAGE_APPROVED,
        PactFacts,
        {"heritage_protected": True, "works": True, "heritage_act": "12/2026"},
        {"heritage_protected": True, "works": True, "heritage_act": " "},
    ),
    Case(
        pact.HERITAGE_APPROVED,
        PactFacts,
        {"heritage_protected": True, "works": False},
        {"heritage_protected": True, "works": True},
    ),
    Case(
        pact.HERITAGE_APPROVED,
        PactFacts,
        {"heritage_protected": False, "works": True},
        {"heritage_protected": True, "works": True},
    ),
    Case(pact.CAUSE_LISTED, PactFacts, {"cause_listed": True}, {}),
    Case(pact.ACT_CITED, PactFacts, {"act": "9/2026"}, {"act": "  "}),
    Case(life.BREACH_ANNOUNCED, PactFacts, {"breach_announced": True}, {}),
    Case(life.ANSWER_AWAITED, PactFacts, {}, {"answer_awaited_until": DAY}, "2026-04-01"),
    Case(life.BREACH_OPEN, PactFacts, {"breach_announced": True}, {}),
    Case(life.FOUR_EYES, PactFacts, {}, {"actor_is_proposer": True}),
    Case(life.TERM_AHEAD, PactFacts, {}, {"term_over": True}),
    Case(life.SUSPENSION_ANNOUNCED, PactFacts, {"suspension_announced": True}, {}),
    Case(life.CONFIRMATION_AWAITED, PactFacts, {"confirmation_awaited": True}, {}),
    Case(life.NO_NOTICE_YET, PactFacts, {}, {"notice_until": DAY}, "2026-04-01"),
    Case(life.NOTICE_RUNNING, PactFacts, {"notice_until": DAY}, {}),
    Case(life.WHOLE_SIDE, PactFacts, {}, {"other_signatories": ("Una vicina",)}, "Una vicina"),
    Case(life.ENDED_BY_CITY, PactFacts, {"ended_by_city": True}, {}),
    Case(life.NOT_RENEWED, PactFacts, {}, {"renewed_as": "2028-0003"}, "2028-0003"),
    Case(pact.OTHER_SIDE_AGREES, PactFacts, {"other_side_agrees": True}, {}),
    Case(pact.REPORT_ACCEPTED, PactFacts, {"report_accepted": True}, {}),
    Case(pact.LOANS_RETURNED, PactFacts, {}, {"loans_returned": False}),
    Case(report.DAY_REACHED, ReportFacts, {"day_reached": True}, {}),
    Case(report.BLOCKS_FILLED, ReportFacts, {}, {"empty_blocks": ("results",)}, "results"),
    Case(report.UNITS_GIVEN, ReportFacts, {}, {"indicators_without_unit": ("hours",)}, "hours"),
    Case(report.FIGURES_EXPLAINED, ReportFacts, {}, {"figures_unexplained": ("cost",)}, "cost"),
    Case(report.GROUND_NAMED, ReportFacts, {"ground_named": True}, {}),
    Case(report.EXAMINATION_TERM_OVER, ReportFacts, {"term_over": True}, {}),
    Case(
        proposal.CALL_TAKES_ENTRIES,
        ProposalFacts,
        {},
        {"call_closed_at": CLOSED},
        "2026-03-20 12:00",
    ),
    Case(pact.TEXT_KNOWN, PactFacts, {}, {"text_known": False}),
    Case(pact.NO_OTHER_VERSION, PactFacts, {}, {"version_open": True}),
    Case(pact.LASTS_LONGER, PactFacts, {}, {"lasts_longer": False}),
    Case(pact.NOT_IN_IT_YET, PactFacts, {}, {"in_it_already": True}),
    Case(pact.NOT_CONCERNED, PactFacts, {}, {"actor_is_concerned": True}),
    Case(pact.JOINING_GROUP_WANTS_IT, PactFacts, {}, {"joining_group_wants_it": False}),
    Case(pact.OTHERS_REMAIN, PactFacts, {}, {"others_remain": False}),
    Case(pact.REPRESENTED_WITHOUT, PactFacts, {}, {"represents_its_group": True}),
    Case(pact.PERSON_HEARD, PactFacts, {}, {"person_heard": False}),
    Case(version.PACT_ENDED, VersionFacts, {"pact_ended": True}, {}),
    Case(pact.SHEET_THERE, PactFacts, {"risk_sheet": True}, {}),
    Case(pact.ACT_NAMED, PactFacts, {"act": "12/2026"}, {"act": " "}),
    Case(
        conditions.PREEMPTION_OPEN,
        VersionFacts,
        {"preemption_claimed": True, "preemption_open": True},
        {"preemption_claimed": True},
    ),
    Case(
        supports.FUNDRAISING_OCCASIONAL,
        VersionFacts,
        {},
        {"fundraising_unmet": ("modest",)},
        "modest",
    ),
    Case(supports.IN_KIND_CONSIDERED, VersionFacts, {}, {"in_kind_considered": False}),
    Case(supports.DESIGN_HELP_GROUNDED, VersionFacts, {}, {"design_help_grounded": False}),
    Case(supports.TRAINING_BEFORE_RISK, VersionFacts, {}, {"training_before_risk": False}),
    Case(conditions.COLLECTIVE_USE_KEPT, VersionFacts, {}, {"collective_use_kept": False}),
    Case(conditions.PURPOSE_BOUND, VersionFacts, {}, {"purpose_bound": False}),
    Case(conditions.ADDITIONS_KEPT, VersionFacts, {}, {"additions_kept": False}),
    Case(conditions.EXECUTOR_CHOSEN, VersionFacts, {}, {"executor_chosen": False}),
    Case(conditions.NO_EXCLUSIVE_RIGHT, VersionFacts, {}, {"no_exclusive_right": False}),
    Case(conditions.RISKS_TOLD, VersionFacts, {}, {"risks_told": False}),
    Case(conditions.INSURANCE_SETTLED, VersionFacts, {}, {"insurance_settled": False}),
    Case(commons.AIMS_STATED, CommonsFacts, {"aims": "Care of the beds"}, {"aims": " "}),
    Case(commons.OWNER_STATED, CommonsFacts, {"owner": "The City"}, {"owner": " "}),
    Case(commons.SOURCE_ACT_CITED, CommonsFacts, {"is_building": False}, {"is_building": True}),
    Case(
        commons.SOURCE_ACT_CITED,
        CommonsFacts,
        {"is_building": True, "source_act": "12/2026"},
        {"is_building": True, "source_act": " "},
    ),
    Case(
        commons.TEMPORARY_USE_ENDS,
        CommonsFacts,
        {"temporary_use": True, "temporary_use_until": date(2027, 1, 1)},
        {"temporary_use": True},
    ),
    Case(
        commons.LICENCE_STATED,
        CommonsFacts,
        {"is_digital": True, "licence": "CC BY"},
        {"is_digital": True, "licence": " "},
    ),
    Case(commons.LICENCE_STATED, CommonsFacts, {}, {"is_digital": True}),
    Case(commons.FOUR_EYES, CommonsFacts, {}, {"actor_is_proposer": True}),
    Case(commons.NO_LIVE_PACT, CommonsFacts, {}, {"live_pacts": 1}, "1"),
    Case(commons.NO_OPEN_PROPOSAL, CommonsFacts, {}, {"open_proposals": 2}, "2"),
    Case(commons.CLOSES_LATER, CallFacts, {"closes_later": True}, {}),
    Case(commons.CRITERIA_STATED, CallFacts, {"criteria": ("Reach",)}, {}),
    Case(commons.MOMENT_REACHED, CallFacts, {"moment_reached": True}, {}),
    Case(commons.STILL_TAKES_ENTRIES, CallFacts, {}, {"moment_reached": True}),
    Case(commons.ENTRIES_SCORED, CallFacts, {}, {"entries_unscored": ("2026-P-0007",)}, "0007"),
    Case(calls.CALL_HAS_BEGUN, ProposalFacts, {}, {"call_begins_at": CLOSED}, "2026-03-20"),
    Case(calls.CALL_CLOSED, ProposalFacts, {}, {"sealed_until": CLOSED}, "2026-03-20"),
    Case(calls.CALL_DECIDED, ProposalFacts, {}, {"undecided_call": "2026-C-0001"}, "2026-C-0001"),
    Case(calls.CALL_IS_OVER, ProposalFacts, {"call_is_over": True}, {}),
    Case(
        calls.TIME_TO_ANSWER,
        CallFacts,
        {"days_open": 15, "shortest_days": 15},
        {"days_open": 14, "shortest_days": 15},
        "14",
    ),
    Case(
        calls.TIME_TO_ANSWER, CallFacts, {"shortest_days": 15}, {"days_open": 0, "shortest_days": 1}
    ),
    Case(
        calls.EMERGENCY_GROUNDED,
        CallFacts,
        {"emergency": True, "emergency_grounds": "Flood of 1 March"},
        {"emergency": True, "emergency_grounds": " "},
    ),
    Case(calls.ENTRIES_OPENED, CallFacts, {}, {"entries_unopened": ("2026-P-0007",)}, "0007"),
    Case(calls.TIES_ORDERED, CallFacts, {}, {"ties_open": ("2026-P-0007",)}, "0007"),
    Case(commons.DECIDER_DID_NOT_ENTER, CallFacts, {}, {"actor_is_proposer": True}),
    Case(
        activity.MODULE_COMPLETE,
        ModuleFacts,
        {"scope": "Benches", "terms": "Water paint"},
        {"scope": "Benches", "terms": " "},
    ),
    Case(activity.ACT_NAMED, ModuleFacts, {"act": "4/2026"}, {"act": " "}),
    Case(activity.MODULE_IN_FORCE, ActivityFacts, {"module_in_force": True}, {}),
    Case(activity.TERMS_ACCEPTED, ActivityFacts, {"terms_accepted": True}, {}),
    Case(
        activity.CONDITIONS_HOLD, ActivityFacts, {}, {"conditions_unmet": ("heritage",)}, "heritage"
    ),
    Case(activity.RISK_SHEET_READ, ActivityFacts, {}, {"risk_sheet_read": False}),
    Case(activity.ACTIVITY_DAY_REACHED, ActivityFacts, {"day_reached": True}, {}),
    Case(activity.IN_STOCK, LoanFacts, {}, {"shortages": ("brushes: 2 free",)}, "brushes: 2 free"),
    Case(activity.SUB_LOAN_ALLOWED, LoanFacts, {"sub_loan_allowed": True}, {}),
    Case(activity.CONDITION_STATED, LoanFacts, {"condition": "Good"}, {"condition": " "}),
    Case(granted.PACT_IN_FORCE, LoanFacts, {}, {"pact_in_force": False}),
    Case(granted.BACK_BY_THE_END, LoanFacts, {}, {"later_than_pact": DAY}, "2026-04-01"),
    Case(granted.SPACE_FREE, BookingFacts, {}, {"taken": "18:00-20:00"}, "18:00-20:00"),
    Case(granted.SPACE_STILL_AHEAD, BookingFacts, {}, {"still_ahead": False}),
    Case(granted.BOOKING_TERM_OVER, BookingFacts, {"term_over": True}, {}),
    Case(granted.ASKER_DOES_NOT_DECIDE, BookingFacts, {}, {"actor_is_proposer": True}),
    Case(granted.NOT_ON_THE_LIST, SessionFacts, {}, {"listed_already": True}),
    Case(granted.FOR_THIS_PERSON, SessionFacts, {}, {"for_this_person": False}),
    Case(granted.SESSION_AHEAD, SessionFacts, {}, {"begun": True}),
    Case(granted.SESSION_BEGUN, SessionFacts, {"begun": True}, {}),
    Case(granted.FUNDRAISING_AGREED, PactFacts, {"fundraising_agreed": True}, {}),
    Case(granted.STILL_OCCASIONAL, PactFacts, {}, {"occasions_over": 4}, "4"),
    Case(granted.SPENT_WHAT_WAS_RAISED, PactFacts, {}, {"more_than_raised": True}),
    Case(granted.PERMIT_EASED, PactFacts, {"permit_eased": True}, {}),
    Case(choice.RIVALS_THERE, ChoiceFacts, {"rivals": 2}, {"rivals": 1}),
    Case(choice.CHOICE_DAY_REACHED, ChoiceFacts, {"day_reached": True}, {}),
    Case(choice.WITHIN_BALLOT, ChoiceFacts, {"within_window": True}, {}),
    Case(choice.ONE_VOTE, ChoiceFacts, {}, {"voted_already": True}),
    Case(choice.MAY_VOTE, ChoiceFacts, {}, {"may_vote": False}),
    Case(choice.BALLOT_CLOSED, ChoiceFacts, {}, {"ballot_open": True}),
    Case(choice.MINUTES_GIVEN, ChoiceFacts, {"minutes_given": True}, {}),
    Case(choice.NO_CHOICE_RUNNING, ChoiceFacts, {}, {"choice_running": True}),
    Case(choice.OPENS_LATER, ChoiceFacts, {}, {"opens_later": False}),
    Case(choice.NOTICE_GIVEN, ChoiceFacts, {}, {"notice_short": True, "notice_days": 7}, "7"),
    Case(choice.FOUR_EYES, ChoiceFacts, {}, {"actor_is_proposer": True}),
    Case(choice.RIVAL_LEFT, ChoiceFacts, {"rival_left": True}, {}),
    Case(proposal.CHOICE_DECIDED, ProposalFacts, {}, {"choice_tied": True}),
    Case(proposal.NO_CHOICE_RUNNING, ProposalFacts, {}, {"choice_running": True}),
    Case(
        proposal.OTHERS_COMPARED,
        ProposalFacts,
        {},
        {"others_nearby": ("2026-P-0002",)},
        "2026-P-0002",
    ),
    Case(choice.COUNT_ADDS_UP, ChoiceFacts, {}, {"count_adds_up": False}),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.guard.name)
def test_a_guard_just_holds_and_just_does_not(case: Case) -> None:
    assert case.guard.holds(case.facts(**case.holding))
    facts = case.facts(**case.failing)
    assert not case.guard.holds(facts)
    # Every detail that the sentence needs is there, and tells of these facts.
    assert case.told in case.guard.message % case.guard.details(facts)


def test_no_guard_is_without_a_case() -> None:
    used = {
        id(guard): guard.name
        for machine in MACHINES
        for row in machine.rows.values()
        for guard in (*row.binds, *row.warns)
    }
    assert not used.keys() - {id(case.guard) for case in CASES}, used


@pytest.mark.article("11(8)")
@pytest.mark.parametrize(
    "empty", ["For technical reasons", "for technical reasons!", "FOR\nTECHNICAL REASONS"]
)
def test_an_empty_phrase_is_no_reason_however_it_is_written(empty: str) -> None:
    assert general.is_formula(empty, FORMULAS)
    assert not general.is_formula(empty + " of the gas main", FORMULAS)
