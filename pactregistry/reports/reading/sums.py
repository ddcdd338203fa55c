"""The costs of a report added up for the public: by kind and source. Art. 24, 25, 30(4)d."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pactregistry.reports.labels import category_label, pack_of
from pactregistry.reports.models import PaidBy, Report


@dataclass(frozen=True)
class Sum:
    """What was spent on one kind of cost from one source."""

    category: str
    label: str
    paid_by: PaidBy
    amount: Decimal


def sums_by_category(report: Report) -> list[Sum]:
    """The costs of a report, added up by kind and by whose money, in the order of the pack."""
    pack = pack_of(report)
    amounts: dict[tuple[str, PaidBy], Decimal] = {}
    labels: dict[str, str] = {}
    for cost in report.costs:
        key = (cost.category, cost.paid_by)
        amounts[key] = amounts.get(key, Decimal(0)) + cost.amount
        labels[cost.category] = category_label(cost.category, pack)
    order = [choice.key for choice in pack.expense_categories]
    categories = sorted(labels, key=lambda c: (order.index(c) if c in order else len(order), c))
    return [
        Sum(category, labels[category], paid_by, amounts[category, paid_by])
        for category in categories
        for paid_by in PaidBy
        if (category, paid_by) in amounts
    ]


def total_of(sums: Sequence[Sum]) -> Decimal:
    """The whole of some sums."""
    return sum((each.amount for each in sums), Decimal(0))
