"""Scenario 6: a youth workshop, its advance, its fees over the half, its balance. Art. 24, 30."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.demo import passing, reporting
from pactregistry.demo import youth_texts as texts
from pactregistry.demo.agreeing import Case, signed
from pactregistry.demo.cast import Cast
from pactregistry.demo.stage import Moment, at
from pactregistry.pacts.models import Pact
from pactregistry.people.acting import today
from pactregistry.reports.evaluating import actions as evaluating
from pactregistry.reports.evaluating.actions import Effect, Finding
from pactregistry.reports.models import Report
from pactregistry.reports.money import actions as money
from pactregistry.reports.money.actions import Advance
from pactregistry.reports.money.actions_report import examine_costs, settle
from pactregistry.reports.money.facts import to_examine
from pactregistry.workflow.clocks import Unit
from pactregistry.workflow.states import Intensity, ProposerKind, Role
from pactregistry.workflow.states_reports import (
    CostVerdict,
    Nature,
    Outcome,
    Reach,
    ReportKind,
    Sign,
)

WORKSHOP = Case(
    who="vera",
    group="Gruppo Officina dei ragazzi",
    kind=ProposerKind.INFORMAL_GROUP,
    members=("Falegname Uno", "Meccanica Due", "Maestro Tre"),
    typed=texts.WORKSHOP,
    burdens=frozenset({"money", "risk"}),
    office="heritage",
    sent=-310,
    term=(7, Unit.MONTHS),
    because="Un edificio vuoto torna in uso per chi nel quartiere non ha un posto.",
    sections=texts.SECTIONS,
    stated=texts.STATED,
    supports=texts.SUPPORTS,
    details=texts.DETAILS,
    intensity=Intensity.SHARED_MANAGEMENT,
)
FIRST_DAY = WORKSHOP.sent + 27


def workshop(cast: Cast, minutes: bytes) -> Iterator[Moment]:
    """From the advance to the balance, to the cent; then it is to change."""
    lead, desk, manager = cast["vera"].as_(Role.LEAD), cast["desk"], cast["manager"]
    pact = yield from signed(cast, minutes, WORKSHOP)
    yield at(FIRST_DAY, 6)
    passing.catch_up()
    yield at(FIRST_DAY + 3, 10)
    advance = Advance(Decimal(1000), "DD/PRO/dimostrativo")
    grant = money.grant_advance(pact, manager.actor, pact.version, today(), advance)
    yield at(FIRST_DAY + 9, 10)
    money.record_payment(grant, desk.actor, pact.version, today(), "M-101/dimostrativo")
    yield at(-160, 20)
    report = reporting.awaited(pact, ReportKind.ADVANCE)
    reporting.write(report, lead, texts.ADVANCE)
    reporting.send(report, lead)
    yield at(-152, 10)
    reporting.accept(report, desk)
    yield at(-64, 6)
    passing.catch_up()
    yield at(-58, 20)
    report = reporting.awaited(pact, ReportKind.FINAL)
    reporting.write(report, lead, texts.FINAL)
    reporting.spend(report, lead, texts.BILLS, minutes)
    reporting.send(report, lead)
    yield from _settled(cast, report)
    yield from _looked_back_at(cast, pact)


def _settled(cast: Cast, report: Report) -> Iterator[Moment]:
    desk, manager = cast["desk"], cast["manager"]
    yield at(-47, 10)
    verdicts = {
        cost.id: (CostVerdict.REJECTED, texts.NO_PAY)
        if cost.own_work
        else (CostVerdict.ADMITTED, "")
        for cost in to_examine(report)
    }
    examine_costs(report, desk.actor, report.version, verdicts)
    reporting.accept(report, desk, {"hours_staff": ("21.5", "Ufficio beni comuni e Patrimonio.")})
    yield at(-41, 12)
    grant = settle(report, manager.actor, report.version)
    yield at(-34, 10)
    db.session.refresh(report.pact)
    money.record_payment(grant, desk.actor, report.pact.version, today(), "M-140/dimostrativo")


def _looked_back_at(cast: Cast, pact: Pact) -> Iterator[Moment]:
    yield at(-23, 11)
    found = Finding(
        Outcome.MODIFY,
        texts.MODIFIED,
        met_on=settings().today() - timedelta(days=2),
        taking_part=texts.MET,
        citizens_view=texts.VIEW,
        what_changes=texts.CHANGES,
        effects=(
            Effect(texts.STREET_LIVES, Sign.POSITIVE, Reach.INDIRECT, Nature.TANGIBLE),
            Effect(texts.NOISE, Sign.NEGATIVE, Reach.DIRECT, Nature.INTANGIBLE),
        ),
    )
    evaluating.evaluate(pact, cast["desk"].actor, pact.version, today(), found)
