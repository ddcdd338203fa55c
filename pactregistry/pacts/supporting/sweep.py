"""What comes due on support: the end of a permit's shortened term, loans of an ended pact.

Art. 22(2), 27(2). Late is computed, never a state.
"""

from datetime import date, datetime

from sqlalchemy import select

from pactregistry.config import settings
from pactregistry.database import apart, db
from pactregistry.notices.reminding import falls_due, once
from pactregistry.pacts import letters
from pactregistry.pacts.models import Pact
from pactregistry.pacts.supporting.models import Permit, PermitOutcome
from pactregistry.people import addressees
from pactregistry.supports.loans.models import Loan
from pactregistry.supports.loans.reading import KEPT
from pactregistry.workflow.clocks import civil_day
from pactregistry.workflow.states import PactState, Role


def run(now: datetime) -> None:
    """Do what is due at an instant, each record in a transaction of its own."""
    today = civil_day(now, settings().city.zone)
    awaited = select(Permit.id).where(Permit.outcome == PermitOutcome.AWAITED)
    for permit_id in db.session.scalars(awaited.order_by(Permit.id)).all():
        with apart(f"the sweep of permit {permit_id}"):
            _permit(db.session.get_one(Permit, permit_id), today)
    lent = select(Loan.pact_id).where(Loan.state.in_(KEPT), Loan.pact_id.is_not(None))
    ended = select(Pact.id).where(Pact.state == PactState.ENDED, Pact.id.in_(lent))
    for pact_id in db.session.scalars(ended.order_by(Pact.id)).all():
        with apart(f"the loans of pact {pact_id}"):
            _loans(db.session.get_one(Pact, pact_id), today)


def _permit(permit: Permit, today: date) -> None:
    if permit.due_on is None:
        return
    key = f"permit:{permit.id}"
    to = [*addressees.holders(Role.REVIEWER, permit.office), *addressees.desk()]
    days = [settings().city.supports.permit_reminder_days]
    if today > permit.due_on:
        if once(f"{key}:late", today):
            letters.write(to, "permit_late", permit.pact, permit=permit)
    elif falls_due(key, permit.due_on, days, today):
        letters.write(to, "permit_due", permit.pact, permit=permit)


def _loans(pact: Pact, today: date) -> None:
    if once(f"pact:{pact.id}:loans", today):
        letters.write(letters.citizens_of(pact), "pact_loans_open", pact)
