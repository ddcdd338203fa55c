"""What the pages of money show: the account in words, the public page of a pact. Art. 24, 25."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from flask_babel import gettext as _

from pactregistry.pacts.access import Seat
from pactregistry.pacts.life.terms import pack_of as pack_of_pact
from pactregistry.pacts.models import Pact, SupportItem
from pactregistry.pacts.queries import signed_version
from pactregistry.reports.facts import FEES, is_listed
from pactregistry.reports.labels import category_label, pack_of, purpose_label
from pactregistry.reports.models import Cost, PaidBy, Report
from pactregistry.reports.money.account import kept_lines
from pactregistry.reports.money.book import Book, book_of, reckon, settlement_of
from pactregistry.reports.money.models import Grant
from pactregistry.reports.money.wording import Told, told
from pactregistry.reports.queries import MONEY, reports_of
from pactregistry.workflow.states import ReportState, Role
from pactregistry.workflow.states_reports import CostVerdict

CITY = frozenset({Role.DESK, Role.MANAGER})


@dataclass(frozen=True)
class MoneyOfPact:
    """What everyone reads of a pact's money: sums, no names."""

    book: Book
    by_category: Sequence[Told] = ()
    account: Sequence[Told] = ()
    in_kind: Sequence[SupportItem] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.book)


@dataclass(frozen=True)
class MoneyOfReport:
    """The account of a report: as it was settled, or as it would be settled now."""

    lines: Sequence[Told] = ()
    grant: Grant | None = None
    costs: Sequence[Cost] = field(default_factory=tuple)

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.lines)


def money_of(pact: Pact) -> MoneyOfPact:
    """The money of a pact, for its page."""
    book = book_of(pact)
    pack = pack_of_pact(pact)
    text = signed_version(pact)
    return MoneyOfPact(
        book,
        told(book.by_category, pack),
        told(book.reimbursed, pack),
        [item for item in (text.supports if text else ()) if item.kind != MONEY],
    )


def money_of_report(report: Report, seat: Seat) -> MoneyOfReport:
    """The account of a report: for everyone once it is settled, before that for the table."""
    pack = pack_of(report)
    grant = settlement_of(report)
    if grant is not None:
        return MoneyOfReport(told(kept_lines(grant.account), pack), grant, _asked(report, seat))
    book = book_of(report.pact)
    asked = _asked(report, seat)
    sent = report.state not in {ReportState.DUE, ReportState.DRAFTED}
    if not asked or not sent or book.ceiling is None or report.number in book.reckoned:
        return MoneyOfReport(costs=asked)
    return MoneyOfReport(told(reckon(report, book).account.lines, pack), None, asked)


@dataclass(frozen=True)
class Examined:
    """A cost as the office reads it before it says something, with what may be odd about it."""

    cost: Cost
    category: str
    outside_period: bool
    not_agreed: bool
    also_in: str


def to_read(report: Report, costs: Sequence[Cost]) -> list[Examined]:
    """The costs of a report, each with what to look at twice; nothing is decided by it."""
    pack = pack_of(report)
    agreed = _categories(report.pact)
    others = [c for r in reports_of(report.pact) if r.id != report.id for c in r.costs]
    return [
        Examined(
            cost,
            ": ".join(
                filter(None, (category_label(cost.category, pack), purpose_label(cost, pack)))
            ),
            outside_period=not report.period_from <= cost.spent_on <= report.period_to,
            not_agreed=bool(agreed) and cost.category not in agreed,
            also_in=next((c.report.number for c in others if _alike(c, cost)), ""),
        )
        for cost in costs
    ]


def answer_ready(report: Report, cost: Cost) -> tuple[CostVerdict, str]:
    """What was said of a cost, else the law's own answer; the office may change it. Art. 24(3)."""
    if cost.verdict is not CostVerdict.OPEN:
        return cost.verdict, cost.verdict_reason
    if cost.own_work:
        return CostVerdict.REJECTED, _(
            "The citizens' own work is not paid, neither directly nor indirectly (Art. 24(3))."
        )
    if is_listed(report, cost.category, cost.fee_purpose):
        return CostVerdict.ADMITTED, ""
    if cost.category == FEES:
        return CostVerdict.REJECTED, _(
            "Professional fees are reimbursed only for the purposes of Art. 24(7)."
        )
    return CostVerdict.REJECTED, _("The regulation reimburses no costs of this kind (Art. 24(6)).")


def _alike(one: Cost, other: Cost) -> bool:
    """Whether two costs may be the same one: it is counted in one report only."""
    same_sum = (one.spent_on, one.amount, one.category) == (
        other.spent_on,
        other.amount,
        other.category,
    )
    return same_sum and one.paid_by is PaidBy.ASKED_BACK


def _categories(pact: Pact) -> frozenset[str]:
    text = signed_version(pact)
    items = [item for item in (text.supports if text else ()) if item.kind == MONEY]
    return frozenset(key for item in items for key in item.details.get("categories") or ())


def _asked(report: Report, seat: Seat) -> list[Cost]:
    if not seat.reads:
        return []
    return [cost for cost in report.costs if cost.paid_by is PaidBy.ASKED_BACK]
