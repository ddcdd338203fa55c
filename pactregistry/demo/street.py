"""Scenario 4: the street of shops, 41 of 62, with support of many kinds. Art. 13(4)-(5), 18-27."""

from collections.abc import Iterator
from decimal import Decimal

from pactregistry.database import db
from pactregistry.demo import reporting
from pactregistry.demo import street_texts as texts
from pactregistry.demo import telling_texts as telling
from pactregistry.demo.agreeing import Case, signed
from pactregistry.demo.cast import Cast
from pactregistry.demo.stage import Moment, at
from pactregistry.people.acting import today
from pactregistry.reports.money import actions as money
from pactregistry.reports.money.actions import Advance
from pactregistry.workflow.clocks import Unit
from pactregistry.workflow.states import ProposerKind, Role

STREET = Case(
    who="dora",
    group="Consorzio Via del Forno",
    kind=ProposerKind.ASSOCIATION,
    members=("Fornaia Uno", "Libraio Due"),
    typed=texts.STREET,
    burdens=frozenset({"money"}),
    office="works",
    sent=-119,
    term=(3, Unit.YEARS),
    because="Le botteghe curano una via di tutti.",
    sections=texts.STREET_SECTIONS,
    stated=texts.STREET_CONDITIONS,
    supports=texts.SUPPORTS,
    details=texts.DETAILS,
    listed="Via del Forno",
)


def street(cast: Cast, minutes: bytes) -> Iterator[Moment]:
    """From the proposal of the consortium to a report that waits for the office."""
    lead, manager = cast["dora"].as_(Role.LEAD), cast["manager"].actor
    pact = yield from signed(cast, minutes, STREET)
    yield at(-7, 20)
    report = reporting.awaited(pact)
    reporting.write(report, lead, telling.STREET)
    reporting.spend(report, lead, telling.STREET_BILLS, minutes)
    reporting.send(report, lead)
    yield at(-5, 12)
    db.session.refresh(pact)
    advance = Advance(Decimal(400), "DD/PRO/dimostrativo")
    money.grant_advance(pact, manager, pact.version, today(), advance)
