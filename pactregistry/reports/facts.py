"""Gathers what the guards on a report read. Art. 24, 30."""

from dataclasses import replace
from typing import Any

from pactregistry.config import settings
from pactregistry.languages import in_language
from pactregistry.pacts.joining.queries import accounts_joined
from pactregistry.pacts.life.facts import is_of_citizens
from pactregistry.pacts.models import Pact
from pactregistry.people.acting import Actor
from pactregistry.reports.labels import figure_label, pack_of
from pactregistry.reports.models import PaidBy, Report
from pactregistry.reports.queries import money_agreed
from pactregistry.workflow.facts_reports import ReportFacts
from pactregistry.workflow.measures import ReportBlock
from pactregistry.workflow.states import ReportState
from pactregistry.workflow.states_reports import CostVerdict

FEES = "fees"  # the kind of cost that also needs a purpose. Art. 24(7)


def report_facts(report: Report, actor: Actor | None = None, **typed: Any) -> ReportFacts:
    """The facts on a report as it stands today, with what the form adds to them."""
    today = settings().today()
    pack = pack_of(report)
    facts = ReportFacts(
        withheld=report.withheld,
        day_reached=report.period_to <= today,
        empty_blocks=tuple(
            in_language(block.label)
            for block in blocks_asked(report)
            if not report.parts.get(block.key, "").strip()
        ),
        indicators_without_unit=tuple(
            figure_label(figure, pack) for figure in report.figures if not figure.unit.strip()
        ),
        figures_unexplained=tuple(
            figure_label(figure, pack)
            for figure in report.figures
            if not figure.explanation.strip()
        ),
        without_receipt=tuple(c.description for c in report.costs if c.receipt_id is None),
        rejections_unexplained=tuple(
            cost.description
            for cost in report.costs
            if cost.verdict is CostVerdict.REJECTED and not cost.verdict_reason.strip()
        ),
        term_over=report.examine_by is not None and report.examine_by < today,
        actor_is_proposer=actor is not None and takes_part(report.pact, actor.account_id),
        accepted=report.state == ReportState.ACCEPTED,
        own_work_admitted=tuple(c.description for c in _admitted(report) if c.own_work),
        unknown_costs_admitted=tuple(
            c.description
            for c in _admitted(report)
            if not is_listed(report, c.category, c.fee_purpose)
        ),
        money_agreed=money_agreed(report.pact),
    )
    return replace(facts, **typed)


def takes_part(pact: Pact, account_id: int) -> bool:
    """Whether an account is on the citizens' side: proposed, signed, or has joined. Art. 11(8)."""
    return is_of_citizens(pact, account_id) or account_id in accounts_joined(pact)


def blocks_asked(report: Report) -> tuple[ReportBlock, ...]:
    """The parts that a report is to have: a short one is asked fewer. Art. 30(4)."""
    blocks = pack_of(report).report_blocks
    return tuple(b for b in blocks if b.question) if report.short else blocks


def is_listed(report: Report, category: str, fee_purpose: str) -> bool:
    """Whether a cost is of a kind that the regulation reimburses. Art. 24(6), 24(7)."""
    pack = pack_of(report)
    if category not in {choice.key for choice in pack.expense_categories}:
        return False
    return category != FEES or fee_purpose in {choice.key for choice in pack.fee_purposes}


def _admitted(report: Report) -> list[Any]:
    return [
        cost
        for cost in report.costs
        if cost.verdict is CostVerdict.ADMITTED and cost.paid_by is PaidBy.ASKED_BACK
    ]
