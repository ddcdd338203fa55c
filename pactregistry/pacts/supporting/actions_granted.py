"""Lends for a pact; records funds and permits. Art. 22, 25, 27."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts import letters
from pactregistry.pacts.life.opening import begin
from pactregistry.pacts.models import Pact
from pactregistry.pacts.queries import signed_version
from pactregistry.pacts.supporting.granted import raised_in, spent_in, stated, total
from pactregistry.pacts.supporting.models import Permit, PermitOutcome, RaisedFunds, SpentFunds
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, Day, act, today
from pactregistry.supports.loans import actions as loans
from pactregistry.supports.loans.models import Loan
from pactregistry.supports.loans.stock import Period
from pactregistry.workflow.clocks import last_day
from pactregistry.workflow.lifecycle import IN_FORCE, PACT
from pactregistry.workflow.states import PactState, Role


@dataclass(frozen=True)
class Money:
    """A sum on a day, and what it came from or went to."""

    on: date
    what: str
    amount: Decimal


@dataclass(frozen=True)
class Asked:
    """A permit as it is asked for; the term is the pact's own."""

    permit: str
    office: str
    on: date
    days: int | None


def lend(
    pact: Pact, actor: Actor, wanted: Mapping[int, int], period: Period, borrower: loans.Borrower
) -> Loan:
    """Lend things for a pact; whether they may be lent on is read from its text. Art. 22(3)."""
    item = stated(signed_version(pact), "materials")
    purpose = loans.Purpose(
        text=f"{pact.number} {pact.title}",
        pact_id=pact.id,
        sub_loan_allowed=bool(item and item.details.get("may_lend_on")),
        pact_in_force=pact.state in IN_FORCE,
        pact_ends_on=pact.ends_on,
    )
    return loans.lend(borrower, actor, wanted, period, purpose)


def record_funds(pact: Pact, actor: Actor, seen: int, money: Money) -> None:
    """Record one occasion and what it raised."""
    facts = begin(
        "record_funds", pact, actor, seen, today(), occasions_over=_too_many(pact, money.on)
    )
    step = PACT.take("record_funds", PactState(pact.state), actor.role, facts)
    db.session.add(
        RaisedFunds(pact_id=pact.id, held_on=money.on, occasion=money.what, amount=money.amount)
    )
    journal.record(pact, step, act(actor, today(), facts=_told(money)))
    db.session.commit()


def spend_funds(pact: Pact, actor: Actor, seen: int, money: Money) -> None:
    """Record what raised money was spent on."""
    spent = total(spent_in(pact.id)) + money.amount
    more = spent > total(raised_in(pact.id))
    facts = begin("spend_funds", pact, actor, seen, today(), more_than_raised=more)
    step = PACT.take("spend_funds", PactState(pact.state), actor.role, facts)
    db.session.add(
        SpentFunds(pact_id=pact.id, spent_on=money.on, purpose=money.what, amount=money.amount)
    )
    journal.record(pact, step, act(actor, today(), facts=_told(money)))
    db.session.commit()


def ask_permit(pact: Pact, actor: Actor, seen: int, asked: Asked) -> Permit:
    """Ask an office for a permit: the shortened term starts on the day of asking. Art. 27(2)."""
    facts = begin("ask_permit", pact, actor, seen, today())
    step = PACT.take("ask_permit", PactState(pact.state), actor.role, facts)
    permit = Permit(
        pact_id=pact.id,
        permit=asked.permit,
        office=asked.office,
        asked_on=asked.on,
        due_on=last_day(asked.on, asked.days) if asked.days else None,
    )
    db.session.add(permit)
    told = {"permit": asked.permit, "office": asked.office}
    journal.record(pact, step, act(actor, today(), facts=told))
    to = [*addressees.holders(Role.REVIEWER, asked.office), *addressees.desk()]
    letters.write(to, "permit_asked", pact, permit=permit)
    db.session.commit()
    return permit


def give_permit(permit: Permit, actor: Actor, seen: int, day: Day, number: str) -> None:
    """Record that a permit was given, and by which act."""
    pact = permit.pact
    facts = begin("give_permit", pact, actor, seen, day)
    step = PACT.take("give_permit", PactState(pact.state), actor.role, facts)
    permit.outcome, permit.decided_on, permit.act = (
        PermitOutcome.GIVEN,
        day.occurred_on,
        number.strip(),
    )
    told = {"permit": permit.permit, "act": permit.act}
    journal.record(pact, step, act(actor, day, facts=told))
    letters.write(letters.citizens_of(pact), "permit_given", pact, permit=permit)
    db.session.commit()


def decline_permit(permit: Permit, actor: Actor, seen: int, day: Day, reason: str) -> None:
    """Record that a permit was declined, with reasons and remedies. Art. 11(8)."""
    pact = permit.pact
    facts = begin("decline_permit", pact, actor, seen, day, reasons=(reason,))
    step = PACT.take("decline_permit", PactState(pact.state), actor.role, facts)
    permit.outcome, permit.decided_on, permit.reasons = (
        PermitOutcome.DECLINED,
        day.occurred_on,
        reason.strip(),
    )
    told = {"permit": permit.permit, "remedies": dict(settings().city.remedies)}
    journal.record(pact, step, act(actor, day, reason=permit.reasons, facts=told))
    letters.write(letters.citizens_of(pact), "permit_declined", pact, permit=permit)
    db.session.commit()


def _too_many(pact: Pact, day: date) -> int | None:
    """The city's number of occasions a year, where one more goes beyond it. Art. 20(2)."""
    most = settings().city.supports.occasions_a_year
    held = sum(event.held_on.year == day.year for event in raised_in(pact.id))
    return most if held + 1 > most else None


def _told(money: Money) -> dict[str, str]:
    return {"on": money.on.isoformat(), "what": money.what, "amount": str(money.amount)}
