"""What the guards read: facts that an action gathers before it asks the lifecycle for a step."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Facts:
    """Facts on any file: reasons as given, the city's measure for them, withheld or not."""

    reasons: tuple[str, ...] = ()
    reason_minimum: int = 0
    formulas: tuple[str, ...] = ()
    withheld: bool = False
    members_confirmed: bool = False
    import_pending: bool = False


@dataclass(frozen=True)
class ProposalFacts(Facts):
    """Facts on a proposal. Art. 4, 10, 11."""

    missing_papers: tuple[str, ...] = ()
    listed_items: tuple[str, ...] = ()
    instrument: str = ""
    announced_days: int | None = None
    offices: tuple[str, ...] = ()
    preview_confirmed: bool = False
    consents_missing: tuple[str, ...] = ()
    choice_recorded: bool = False
    choice_tied: bool = False
    choice_running: bool = False
    rival_open: bool = False
    others_nearby: tuple[str, ...] = ()
    award_published: bool = False
    resolution: str = ""
    favourable: bool = False
    comments_until: date | None = None
    opinions_awaited: tuple[str, ...] = ()
    comments_unanswered: int = 0
    actor_is_proposer: bool = False
    substantial_change: bool = False
    obstacles_announced: bool = False
    obstacles_until: date | None = None
    term_over: bool = False
    within_term: bool = True
    call_begins_at: datetime | None = None
    call_closed_at: datetime | None = None
    call_is_over: bool = False
    sealed_until: datetime | None = None
    undecided_call: str = ""
    kind_missing: bool = False
    approval_by_kind: str = ""
    oppositions_unanswered: int = 0
    pack_offered: bool = False


@dataclass(frozen=True)
class VersionFacts(Facts):
    """Facts on one version of a pact's text. Art. 5, 13-17, 24, 31-32."""

    empty_sections: tuple[str, ...] = ()
    unagreed_sections: tuple[str, ...] = ()
    several_act: bool = False
    supervisor: str = ""
    years_over_limit: bool = False
    long_term_grounds: bool = False
    money: bool = False
    ceiling_stated: bool = False
    digest_shown: str = ""
    digest_frozen: str = ""
    is_group: bool = False
    mandate: bool = False
    missing_papers: tuple[str, ...] = ()
    consent_needed: bool = False
    owner_consent: bool = False
    substantial_change: bool = False
    kind_missing: bool = False
    approval_by_kind: str = ""
    resolution: str = ""
    actor_is_proposer: bool = False
    citizens_awaited: tuple[str, ...] = ()
    kind_counts: bool = True
    duties_read: bool = False
    onerous_approved: bool = True
    preemption_claimed: bool = False
    preemption_open: bool = False
    collective_use_kept: bool = True
    purpose_bound: bool = True
    additions_kept: bool = True
    executor_chosen: bool = True
    no_exclusive_right: bool = True
    risks_told: bool = True
    insurance_settled: bool = True
    fundraising_unmet: tuple[str, ...] = ()
    in_kind_considered: bool = True
    design_help_grounded: bool = True
    training_before_risk: bool = True
    last_day_passed: date | None = None
    pact_ended: bool = False


@dataclass(frozen=True)
class PactFacts(Facts):
    """Facts on a pact. Art. 5, 11(11), 15(6), 30."""

    validly_signed: bool = False
    public_pdf: bool = False
    day_reached: bool = False
    heritage_protected: bool = False
    works: bool = False
    heritage_act: str = ""
    risk_sheet: bool = False
    cause_listed: bool = False
    act: str = ""
    actor_is_proposer: bool = False
    term_over: bool = False
    suspension_announced: bool = False
    confirmation_awaited: bool = False
    notice_until: date | None = None
    other_signatories: tuple[str, ...] = ()
    breach_announced: bool = False
    answer_awaited_until: date | None = None
    ended_by_city: bool = False
    renewed_as: str = ""
    other_side_agrees: bool = False
    report_accepted: bool = False
    loans_returned: bool = True
    fundraising_agreed: bool = False
    occasions_over: int | None = None
    more_than_raised: bool = False
    permit_eased: bool = False
    text_known: bool = True
    version_open: bool = False
    lasts_longer: bool = True
    in_it_already: bool = False
    actor_is_concerned: bool = False
    joining_group_wants_it: bool = True
    others_remain: bool = True
    represents_its_group: bool = False
    person_heard: bool = True
    money_agreed: bool = False
    over_ceiling: bool = False
    over_agreed_advance: bool = False
    payment_open: bool = False
    citizens_took_part: bool = True
    report_missing: bool = True
    report_awaited_until: date | None = None
    closed_unreported: bool = False
    end_agreed: bool = False


@dataclass(frozen=True)
class CommonsFacts(Facts):
    """Facts on an entry of the inventory. Art. 2(1)a, 8(3), 10(6), 16."""

    aims: str = ""
    owner: str = ""
    is_building: bool = False
    source_act: str = ""
    temporary_use: bool = False
    temporary_use_until: date | None = None
    is_digital: bool = False
    licence: str = ""
    actor_is_proposer: bool = False
    live_pacts: int = 0
    open_proposals: int = 0


@dataclass(frozen=True)
class CallFacts(Facts):
    """Facts on a public call. Art. 11(1)a, 11(2), 16(3)."""

    closes_later: bool = False
    moment_reached: bool = False
    criteria: tuple[str, ...] = ()
    days_open: int | None = None
    shortest_days: int = 0
    emergency: bool = False
    emergency_grounds: str = ""
    entries_unopened: tuple[str, ...] = ()
    entries_unscored: tuple[str, ...] = ()
    ties_open: tuple[str, ...] = ()
    actor_is_proposer: bool = False


@dataclass(frozen=True)
class ModuleFacts(Facts):
    """Facts on one version of a predefined module. Art. 11(3), 29(1)."""

    scope: str = ""
    terms: str = ""
    act: str = ""


@dataclass(frozen=True)
class ActivityFacts(Facts):
    """Facts on an activity. Art. 10(4), 12, 29, 31(1)."""

    module_in_force: bool = False
    terms_accepted: bool = False
    conditions_unmet: tuple[str, ...] = ()
    risk_sheet_read: bool = True
    day_reached: bool = False


@dataclass(frozen=True)
class ChoiceFacts(Facts):
    """Facts on a participatory choice. Art. 10(7)."""

    rivals: int = 0
    day_reached: bool = False
    within_window: bool = False
    voted_already: bool = False
    may_vote: bool = True
    ballot_open: bool = False
    minutes_given: bool = False
    count_adds_up: bool = True
    actor_is_proposer: bool = False
    choice_running: bool = False
    opens_later: bool = True
    notice_days: int = 0
    notice_short: bool = False
    rival_left: bool = False


@dataclass(frozen=True)
class LoanFacts(Facts):
    """Facts on a free loan. Art. 22."""

    shortages: tuple[str, ...] = ()
    sub_loan_allowed: bool = False
    condition: str = ""
    pact_in_force: bool = True
    later_than_pact: date | None = None
