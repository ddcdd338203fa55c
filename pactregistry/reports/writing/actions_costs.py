"""Adds, changes and removes the costs of a report, one at a time. Art. 24(3)-(7)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pactregistry.database import db, lock
from pactregistry.documents.uploads import Upload
from pactregistry.people.acting import Actor
from pactregistry.reports.models import Cost, PaidBy, Report
from pactregistry.reports.writing.actions import begin, expect, grow
from pactregistry.reports.writing.actions_photographs import drop, keep
from pactregistry.reports.writing.pieces import COSTS
from pactregistry.workflow.states_reports import CostVerdict

RECEIPT = "receipt"


@dataclass(frozen=True)
class Spent:
    """A cost as it was typed, with its receipt where one was sent."""

    category: str
    fee_purpose: str
    description: str
    amount: Decimal
    spent_on: date
    paid_by: PaidBy
    own_work: bool
    receipt: Upload | None = None


def add(report: Report, actor: Actor, spent: Spent) -> Cost:
    """Add a cost.

    Raises:
        Unlawful: the report was sent.
        UploadFlood: this person sent too many files within the hour.
    """
    lock(report)
    begin(report, actor)
    cost = Cost(verdict=CostVerdict.OPEN)
    _fill(report, cost, actor, spent)
    report.costs.append(cost)
    grow(report, (COSTS,))
    db.session.commit()
    return cost


def change(report: Report, cost: Cost, actor: Actor, seen: int, spent: Spent) -> None:
    """Change a cost; what the office had said of it is to be said anew.

    Raises:
        Overtaken: somebody else changed it meanwhile.
        Unlawful: the report was sent.
        UploadFlood: this person sent too many files within the hour.
    """
    lock(report)
    expect(report, seen, (piece_of(cost),))
    begin(report, actor)
    before = cost.receipt
    _fill(report, cost, actor, spent)
    cost.verdict, cost.verdict_reason = CostVerdict.OPEN, ""
    if cost.receipt is not before:
        drop(report, before)
    grow(report, (COSTS, piece_of(cost)))
    db.session.commit()


def remove(report: Report, cost: Cost, actor: Actor) -> None:
    """Take a cost out, with its receipt."""
    lock(report)
    begin(report, actor)
    receipt = cost.receipt
    report.costs.remove(cost)
    drop(report, receipt)
    grow(report, (COSTS,))
    db.session.commit()


def piece_of(cost: Cost) -> str:
    """The name under which a cost's changes are counted."""
    return f"cost {cost.id}"


def _fill(report: Report, cost: Cost, actor: Actor, spent: Spent) -> None:
    cost.category, cost.fee_purpose = spent.category, spent.fee_purpose
    cost.description, cost.amount = spent.description, spent.amount
    cost.spent_on, cost.paid_by, cost.own_work = spent.spent_on, spent.paid_by, spent.own_work
    if spent.receipt is not None:
        cost.receipt = keep(report, actor, spent.receipt, RECEIPT)
