"""Grants an advance and records what was paid. Art. 24(4), 24(5)."""

from dataclasses import dataclass
from decimal import Decimal

from pactregistry import journal
from pactregistry.database import db, lock
from pactregistry.pacts import letters
from pactregistry.pacts.life.opening import begin
from pactregistry.pacts.models import Pact
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, Day, act
from pactregistry.reports.money.advance_report import ask_for_report
from pactregistry.reports.money.book import book_of
from pactregistry.reports.money.facts import advance_facts, payment_facts
from pactregistry.reports.money.models import Grant, GrantKind
from pactregistry.reports.scheduling.reminding import page_of
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState


@dataclass(frozen=True)
class Advance:
    """A sum granted before its costs are reported, and the City's act on it."""

    amount: Decimal
    number: str = ""


def grant_advance(pact: Pact, actor: Actor, seen: int, day: Day, wanted: Advance) -> Grant:
    """Grant a share in advance, within what the pact states."""
    lock(pact)  # what is granted meanwhile counts
    typed = advance_facts(book_of(pact), actor, wanted.amount)
    facts = begin("grant_advance", pact, actor, seen, day, **typed)
    step = PACT.take("grant_advance", PactState(pact.state), actor.role, facts)
    grant = Grant(
        pact_id=pact.id,
        kind=GrantKind.ADVANCE,
        amount=wanted.amount,
        granted_on=day.occurred_on,
        act=wanted.number.strip(),
    )
    db.session.add(grant)
    told = {"amount": str(wanted.amount), "act": grant.act}
    journal.record(pact, step, act(actor, day, facts=told))
    to = [*letters.citizens_of(pact), *addressees.desk()]
    letters.write(to, "advance_granted", pact, grant=grant)
    db.session.commit()
    return grant


def record_payment(grant: Grant, actor: Actor, seen: int, day: Day, order: str) -> None:
    """Record that an amount was paid, or given back; a paid advance asks for its own report."""
    pact = grant.pact
    lock(grant)
    facts = begin("record_payment", pact, actor, seen, day, **payment_facts(grant, actor))
    step = PACT.take("record_payment", PactState(pact.state), actor.role, facts)
    grant.paid_on, grant.payment_order = day.occurred_on, order.strip()
    advance = grant.kind is GrantKind.ADVANCE
    report = ask_for_report(grant, day.occurred_on) if advance else None
    told = {"amount": str(grant.amount), "kind": str(grant.kind)}
    private = {"payment_order": grant.payment_order}
    journal.record(pact, step, act(actor, day, facts=told, private=private))
    told_of = {"grant": grant, "report": report, "page": page_of}
    letters.write(letters.citizens_of(pact), "money_paid", pact, **told_of)
    db.session.commit()
