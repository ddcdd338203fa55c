"""Each number of the regulation with the test that stands at it, just under and just over it."""

ARTICLES = "tests/articles"
PACTS = "tests/pacts"

MEASURED = {
    # What the text itself counts.
    "owners_share": f"{PACTS}/test_conditions.py::test_the_share_is_exact",
    "building_years": f"{ARTICLES}/test_17.py"
    "::test_3_longer_than_nine_years_needs_reason_and_amount",
    "conciliation": f"{ARTICLES}/test_33.py::test_2_thirty_days_are_the_text_s_and_no_city_s",
    "trial": f"{ARTICLES}/test_35.py::test_35_1_the_trial_ends_with_its_year",
    "fees_share": f"{ARTICLES}/test_24.py::test_7_fees_are_at_most_half_of_what_is_reimbursed",
    "committee_size": f"{ARTICLES}/test_33.py::test_1_a_committee_has_three_members",
    "conciliation_answer": f"{ARTICLES}/test_33.py::test_2_silence_is_no_yes",
    # The way of a proposal.
    "inquiry": f"{ARTICLES}/test_03.py::test_1_c_the_city_too_answers_for_its_part",
    "comments": f"{ARTICLES}/test_11.py::test_5_anyone_comments_within_the_announced_days",
    "opinion": f"{ARTICLES}/test_11.py::test_6_an_opinion_is_late_the_day_after_its_last",
    "supplement": "tests/proposals/test_sweep.py::test_a_file_lapses_after_its_term_and_a_reminder",
    "insist": "tests/proposals/test_author_steps.py"
    "::test_a_decision_on_the_merits_is_asked_for_and_late_is_only_a_warning",
    "answer_to_obstacles": "tests/proposals/test_decision.py"
    "::test_obstacles_are_announced_with_a_term_to_answer",
    "call_entries": "tests/calls/test_writing.py::test_little_time_warns_and_stops_nobody",
    # The life of a pact.
    "withdrawal_notice": f"{ARTICLES}/test_05.py"
    "::test_2_b_citizens_withdraw_with_thirty_days_of_notice",
    "suspension_notice": f"{ARTICLES}/test_05.py"
    "::test_2_b_a_suspension_has_an_agreed_cause_and_a_notice",
    "suspension_confirmation": f"{PACTS}/life/test_rest.py"
    "::test_unconfirmed_in_time_the_public_reads_it_and_the_manager_is_reminded",
    "joining": f"{PACTS}/test_joining.py"
    "::test_a_late_answer_is_reminded_once_and_an_ended_pact_closes_requests",
    "breach_answer": f"{PACTS}/life/test_end.py::test_revoking_before_the_answer_or_its_term_warns",
    "expiry": f"{ARTICLES}/test_05.py::test_2_b_a_pact_lasts_until_its_agreed_last_day_included",
    "report_after_end": f"{ARTICLES}/test_30.py"
    "::test_3_a_final_report_is_due_within_the_city_s_days_after_the_end",
    "report_interim": f"{ARTICLES}/test_30.py"
    "::test_3_an_interim_report_has_the_city_s_days_after_its_period",
    "question_answer": "tests/reports/oversight/test_questions.py"
    "::test_the_silence_of_the_city_is_public_from_the_day_after_the_term",
    "report_examination": f"{ARTICLES}/test_30.py"
    "::test_1_the_city_has_its_days_to_examine_a_report",
    "advance_report": f"{ARTICLES}/test_24.py"
    "::test_5_a_paid_advance_asks_for_a_report_before_anything_more_is_paid",
    # Care, loans, places.
    "activity_report": "tests/commons/modules/test_done.py"
    "::test_who_says_nothing_is_asked_once_and_it_never_becomes_done_by_itself",
    "loan_return": f"{ARTICLES}/test_22.py::test_2_what_was_lent_comes_back_by_its_day",
    "commons_list": f"{ARTICLES}/test_10.py"
    "::test_6_the_list_is_looked_at_again_after_the_city_s_term",
    "temporary_use_end": f"{ARTICLES}/test_08.py"
    "::test_3_a_temporary_use_has_a_last_day_and_then_has_ended",
}
ADDED_BY_LECCO = {
    "comments_complex": "tests/packs/test_terms_of_kinds.py"
    "::test_comments_are_open_for_the_days_of_the_kind",
    "approval": "tests/packs/test_terms_of_kinds.py"
    "::test_who_approves_is_waited_for_until_fifteen_days_after_publication",
}
