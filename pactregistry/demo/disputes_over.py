"""Disputes that ended: by a new text, unsettled, unproposed, withdrawn, by an end. Art. 33(2)."""

from collections.abc import Iterator

from pactregistry.conciliation.asking.actions_ending import withdraw
from pactregistry.demo import disputing, doing, signing
from pactregistry.demo import disputing_texts as texts
from pactregistry.demo.cast import Cast
from pactregistry.demo.disputes_open import BOTH, HALL
from pactregistry.demo.living import agree
from pactregistry.demo.living_texts import BRIDGE, SCHOOL
from pactregistry.demo.river_texts import RIVER
from pactregistry.demo.stage import Moment, at
from pactregistry.demo.texts import WASHHOUSE
from pactregistry.demo.youth_texts import WORKSHOP
from pactregistry.pacts.queries import latest_version
from pactregistry.people.acting import today
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Effect, Side


def settled(cast: Cast) -> Iterator[Moment]:
    """Settled on day 28: the amendment that followed is signed by both sides."""
    nives, desk = cast["nives"], cast["desk"]
    yield at(-236, 12)
    pact = doing.pact_called(SCHOOL["title"])
    table = disputing.ask(cast, pact, Side.CITY, texts.MUSIC, nives.actor)
    yield from disputing.formed(table, -233)
    yield at(-229, 10)
    held = disputing.call(table, 7, "Scuola Rondine, aula di musica")
    yield at(-221, 10)
    disputing.tell(table, held, texts.YARD_MINUTES, BOTH)
    yield at(-213, 20)
    disputing.propose(table, texts.YARD_PROPOSAL, Effect.AMEND)
    yield at(-210, 11)
    disputing.answer(table, Side.CITY, "", accepts=True)
    yield at(-208, 20)
    disputing.answer(table, Side.CITIZENS, texts.YARD_YES, accepts=True)
    yield at(-205, 10)
    text = latest_version(pact)
    signing.write(text, nives.actor, {"d": texts.YARD_D})
    agree(text, desk, nives.actor)
    yield at(-204, 10)
    signing.fix(text, desk)
    yield at(-203, 19)
    signing.sign_here(text, nives)
    yield at(-202, 10)
    signing.sign_here(text, cast["manager"])


def unsettled(cast: Cast) -> Iterator[Moment]:
    """A damage: the proposal came a week late, by two votes to one, and one party declined."""
    yield at(-61, 12)
    pact = doing.pact_called(WORKSHOP["title"])
    lead = cast["vera"].as_(Role.LEAD)
    table = disputing.ask(cast, pact, Side.CITY, texts.BENCH, lead)
    yield from disputing.formed(table, -57)
    yield at(-53, 10)
    first = disputing.call(table, 8, "Autorimessa di Via della Rocca")
    yield at(-44, 10)
    disputing.tell(table, first, texts.FLOOR_MINUTES, BOTH)
    second = disputing.call(table, 14, HALL)
    yield at(-29, 10)
    disputing.tell(table, second, texts.FLOOR_MINUTES_AGAIN, BOTH)
    yield at(-24, 20)
    disputing.propose(table, texts.FLOOR_PROPOSAL, dissent=texts.FLOOR_DISSENT)
    yield at(-21, 11)
    disputing.answer(table, Side.CITY, texts.FLOOR_CITY_YES, accepts=True)
    yield at(-16, 20)
    disputing.answer(table, Side.CITIZENS, texts.FLOOR_NO, accepts=False)


def withdrawn(cast: Cast) -> Iterator[Moment]:
    """Withdrawn by who asked: what was asked for came before the committee wrote anything."""
    lead = cast["bruno"].as_(Role.LEAD)
    yield at(-190, 18)
    pact = doing.pact_called(RIVER["title"])
    table = disputing.ask(cast, pact, Side.CITIZENS, texts.MOWN, lead)
    yield from disputing.formed(table, -187)
    yield at(-170, 18)
    dispute = table.dispute
    withdraw(dispute, lead, Side.CITIZENS, dispute.version, today(), texts.STAKES)


def without_proposal(cast: Cast) -> Iterator[Moment]:
    """The committee heard both sides and proposed nothing: its secretary ended the attempt."""
    yield at(-52, 18)
    pact = doing.pact_called(WASHHOUSE["title"])
    lead = cast["ugo"].as_(Role.LEAD)
    table = disputing.ask(cast, pact, Side.CITIZENS, texts.DRY, lead)
    yield from disputing.formed(table, -50)
    yield at(-44, 10)
    held = disputing.call(table, 5, "Lavatoio vecchio, sotto la tettoia")
    yield at(-38, 10)
    disputing.tell(table, held, texts.DRY_MINUTES, BOTH)
    yield at(-19, 10)
    disputing.end_without(table, texts.NOTHING_TO_PROPOSE)


def to_end(cast: Cast) -> Iterator[Moment]:
    """Settled in eight days: all want the pact to end, and the City's act is awaited."""
    bruno = cast["bruno"]
    yield at(-11, 12)
    pact = doing.pact_called(BRIDGE["title"])
    table = disputing.ask(cast, pact, Side.CITY, texts.BOARD, bruno.actor)
    yield from disputing.formed(table, -10)
    yield at(-7, 11)
    held = disputing.call(table, 1, "Online: il collegamento è nella lettera d'invito")
    yield at(-5, 10)
    disputing.tell(table, held, texts.BRIDGE_MINUTES, BOTH)
    yield at(-5, 20)
    disputing.propose(table, texts.BRIDGE_PROPOSAL, Effect.END)
    yield at(-4, 20)
    disputing.answer(table, Side.CITIZENS, texts.KEYS, accepts=True)
    yield at(-3, 11)
    disputing.answer(table, Side.CITY, "", accepts=True)
