"""What comes due on loans: a reminder before the last day and one after it. Art. 22(2).

Overdue is computed, never a state; what nobody fetched until its last day is free again.
"""

from datetime import date, datetime

from pactregistry.config import settings
from pactregistry.database import apart
from pactregistry.notices.reminding import falls_due, once
from pactregistry.people import addressees
from pactregistry.supports.loans.actions import call_off_unfetched
from pactregistry.supports.loans.letters import borrower_of, write
from pactregistry.supports.loans.models import Loan
from pactregistry.supports.loans.reading import locked, open_ids
from pactregistry.workflow.clocks import civil_day
from pactregistry.workflow.states import LoanState


def run(now: datetime) -> None:
    """Do what is due at an instant, each loan in a transaction of its own."""
    today = civil_day(now, settings().city.zone)
    for loan_id in open_ids():
        with apart(f"the sweep of loan {loan_id}"):
            _sweep(locked(loan_id), today)


def _sweep(loan: Loan, today: date) -> None:
    if loan.is_over:
        return
    if loan.state == LoanState.AGREED:
        if today > loan.due_on:
            call_off_unfetched(loan, today)
        return
    key = f"loan:{loan.id}:{loan.due_on}"
    here = settings()
    term = here.city.term(here.packs.get(loan.pack_id, here.pack), "loan_return")
    if today > loan.due_on:
        if once(f"{key}:overdue", today):
            late = loan.late_days(today)
            write([*borrower_of(loan), *addressees.desk()], "loan_overdue", loan, late=late)
    elif falls_due(key, loan.due_on, term.reminders, today):
        write(borrower_of(loan), "loan_due_soon", loan)
