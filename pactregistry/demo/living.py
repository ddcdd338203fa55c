"""Pacts of care and what happened in their lives, each another thing. Art. 5(2)b, i, 30(8)."""

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.demo import doing, reporting, signing
from pactregistry.demo import living_texts as texts
from pactregistry.demo import telling_texts as telling
from pactregistry.demo.cast import Cast, Player
from pactregistry.demo.stage import Moment, at
from pactregistry.pacts.life import actions_end, actions_notice, actions_renewal, actions_rest
from pactregistry.pacts.life.actions_rest import Cause
from pactregistry.pacts.models import Pact, PactVersion
from pactregistry.pacts.queries import latest_version
from pactregistry.people.acting import Actor, today
from pactregistry.people.models import Group
from pactregistry.workflow.states import Role, Verdict


@dataclass(frozen=True)
class Care:
    """A small pact: who, what, where on the list, when it was sent, how many days it runs."""

    who: str
    typed: Mapping[str, object]
    place: str
    sent: int
    days: int
    stated: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


def resting(cast: Cast) -> Iterator[Moment]:
    """Its report published unexamined; suspended in urgency by the desk, then confirmed."""
    nives = cast["nives"].actor
    care = Care(
        "nives", texts.SCHOOL, "Cortile della scuola Rondine", -300, 700, telling.HALF_YEARLY
    )
    pact = yield from in_force(cast, care)
    yield at(-88, 20)
    report = reporting.awaited(pact)
    reporting.write(report, nives, telling.SCHOOL)
    reporting.send(report, nives)
    yield at(-9, 9)
    cause = Cause("", texts.TREE_FELL)
    actions_rest.suspend(pact, cast["desk"].actor, pact.version, today(), cause)
    yield at(-7, 12)
    actions_rest.confirm(pact, cast["manager"].actor, pact.version, today(), texts.CONFIRMED)


def leaving(cast: Cast) -> Iterator[Moment]:
    """The notice of withdrawal runs; the report came back with remarks and is half rewritten."""
    care = Care(
        "bruno", texts.BRIDGE, "Ex officina del Ponte", -160, 700, telling.EVERY_FOUR_MONTHS
    )
    pact = yield from in_force(cast, care)
    actor, desk = cast["bruno"].actor, cast["desk"]
    yield at(-12, 20)
    actions_notice.withdraw_from(pact, actor, pact.version, today(), texts.MOVING)
    report = reporting.awaited(pact)
    reporting.write(report, actor, telling.BRIDGE)
    reporting.send(report, actor)
    yield at(-8, 10)
    reporting.send_back(report, desk, telling.BRIDGE_REMARKS)
    yield at(-4, 21)
    reporting.write(report, actor, telling.BRIDGE_AGAIN)


def revoked(cast: Cast) -> Iterator[Moment]:
    """Announced breach, no answer, revoked; months later taken up again by an act of its own."""
    manager = cast["manager"].actor
    pact = yield from in_force(cast, Care("ugo", texts.UNDERPASS, "Muro del Sottopasso", -240, 900))
    yield at(-140, 10)
    actions_end.warn_breach(pact, manager, pact.version, today(), texts.BREACH)
    yield at(-118, 10)
    actions_end.revoke(pact, manager, pact.version, today(), [texts.REVOKED])
    yield at(-52, 10)
    actions_end.reinstate(
        pact,
        manager,
        pact.version,
        today(),
        texts.REINSTATED,
        number="DD/PRO/dimostrativo",
        on=settings().today(),
    )


def renewed(cast: Cast) -> Iterator[Moment]:
    """A pact of a digital good expired on its day; another one renews it."""
    vera, desk = cast["vera"], cast["desk"]
    pact = yield from in_force(
        cast, Care("vera", texts.PATHS, "Mappa libera dei sentieri", -330, 260)
    )
    yield at(-85, 19)
    actions_renewal.ask(pact, vera.actor, pact.version, texts.RENEWING)
    yield at(-80, 10)
    renewal = actions_renewal.renew(pact, desk.actor, pact.version, texts.RENEWING)
    text = latest_version(renewal)
    yield at(-76, 10)
    agree(text, desk, vera.actor)
    yield at(-76, 12)
    signing.fix(text, desk)
    yield at(-75, 19)
    signing.sign_here(text, vera)
    yield at(-74, 10)
    signing.sign_here(text, cast["manager"])


def in_force(cast: Cast, care: Care, group: Group | None = None) -> Generator[Moment, None, Pact]:
    """From the proposal to the last signature in three weeks; gives the pact."""
    player, desk = cast[care.who], cast["desk"]
    actor = player.as_(Role.LEAD) if group else player.actor
    yield at(care.sent, 18)
    first = settings().today() + timedelta(days=22)
    wished = {"wished_from": first, "wished_until": first + timedelta(days=care.days)}
    typed = {**care.typed, **wished, "commons_id": doing.listed(care.place).id}
    draft = doing.begin(player, typed, group=group)
    proposal = doing.send(draft, actor)
    yield at(care.sent + 1, 9)
    doing.open_inquiry(proposal, desk, ["green"])
    yield at(care.sent + 6, 11)
    doing.opine(proposal, cast["green"], Verdict.FAVOURABLE, "")
    yield at(care.sent + 18, 9)
    text = signing.accept(proposal, desk, "Nessun ostacolo.")
    signing.state(text, desk, care.stated)
    agree(text, desk, actor)
    yield at(care.sent + 18, 12)
    signing.fix(text, desk)
    yield at(care.sent + 19, 19)
    signing.sign_here(text, player)
    yield at(care.sent + 20, 10)
    signing.sign_here(text, cast["manager"])
    db.session.refresh(text.pact)
    return text.pact


def agree(text: PactVersion, desk: Player, citizens: Actor) -> None:
    """Both sides agree on the whole text."""
    signing.agree(text, desk.actor)
    signing.agree(text, citizens)
