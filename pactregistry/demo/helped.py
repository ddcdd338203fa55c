"""Support as it is used: training, spaces, funds, permits, a loan for a pact. Art. 18-27."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from decimal import Decimal

from sqlalchemy import select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.demo.cast import Cast
from pactregistry.demo.stage import Moment, at
from pactregistry.demo.street_texts import STREET
from pactregistry.pacts.models import Pact
from pactregistry.pacts.queries import group_of
from pactregistry.pacts.supporting import actions_granted as granted
from pactregistry.pacts.supporting.actions_granted import Asked, Money
from pactregistry.pacts.supporting.actions_training import link_training
from pactregistry.people.acting import today
from pactregistry.supports.loans import actions as loans
from pactregistry.supports.loans.models import Thing
from pactregistry.supports.loans.stock import Period
from pactregistry.supports.spaces import actions as spaces
from pactregistry.supports.spaces.actions import Wanted
from pactregistry.supports.spaces.models import Use
from pactregistry.supports.training import actions as training
from pactregistry.supports.training.actions import Described, Person
from pactregistry.supports.training.models import Audience
from pactregistry.workflow.states import Role

NO_HALL = (
    "La sala è chiusa in quei giorni per il rifacimento dell'impianto elettrico, già appaltato: il "
    "cortile della biblioteca è libero alle stesse ore e si può chiedere dalla stessa pagina."
)


def lessons(cast: Cast) -> Iterator[Moment]:
    """One session held for the street's pact, one that takes names now."""
    desk = cast["desk"].actor
    yield at(-84, 10)
    held = training.plan(desk, _session("Sicurezza e attrezzi a mano", ["safety"], in_days=12))
    link_training(_street(), desk, held)
    for hour, who in enumerate(("dora", "lina", "pia", "nives"), start=12):
        yield at(-80, hour)
        training.sign_up(held, cast[who].actor, Person(account_id=cast[who].account.id))
    yield at(-70, 10)
    db.session.refresh(held)
    came = [place.id for place in held.listed[:3]]
    training.record_attendance(held, desk, held.version, came)
    yield at(-6, 10)
    coming = training.plan(desk, _session("Cura di siepi e aiuole", ["care"], in_days=16))
    yield at(-4, 20)
    training.sign_up(coming, cast["rita"].actor, Person(account_id=cast["rita"].account.id))


def rooms(cast: Cast) -> Iterator[Moment]:
    """A space granted, one declined with its reason, one that waits for the office."""
    desk = cast["desk"].actor
    yield at(-15, 18)
    first = spaces.ask(cast["pia"].actor, _wanted("sala-civica", 20, "Riunione del gruppo"))
    second = spaces.ask(cast["teo"].actor, _wanted("sala-civica", 30, "Festa del campo"))
    yield at(-12, 9)
    spaces.grant(first, desk, first.version)
    yield at(-11, 9)
    spaces.decline(second, desk, second.version, NO_HALL)
    yield at(-2, 18)
    spaces.ask(cast["teo"].actor, _wanted("cortile-biblioteca", 17, "Festa del campo"))


def funds(cast: Cast) -> Iterator[Moment]:
    """The street raised money twice and spent some; a permit came quickly, another is awaited."""
    dora, desk = cast["dora"].as_(Role.LEAD), cast["desk"].actor
    yield at(-39, 10)
    pact = _street()
    granted.record_funds(pact, dora, pact.version, _money("Dolci alla festa d'inverno", "320.50"))
    yield at(-35, 10)
    given = granted.ask_permit(pact, dora, pact.version, _permit("Festa delle luci"))
    yield at(-31, 10)
    granted.give_permit(given, desk, pact.version, today(), "Aut. 77/dimostrativa")
    yield at(-16, 20)
    granted.record_funds(pact, dora, pact.version, _money("Dolci alla festa delle luci", "214.00"))
    yield at(-14, 20)
    granted.spend_funds(pact, dora, pact.version, _money("Lampadine a basso consumo", "280.00"))
    yield at(-6, 12)
    granted.ask_permit(pact, dora, pact.version, _permit("Festa di primavera"))


def lent(cast: Cast) -> Iterator[Moment]:
    """Wheelbarrows lent for the street's pact, out now."""
    desk = cast["desk"].actor
    yield at(-10, 10)
    pact = _street()
    group = group_of(pact.origin)
    thing = db.session.scalars(select(Thing).where(Thing.name == "Carriola")).one()
    here = settings().today()
    borrower = loans.Borrower(group_id=group.id if group else None)
    period = Period(here, here + timedelta(days=40))
    loan = granted.lend(pact, desk, {thing.id: 2}, period, borrower)
    yield at(-9, 10)
    loans.hand_over(loan, desk, loan.version, today(), "In ordine")


def _street() -> Pact:
    return db.session.scalars(select(Pact).where(Pact.title == STREET["title"])).one()


def _session(title: str, topics: list[str], *, in_days: int) -> Described:
    here = settings()
    day = here.today() + timedelta(days=in_days)
    return Described(
        title=title,
        topics=topics,
        audience=Audience.BOTH,
        place="Sala civica del Quartiere Centro",
        who_teaches="Settore verde",
        seats=12,
        starts_at=datetime.combine(day, time(18), here.city.zone),
        ends_at=datetime.combine(day, time(20), here.city.zone),
    )


def _wanted(space: str, in_days: int, purpose: str) -> Wanted:
    day = settings().today() + timedelta(days=in_days)
    return Wanted(space, day, time(18), time(20), Use.MEETING, purpose, people=15)


def _money(what: str, amount: str) -> Money:
    return Money(settings().today(), what, Decimal(amount))


def _permit(permit: str) -> Asked:
    return Asked(f"Suolo pubblico: {permit}", "works", settings().today(), 10)
