"""What the guards read: facts that an action gathers before it asks the lifecycle for a step."""

from dataclasses import dataclass
from datetime import date


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
    rival_open: bool = False
    award_published: bool = False
    resolution: str = ""
    favourable: bool = False
    comments_until: date | None = None
    opinions_awaited: tuple[str, ...] = ()
    comments_unanswered: int = 0
    actor_is_proposer: bool = False
    substantial_change: bool = False
    obstacles_announced: bool = False
    term_over: bool = False
    within_term: bool = True


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
    resolution: str = ""
    actor_is_proposer: bool = False
    citizens_awaited: tuple[str, ...] = ()
    kind_counts: bool = True
    duties_read: bool = False
    onerous_approved: bool = True


@dataclass(frozen=True)
class PactFacts(Facts):
    """Facts on a pact. Art. 5, 11(11), 15(6), 30."""

    validly_signed: bool = False
    public_pdf: bool = False
    day_reached: bool = False
    heritage_protected: bool = False
    works: bool = False
    heritage_act: str = ""
    cause_listed: bool = False
    act: str = ""
    breach_announced: bool = False
    breach_answered_or_over: bool = False
    other_side_agrees: bool = False
    report_accepted: bool = False
    loans_returned: bool = True


@dataclass(frozen=True)
class ReportFacts(Facts):
    """Facts on a report. Art. 30."""

    day_reached: bool = False
    empty_blocks: tuple[str, ...] = ()
    indicators_without_unit: tuple[str, ...] = ()
    figures_unexplained: tuple[str, ...] = ()
    term_over: bool = False
