"""What the guards on money read: of a pact that is paid for, and of a report. Art. 24."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from pactregistry.people.acting import Actor
from pactregistry.reports.facts import is_listed, report_facts, takes_part
from pactregistry.reports.models import Cost, PaidBy, Report
from pactregistry.reports.money.account import CENT, WHOLE
from pactregistry.reports.money.book import Book, Reckoning, advance_report_awaited, book_of, reckon
from pactregistry.reports.money.models import Grant
from pactregistry.workflow.facts_reports import ReportFacts
from pactregistry.workflow.states_reports import CostVerdict


def advance_facts(book: Book, actor: Actor, amount: Decimal | None = None) -> dict[str, Any]:
    """The facts on an advance, for `PactFacts`; without an amount those on granting a cent."""
    wanted = amount or CENT
    return {
        "money_agreed": book.ceiling is not None,
        "over_ceiling": book.ceiling is not None and book.granted + wanted > book.ceiling,
        "over_agreed_advance": book.advanced + wanted > book.agreed_advance,
        "actor_is_proposer": takes_part(book.pact, actor.account_id),
    }


def payment_facts(grant: Grant, actor: Actor) -> dict[str, Any]:
    """The facts on recording a payment, for `PactFacts`."""
    return {
        "payment_open": grant.is_open,
        "actor_is_proposer": takes_part(grant.pact, actor.account_id),
    }


def examination_facts(
    report: Report, actor: Actor, verdicts: Mapping[int, tuple[CostVerdict, str]] | None = None
) -> ReportFacts:
    """The facts on examining costs, with the verdicts as they were typed."""
    given = verdicts or {}
    costs = to_examine(report)
    judged = [(cost, *given.get(cost.id, (cost.verdict, cost.verdict_reason))) for cost in costs]
    admitted = [cost for cost, verdict, _reason in judged if verdict is CostVerdict.ADMITTED]
    return report_facts(
        report,
        actor,
        own_work_admitted=_names(cost for cost in admitted if cost.own_work),
        unknown_costs_admitted=_names(
            cost
            for cost in admitted
            if not cost.own_work and not is_listed(report, cost.category, cost.fee_purpose)
        ),
        rejections_unexplained=_names(
            cost
            for cost, verdict, reason in judged
            if verdict is CostVerdict.REJECTED and not reason.strip()
        ),
        **_settled(report, book_of(report.pact)),
    )


def settlement_facts(report: Report, actor: Actor, book: Book, found: Reckoning) -> ReportFacts:
    """The facts on settling what is due on a report."""
    account = found.account
    ceiling = account.terms.ceiling
    share = account.terms.fees_share
    fees = account.allowed_fees
    return report_facts(
        report,
        actor,
        money_agreed=book.ceiling is not None,
        over_ceiling=account.balance > 0 and book.granted + account.balance > ceiling,
        fees_over_share=fees * WHOLE > share * (account.goods + fees),
        advance_unreported=advance_report_awaited(book, report),
        costs_unexamined=_names(found.unexamined),
        **_settled(report, book),
    )


def facts_of_step(name: str, report: Report, actor: Actor) -> ReportFacts:
    """The facts on one step of the office on a report, those on its money where it has to do."""
    if name == "examine_costs":
        return examination_facts(report, actor)
    if name == "settle":
        book = book_of(report.pact)
        return settlement_facts(report, actor, book, reckon(report, book))
    return report_facts(report, actor)


def to_examine(report: Report) -> Sequence[Cost]:
    """The costs on which the office says something: those asked back. Art. 24(1)."""
    return [cost for cost in report.costs if cost.paid_by is PaidBy.ASKED_BACK]


def _settled(report: Report, book: Book) -> dict[str, bool]:
    own = any(grant.report_id == report.id for grant in book.settlements)
    return {"settled": own, "later_settled": not own and report.number in book.reckoned}


def _names(costs: Iterable[Cost]) -> tuple[str, ...]:
    return tuple(cost.description for cost in costs)
