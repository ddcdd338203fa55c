"""What guards read of reports, money, oversight and the year. Art. 3(1)b, 24, 30, 35."""

from dataclasses import dataclass

from pactregistry.workflow.facts import Facts


@dataclass(frozen=True)
class ReportFacts(Facts):
    """Facts on a report and on the money that it accounts for. Art. 24, 30."""

    day_reached: bool = False
    empty_blocks: tuple[str, ...] = ()
    indicators_without_unit: tuple[str, ...] = ()
    figures_unexplained: tuple[str, ...] = ()
    without_receipt: tuple[str, ...] = ()
    rejections_unexplained: tuple[str, ...] = ()
    term_over: bool = False
    ground_named: bool = False
    actor_is_proposer: bool = False
    accepted: bool = False
    settled: bool = False
    later_settled: bool = False
    advance_unreported: str = ""
    own_work_admitted: tuple[str, ...] = ()
    unknown_costs_admitted: tuple[str, ...] = ()
    costs_unexamined: tuple[str, ...] = ()
    over_ceiling: bool = False
    fees_over_share: bool = False
    money_agreed: bool = False


@dataclass(frozen=True)
class QuestionFacts(Facts):
    """Facts on a question, a problem or a rating. Art. 3(1)b, 30(3), 30(8)."""

    answer: str = ""
    is_public: bool = True
    switched_on: bool = True
    this_month: bool = False
    actor_is_author: bool = False
    actor_takes_part: bool = False
    words_missing: bool = False
    name_missing: bool = False


@dataclass(frozen=True)
class YearlyFacts(Facts):
    """Facts on the City's report on a year. Art. 35."""

    year_over: bool = False
    words_missing: tuple[str, ...] = ()
