"""Loans: agreed, handed over, prolonged, brought back, lost, lent on, called off. Art. 22."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act, Entry, expect, history, next_number, record
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, Day, act, check_day, today
from pactregistry.supports.loans.letters import borrower_of, write
from pactregistry.supports.loans.models import Loan, LoanLine, SubLoan
from pactregistry.supports.loans.reading import things
from pactregistry.supports.loans.stock import Period, shortages
from pactregistry.workflow.engine import Step
from pactregistry.workflow.facts import LoanFacts
from pactregistry.workflow.lifecycle import LOAN
from pactregistry.workflow.states import LoanState, Role

SERIES = "L"


@dataclass(frozen=True)
class Borrower:
    """Who borrows: an account, a group, or a person without an account at the counter."""

    account_id: int | None = None
    group_id: int | None = None
    name: str = ""
    contact: str = ""


@dataclass(frozen=True)
class Purpose:
    """What the things are lent for; a pact may let the borrower lend them on. Art. 22(3)."""

    text: str = ""
    activity_id: int | None = None
    pact_id: int | None = None
    sub_loan_allowed: bool = False
    pact_in_force: bool = True
    pact_ends_on: date | None = None


@dataclass(frozen=True)
class Onward:
    """To whom things are lent on, which ones, until when; the name is private. Art. 22(3)."""

    to_name: str
    what: str
    until: date


def agree(
    borrower: Borrower, actor: Actor, wanted: Mapping[int, int], period: Period, purpose: Purpose
) -> Loan:
    """Keep things for somebody, quantities by thing, inside a larger act; does not commit.

    Raises:
        Unlawful: there is not enough in stock.
    """
    here = settings()
    step = check_stock(actor, wanted, period, purpose)
    loan = Loan(
        number=next_number(SERIES, here.today().year),
        pack_id=here.pack.id,
        pack_version=here.pack.version,
        account_id=borrower.account_id,
        group_id=borrower.group_id,
        borrower_name=borrower.name,
        borrower_contact=borrower.contact,
        activity_id=purpose.activity_id,
        pact_id=purpose.pact_id,
        purpose=purpose.text,
        sub_loan_allowed=purpose.sub_loan_allowed,
        created_at=here.now(),
        since=period.since,
        due_on=period.until,
        lines=[LoanLine(thing_id=thing_id, quantity=number) for thing_id, number in wanted.items()],
    )
    record(loan, step, act(actor, today(), facts={"due_on": period.until.isoformat()}))
    return loan


def check_stock(
    actor: Actor, wanted: Mapping[int, int], period: Period, purpose: Purpose | None = None
) -> Step:
    """Find a loan lawful before anything of a larger act is written.

    Raises:
        Unlawful: there is not enough in stock, or its pact is not in force.
    """
    missing = shortages(wanted, period, lock=True)
    end = purpose.pact_ends_on if purpose else None
    facts = LoanFacts(
        shortages=tuple(map(str, missing)),
        pact_in_force=purpose is None or purpose.pact_in_force,
        later_than_pact=end if end is not None and period.until > end else None,
    )
    return LOAN.take("agree", None, actor.role, facts)


def lend(
    borrower: Borrower, actor: Actor, wanted: Mapping[int, int], period: Period, purpose: Purpose
) -> Loan:
    """Agree on a loan by itself, at the counter."""
    loan = agree(borrower, actor, wanted, period, purpose)
    write(borrower_of(loan), "loan_agreed", loan)
    db.session.commit()
    return loan


def hand_over(loan: Loan, actor: Actor, seen: int, day: Day, condition: str) -> Entry:
    """Give the things out; from now on the borrower answers for them. Art. 22(2)."""
    expect(loan, LOAN.name, seen)
    _check("hand_over", loan, actor, day, LoanFacts())
    step = LOAN.take("hand_over", LoanState(loan.state), actor.role, LoanFacts())
    loan.handed_on = day.occurred_on
    loan.condition_out = condition.strip()
    entry = record(loan, step, act(actor, day, facts={"condition": loan.condition_out}))
    write(borrower_of(loan), "loan_handed_over", loan)
    db.session.commit()
    return entry


def take_back(
    loan: Loan, actor: Actor, seen: int, day: Day, condition: str, came_back: Mapping[int, int]
) -> Entry:
    """Take the things in, counted by line; what did not come leaves the stock. Art. 22(2)."""
    expect(loan, LOAN.name, seen)
    facts = LoanFacts(condition=condition)
    _check("take_back", loan, actor, day, facts)
    step = LOAN.take("take_back", LoanState(loan.state), actor.role, facts)
    _count_in(loan, came_back)
    loan.condition_in = condition.strip()
    missing = {line.thing.name: line.quantity - (line.came_back or 0) for line in loan.lines}
    told = {
        "condition": loan.condition_in,
        "missing": {name: number for name, number in missing.items() if number},
        "late_days": max(0, (day.occurred_on - loan.due_on).days),
    }
    _end(loan, day.occurred_on)
    entry = record(loan, step, act(actor, day, facts=told))
    write(borrower_of(loan), "loan_returned", loan, missing=told["missing"])
    db.session.commit()
    return entry


def declare_lost(loan: Loan, actor: Actor, seen: int, day: Day, reason: str) -> Entry:
    """Record that nothing comes back: it leaves the stock. Art. 22(2)."""
    expect(loan, LOAN.name, seen)
    facts = LoanFacts(reasons=(reason,))
    _check("declare_lost", loan, actor, day, facts)
    step = LOAN.take("declare_lost", LoanState(loan.state), actor.role, facts)
    _count_in(loan, {line.id: 0 for line in loan.lines})
    _end(loan, day.occurred_on)
    entry = record(loan, step, act(actor, day, reason=reason.strip()))
    write(borrower_of(loan), "loan_lost", loan, reason=reason.strip())
    db.session.commit()
    return entry


def prolong(loan: Loan, actor: Actor, seen: int, until: date) -> Entry:
    """Leave the things out until a later day; who waits for them is warned of. Art. 22(2)."""
    expect(loan, LOAN.name, seen)
    facts = prolonging(loan, until)
    step = LOAN.take("prolong", LoanState(loan.state), actor.role, facts)
    told = {"from": loan.due_on.isoformat(), "to": until.isoformat()}
    loan.due_on = until
    entry = record(loan, step, act(actor, today(), facts=told))
    write(borrower_of(loan), "loan_prolonged", loan)
    db.session.commit()
    return entry


def prolonging(loan: Loan, until: date) -> LoanFacts:
    """The facts that `prolong` asks for: what others were promised in the added days."""
    wanted = {line.thing_id: line.quantity for line in loan.lines}
    missing = shortages(wanted, Period(loan.due_on, until), apart_from=loan.id)
    return LoanFacts(shortages=tuple(map(str, missing)))


def lend_on(loan: Loan, actor: Actor, seen: int, onward: Onward) -> Entry:
    """Record that the borrower lent things on; who borrowed first goes on answering. Art. 22(3)."""
    expect(loan, LOAN.name, seen)
    facts = LoanFacts(sub_loan_allowed=loan.sub_loan_allowed)
    step = LOAN.take("lend_on", LoanState(loan.state), actor.role, facts)
    lent_on = settings().today()
    db.session.add(
        SubLoan(
            loan_id=loan.id,
            to_name=onward.to_name.strip(),
            what=onward.what.strip(),
            lent_on=lent_on,
            until=onward.until,
        )
    )
    told = {"until": onward.until.isoformat()}
    entry = record(loan, step, act(actor, today(), facts=told, private={"to": onward.to_name}))
    if not loan.sub_loan_allowed:
        write(addressees.desk(), "loan_lent_on", loan)
    db.session.commit()
    return entry


def call_off(loan: Loan, actor: Actor, seen: int) -> Entry:
    """Call off what was agreed and not fetched: it is free for others."""
    expect(loan, LOAN.name, seen)
    entry = call_off_within(loan, actor)
    if actor.role is Role.DESK:
        write(borrower_of(loan), "loan_called_off", loan)
    db.session.commit()
    return entry


def call_off_within(loan: Loan, actor: Actor) -> Entry:
    """The same inside a larger act, such as the end of an activity; does not commit."""
    step = LOAN.take("call_off", LoanState(loan.state), actor.role, LoanFacts())
    _end(loan, settings().today())
    return record(loan, step, act(actor, today()))


def call_off_unfetched(loan: Loan, day: date) -> Entry:
    """Call off a loan whose last day has passed with nobody fetching it; does not commit."""
    step = LOAN.take("call_off", LoanState(loan.state), Role.CLOCK, LoanFacts())
    _end(loan, day)
    entry = record(loan, step, Act(None, day, settings().now()))
    write(borrower_of(loan), "loan_called_off", loan)
    return entry


def _check(step: str, loan: Loan, actor: Actor, day: Day, facts: LoanFacts) -> None:
    entries = history(LOAN.name, loan.id)
    check_day(LOAN, step, LoanState(loan.state), actor, facts, (day, entries))


def _count_in(loan: Loan, came_back: Mapping[int, int]) -> None:
    """Count what came back by line; the rest leaves the stock, which nobody else counts now."""
    things([line.thing_id for line in loan.lines], lock=True)
    for line in loan.lines:
        line.came_back = max(0, min(came_back.get(line.id, line.quantity), line.quantity))
        line.thing.quantity = max(0, line.thing.quantity - (line.quantity - line.came_back))


def _end(loan: Loan, day: date) -> None:
    loan.ended_on = day
    for sub_loan in loan.sub_loans:
        sub_loan.back_on = sub_loan.back_on or day
