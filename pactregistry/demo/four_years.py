"""A pact of four years with a report each half year, evaluated and renewed. Art. 30(3), 30(8)."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from pactregistry.config import settings
from pactregistry.demo import passing, picturing, reporting
from pactregistry.demo import river_texts as texts
from pactregistry.demo.agreeing import Case, signed
from pactregistry.demo.cast import Cast
from pactregistry.demo.stage import Moment, at
from pactregistry.pacts.life import actions_renewal
from pactregistry.pacts.models import Pact
from pactregistry.people.acting import today
from pactregistry.reports.evaluating import actions as evaluating
from pactregistry.reports.evaluating.actions import Effect, Finding
from pactregistry.workflow.clocks import Unit
from pactregistry.workflow.states import ProposerKind, Role
from pactregistry.workflow.states_reports import Nature, Outcome, Reach, ReportKind, Sign

SENT = -1538
FIRST_DAY = SENT + 27
HALF_YEAR = 183
BY_THEN = 2  # days after which a half year is over, whichever months it has
PERIODS = 8
MISSING = (3, 5, 7)
TREES = {1: 3, 2: 5, 4: 8, 6: 11, 8: 14}

RIVER = Case(
    who="bruno",
    group="Gruppo Sponda Viva",
    kind=ProposerKind.INFORMAL_GROUP,
    members=("Vicina Tre", "Vicino Quattro", "Insegnante Uno"),
    typed=texts.RIVER,
    burdens=frozenset({"risk"}),
    office="green",
    sent=SENT,
    term=(4, Unit.YEARS),
    because="La cura della sponda risponde al piano del verde.",
    sections=texts.SECTIONS,
    stated=texts.STATED,
)


def river(cast: Cast, minutes: bytes) -> Iterator[Moment]:
    """Eight half years, of which three are missing; then both sides look back and go on."""
    lead, desk = cast["bruno"].as_(Role.LEAD), cast["desk"]
    pact = yield from signed(cast, minutes, RIVER)
    yield at(FIRST_DAY, 6)
    passing.catch_up()
    for number in range(1, PERIODS + 1):
        asked = FIRST_DAY + number * HALF_YEAR + BY_THEN
        yield at(asked, 6)
        passing.catch_up()
        if number in MISSING:
            continue
        report = reporting.awaited(pact)
        yield at(asked + 3, 20)
        words = texts.told(number)
        picture = picturing.river(f"sponda-{number}", TREES[number])
        reporting.write(report, lead, words, picture)
        reporting.send(report, lead)
        yield at(asked + 9, 10)
        hours = str(6 + number)
        reporting.accept(
            report, desk, {"hours_staff": (hours, "Settore verde, dai fogli di servizio.")}
        )
    yield from _looked_back_at(cast, pact, minutes)


def _looked_back_at(cast: Cast, pact: Pact, receipt: bytes) -> Iterator[Moment]:
    """The final report is being written; the pact is evaluated and its renewal opened."""
    bruno, desk = cast["bruno"], cast["desk"].actor
    lead = bruno.as_(Role.LEAD)
    yield at(-32, 20)
    evaluating.write_view(pact, bruno.account.id, texts.VIEW)
    final = reporting.awaited(pact, ReportKind.FINAL)
    reporting.write(final, lead, reporting.Words(texts.FINAL))
    reporting.spend(final, lead, texts.OWN_MONEY, receipt)
    yield at(-29, 11)
    effects = (
        Effect(
            texts.TREES, Sign.POSITIVE, Reach.DIRECT, Nature.TANGIBLE, value=Decimal(176), unit="n"
        ),
        Effect(texts.TRUST, Sign.POSITIVE, Reach.INDIRECT, Nature.INTANGIBLE),
        Effect(texts.TRAFFIC, Sign.NEGATIVE, Reach.INDIRECT, Nature.TANGIBLE),
    )
    found = Finding(
        Outcome.CONFIRM,
        texts.CONFIRMED,
        met_on=settings().today() - timedelta(days=1),
        taking_part=texts.MET,
        citizens_view=texts.VIEW,
        effects=effects,
    )
    evaluating.evaluate(pact, desk, pact.version, today(), found)
    yield at(-27, 10)
    actions_renewal.renew(pact, desk, pact.version, texts.RENEWING)
