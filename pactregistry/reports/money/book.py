"""What was granted, paid and is still open under a pact, read from its records. Art. 24, 25."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from pactregistry.database import db
from pactregistry.pacts.models import Pact
from pactregistry.pacts.queries import signed_version
from pactregistry.pacts.supporting.granted import all_stated
from pactregistry.reports.facts import FEES, is_listed
from pactregistry.reports.labels import pack_of
from pactregistry.reports.models import Cost, PaidBy, Report
from pactregistry.reports.money.account import (
    NOTHING,
    Account,
    Key,
    Line,
    Spent,
    Terms,
    kept_lines,
)
from pactregistry.reports.money.models import Grant, GrantKind
from pactregistry.reports.queries import MONEY, ceiling_of, reports_of
from pactregistry.workflow.states import ReportState
from pactregistry.workflow.states_reports import CostVerdict, ReportKind

SHARE: Final = "fees_share"  # the threshold of the pack. Art. 24(7)


@dataclass(frozen=True)
class Book:
    """The money of one pact until today."""

    pact: Pact
    ceiling: Decimal | None
    agreed_advance: Decimal
    grants: Sequence[Grant] = field(default_factory=tuple)

    @property
    def granted(self) -> Decimal:
        """All that was granted, less what is to be given back."""
        return _sum(self.grants)

    @property
    def advanced(self) -> Decimal:
        """All that was granted in advance."""
        return _sum(g for g in self.grants if g.kind is GrantKind.ADVANCE)

    @property
    def paid(self) -> Decimal:
        """All that was paid, less what was given back."""
        return _sum(grant for grant in self.grants if grant.paid_on is not None)

    @property
    def settlements(self) -> list[Grant]:
        """The balances that were settled, the oldest first."""
        return [grant for grant in self.grants if grant.kind is GrantKind.SETTLEMENT]

    @property
    def reckoned(self) -> frozenset[str]:
        """The numbers of the reports whose costs are in a settlement already."""
        return frozenset(n for g in self.settlements for n in g.account.get("reports", ()))

    @property
    def reimbursed(self) -> tuple[Line, ...]:
        """The account as it was settled last: it holds all costs until then."""
        return kept_lines(self.settlements[-1].account) if self.settlements else ()

    @property
    def by_category(self) -> list[Line]:
        """The costs that counted, by kind, before fees and ceiling were looked at."""
        return [line for line in self.reimbursed if line.key is Key.CATEGORY]

    def __bool__(self) -> bool:
        """Whether the pact has to do with money of the City at all."""
        return self.ceiling is not None or bool(self.grants)


def book_of(pact: Pact) -> Book:
    """The money of a pact."""
    query = select(Grant).where(Grant.pact_id == pact.id).order_by(Grant.id)
    told = joinedload(Grant.report), joinedload(Grant.accounted_in)
    return Book(
        pact,
        ceiling_of(pact),
        _agreed_advance(pact),
        db.session.scalars(query.options(*told)).all(),
    )


def open_grants(pact: Pact) -> Sequence[Grant]:
    """What is granted under a pact and not recorded as paid, the oldest first."""
    query = select(Grant).where(
        Grant.pact_id == pact.id, Grant.paid_on.is_(None), Grant.amount != NOTHING
    )
    return db.session.scalars(query.order_by(Grant.id)).all()


def grant_in(pact: Pact, grant_id: int) -> Grant:
    """One amount granted under a pact; raises NoResultFound."""
    query = select(Grant).filter_by(pact_id=pact.id, id=grant_id)
    return db.session.scalars(query).one()


def settlement_of(report: Report) -> Grant | None:
    """The balance that was settled on a report, or None."""
    return db.session.scalar(
        select(Grant).filter_by(report_id=report.id, kind=GrantKind.SETTLEMENT)
    )


@dataclass(frozen=True)
class Reckoning:
    """An account with the reports whose costs it holds, in the order of their periods."""

    account: Account
    reports: tuple[Report, ...]

    @property
    def unexamined(self) -> list[Cost]:
        """The costs that count although nobody examined them."""
        costs = [cost for report in self.reports for cost in report.costs]
        return [
            c for c in costs if c.paid_by is PaidBy.ASKED_BACK and c.verdict is CostVerdict.OPEN
        ]


def reckon(report: Report, book: Book) -> Reckoning:
    """What is due on a report: all costs accepted until it, less all that was granted. Art. 24.

    The account goes over the whole pact: fees and ceiling are looked at once, for all of it.
    """
    reports = reports_of(report.pact)
    held = tuple(r for r in reports if r.number in book.reckoned or _belongs(r, report))
    last = any(r.kind is ReportKind.FINAL for r in held)
    terms = Terms(
        ceiling=book.ceiling if book.ceiling is not None else NOTHING,
        fees_share=pack_of(report).thresholds[SHARE].value,
        granted=book.granted,
        is_last=last,
    )
    return Reckoning(Account(tuple(spent(c, r) for r in held for c in r.costs), terms), held)


def spent(cost: Cost, report: Report) -> Spent:
    """A cost of a report as the account sees it."""
    return Spent(
        amount=cost.amount,
        category=cost.category,
        is_fee=cost.category == FEES,
        is_listed=is_listed(report, cost.category, cost.fee_purpose),
        own_work=cost.own_work,
        asked_back=cost.paid_by is PaidBy.ASKED_BACK,
        is_rejected=cost.verdict is CostVerdict.REJECTED,
    )


def advance_report_awaited(book: Book, beside: Report | None = None) -> str:
    """The report that a paid advance still asks for, by number; empty where none is. Art. 24(5).

    The report at hand, `beside`, does not stand in its own way.
    """
    for grant in book.grants:
        report = grant.accounted_in
        if report is None or (beside is not None and report.id == beside.id):
            continue
        if report.state != ReportState.ACCEPTED:
            return report.number
    return ""


def _belongs(each: Report, upto: Report) -> bool:
    if each.id == upto.id:
        return True
    earlier = (each.period_to, each.id) < (upto.period_to, upto.id)
    return earlier and each.state == ReportState.ACCEPTED


def _agreed_advance(pact: Pact) -> Decimal:
    stated = [item.details.get("advance") for item in all_stated(signed_version(pact), MONEY)]
    return sum((Decimal(amount) for amount in stated if amount), NOTHING)


def _sum(grants: Iterable[Grant]) -> Decimal:
    return sum((grant.amount for grant in grants), NOTHING)
