"""What is said beside a cost, in plain words with its article; nothing is refused. Art. 24."""

from dataclasses import dataclass
from decimal import Decimal

from flask_babel import gettext as _

from pactregistry.languages import day, euro
from pactregistry.reports.facts import FEES, is_listed
from pactregistry.reports.models import Cost, PaidBy, Report
from pactregistry.reports.queries import asked_back, ceiling_of
from pactregistry.workflow.citations import Citation, cite


@dataclass(frozen=True)
class Note:
    """One sentence with the place of the law on which it rests."""

    text: str
    cites: tuple[Citation, ...]


def notes_on(report: Report, cost: Cost) -> list[Note]:
    """What to know of one cost before the report is sent."""
    asked = cost.paid_by is PaidBy.ASKED_BACK
    found = []
    if cost.own_work:
        told = _("Pay for your own work is shown here, and it is never reimbursed.")
        found.append(Note(told, cite("24(3)")))
    elif asked and not is_listed(report, cost.category, cost.fee_purpose):
        if cost.category == FEES:
            told = _("Professional fees are reimbursed only for the purposes in the list.")
            found.append(Note(told, cite("24(7)")))
        else:
            told = _("Of no kind that the regulation reimburses: it is shown, not paid back.")
            found.append(Note(told, cite("24(6)")))
    if not report.period_from <= cost.spent_on <= report.period_to:
        told = _(
            "The day lies outside the period of this report (%(since)s to %(until)s). It is kept; "
            "the office may ask about it.",
            since=day(report.period_from),
            until=day(report.period_to),
        )
        found.append(Note(told, cite("30(3)c")))
    if cost.receipt_id is None:
        told = _("No receipt yet: add a photograph of it, or send without; the office may ask.")
        found.append(Note(told, cite("24(5)")))
    return found


def over_ceiling(report: Report) -> Note | None:
    """That more is asked back, in all reports on the pact, than it states at most."""
    ceiling = ceiling_of(report.pact)
    asked = asked_back(report.pact)
    if ceiling is None or asked <= ceiling:
        return None
    told = _(
        "All reports on this pact together ask %(asked)s back, and the pact states %(most)s at "
        "most. Everything you enter is kept; what is above the maximum is not reimbursed.",
        asked=euro(asked),
        most=euro(ceiling),
    )
    return Note(told, cite("24(4)"))


def totals(report: Report) -> dict[PaidBy, Decimal]:
    """The sum of a report's costs by whose money paid them; own work is in none. Art. 24(3)."""
    paid = [cost for cost in report.costs if not cost.own_work]
    return {kind: sum((c.amount for c in paid if c.paid_by is kind), Decimal(0)) for kind in PaidBy}
