"""Disputes that go on: asked for, being formed, sitting, voting, with the parties. Art. 33."""

from collections.abc import Iterator

from pactregistry.demo import disputing, doing
from pactregistry.demo import disputing_texts as texts
from pactregistry.demo.cast import Cast
from pactregistry.demo.disputing import MEMBERS
from pactregistry.demo.living_texts import GARDEN, UNDERPASS
from pactregistry.demo.stage import Moment, at
from pactregistry.demo.street_texts import STREET
from pactregistry.demo.texts import FLOWERBEDS
from pactregistry.pacts.life import actions_rest
from pactregistry.pacts.life.actions_rest import Cause
from pactregistry.pacts.queries import signed_version
from pactregistry.people.acting import today
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Chair, Effect, Side

BOTH = frozenset({Side.CITIZENS, Side.CITY})
ALL = frozenset(Side)
HALL = "Sala civica del Quartiere Centro"


def asked_twice(cast: Cast, minutes: bytes) -> Iterator[Moment]:
    """Thirty days went by and the City named nobody; yesterday the citizens asked again."""
    lead = cast["lina"].as_(Role.LEAD)
    yield at(-36, 18)
    pact = doing.pact_called(FLOWERBEDS.typed["title"])
    table = disputing.ask(cast, pact, Side.CITIZENS, texts.TAP, lead)
    yield at(-35, 18)
    disputing.name(table, Side.CITIZENS, Chair.CITIZENS, cast["ada"])
    yield at(-30, 18)
    disputing.name(table, Side.CITIZENS, Chair.JOINT, cast["mina"])
    yield at(-1, 18)
    paper = doing.paper("aiuole-secche.pdf", minutes)
    disputing.ask(cast, pact, Side.CITIZENS, texts.TAP_AGAIN, lead, paper=paper)


def forming(cast: Cast) -> Iterator[Moment]:
    """One objected to, one declined, one has not answered: all three seats are still open."""
    lead = cast["pia"].as_(Role.LEAD)
    yield at(-17, 12)
    pact = doing.pact_called(GARDEN["title"])
    table = disputing.ask(cast, pact, Side.CITY, texts.HEDGE_WASTE, lead)
    yield at(-16, 18)
    disputing.name(table, Side.CITIZENS, Chair.CITIZENS, cast["ada"])
    yield at(-15, 11)
    disputing.name(table, Side.CITY, Chair.CITY, cast["elio"])
    yield at(-14, 11)
    disputing.name(table, Side.CITY, Chair.JOINT, cast["nives"])
    yield at(-11, 20)
    disputing.object_to(table, Side.CITIZENS, texts.TOO_NEAR)
    yield at(-9, 20)
    disputing.say_no(table, cast["ada"], texts.SISTER)
    yield at(-6, 18)
    disputing.name(table, Side.CITIZENS, Chair.JOINT, cast["mina"])


def sitting(cast: Cast, minutes: bytes) -> Iterator[Moment]:
    """Day 19: both sides were heard, who lives there not yet, and the text is half written."""
    dora, manager = cast["dora"], cast["manager"]
    ada, elio = cast["ada"], cast["elio"]
    yield at(-19, 17)
    pact = doing.pact_called(STREET["title"])
    lead = dora.as_(Role.LEAD)
    table = disputing.ask(cast, pact, Side.CITIZENS, texts.EVENINGS, lead, third=cast["sara"])
    yield from disputing.formed(table, -17)
    yield at(-13, 10)
    first = disputing.call(table, 6, HALL)
    yield at(-12, 21)
    disputing.bring(table, Side.CITIZENS, doing.paper("programmi-delle-feste.pdf", minutes))
    disputing.say(table, dora, texts.LAST_YEAR)
    yield at(-10, 9)
    disputing.say(table, manager, texts.QUIETER)
    yield at(-9, 21)
    disputing.say(table, elio, texts.WHOM_TO_ASK, alone=True)
    yield at(-6, 10)
    disputing.tell(table, first, texts.STREET_MINUTES, BOTH)
    yield at(-5, 10)
    disputing.call(table, 8, HALL)
    yield at(-4, 21)
    disputing.draft(table, ada, texts.HALF_WRITTEN)
    yield at(-2, 21)
    disputing.draft(table, elio, texts.WRITTEN_FURTHER, Effect.AMEND)


def neighbour(cast: Cast, minutes: bytes) -> Iterator[Moment]:
    """Asked for by a neighbour; the pact rests meanwhile, and two of three have voted."""
    ada, elio, mina = (cast[key] for key in MEMBERS.values())
    teo, rita = cast["teo"], cast["rita"]
    yield at(-24, 20)
    pact = doing.pact_called("La siepe dei Tigli")
    paper = doing.paper("muretto.pdf", minutes)
    table = disputing.ask(cast, pact, Side.THIRD, texts.SHADE, rita.actor, third=teo, paper=paper)
    yield from disputing.formed(table, -22)
    yield at(-18, 10)
    text = signed_version(pact)
    agreed = text.suspension_causes if text is not None else []
    cause = Cause(next(cause for cause in agreed if "controversia" in cause), texts.RESTS)
    actions_rest.announce(pact, cast["manager"].actor, pact.version, today(), cause)
    yield at(-17, 10)
    visit = disputing.call(table, 5, "Giardino dei Tigli, davanti alla siepe")
    yield at(-11, 10)
    disputing.tell(table, visit, texts.HEDGE_MINUTES, ALL, doing.paper("verbale.pdf", minutes))
    yield at(-10, 19)
    disputing.say(table, teo, texts.ROOTS)
    yield at(-5, 20)
    disputing.draft(table, elio, texts.HEDGE_TEXT)
    yield at(-3, 20)
    disputing.to_vote(table, elio)
    yield at(-2, 20)
    disputing.vote(table, ada)
    yield at(-1, 20)
    disputing.vote(table, mina, texts.HEDGE_DISSENT)


def proposed(cast: Cast) -> Iterator[Moment]:
    """On day 26 the committee proposed; the City said yes, the citizen is still to answer."""
    yield at(-34, 12)
    pact = doing.pact_called(UNDERPASS["title"])
    table = disputing.ask(cast, pact, Side.CITY, texts.SATURDAYS, cast["ugo"].actor)
    yield from disputing.formed(table, -31)
    yield at(-27, 10)
    held = disputing.call(table, 7, HALL)
    yield at(-19, 10)
    disputing.tell(table, held, texts.UNDERPASS_MINUTES, BOTH)
    yield at(-8, 20)
    disputing.propose(table, texts.UNDERPASS_PROPOSAL, Effect.AMEND)
    yield at(-6, 11)
    disputing.answer(table, Side.CITY, texts.CITY_AGREES, accepts=True)
