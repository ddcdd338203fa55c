"""A pact that grows: people join, a section is amended, its term is extended. Art. 3(1)d, 5(2)m."""

from collections.abc import Iterator

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.demo import doing, reporting, signing
from pactregistry.demo import living_texts as texts
from pactregistry.demo import telling_texts as telling
from pactregistry.demo.cast import Cast, Player
from pactregistry.demo.living import Care, agree, in_force
from pactregistry.demo.stage import Moment, at
from pactregistry.pacts.joining import actions_requests
from pactregistry.pacts.joining.actions_requests import Asking
from pactregistry.pacts.joining.models import JoinRequest
from pactregistry.pacts.models import Pact, Purpose
from pactregistry.pacts.versions import actions, actions_asking
from pactregistry.pacts.versions.actions import Longer
from pactregistry.pacts.versions.actions_asking import Wish
from pactregistry.people.acting import today
from pactregistry.workflow.clocks import Unit, last_day
from pactregistry.workflow.states import ProposerKind, Role


def garden(cast: Cast, minutes: bytes) -> Iterator[Moment]:
    """Friends of the garden: a report, three versions, two who joined, one waits, one declined."""
    pia, desk, manager = cast["pia"], cast["desk"], cast["manager"]
    lead = pia.as_(Role.LEAD)
    yield at(-262, 18)
    group = doing.found_group(
        pia, "Amici dei Tigli", ProposerKind.INFORMAL_GROUP, ["Amica Uno", "Amico Due"]
    )
    signing.bring_mandate(group, pia, doing.paper("verbale-tigli.pdf", minutes))
    care = Care("pia", texts.GARDEN, "Giardino dei Tigli", -261, 300, telling.HALF_YEARLY)
    pact = yield from in_force(cast, care, group)
    for day, who, words in zip((-180, -170), ("rita", "teo"), texts.JOINING, strict=True):
        yield at(day, 18)
        request = _ask(pact, cast[who], words)
        yield at(day + 3, 18)
        _admit(cast, pact, request)
    yield at(-150, 18)
    wish = actions_asking.ask(pact, lead, pact.version, Wish(Purpose.AMENDMENT, texts.AMENDED))
    yield at(-146, 10)
    text = actions.amend(pact, desk.actor, pact.version, "", wish)
    signing.write(text, lead, {"c": texts.AMENDED_C})
    yield at(-144, 10)
    agree(text, desk, lead)
    yield at(-144, 12)
    signing.fix(text, desk)
    yield at(-144, 19)
    signing.sign_here(text, pia)
    yield at(-143, 10)
    signing.sign_here(text, manager)
    yield at(-46, 18)
    report = reporting.awaited(pact)
    reporting.write(report, lead, telling.GARDEN)
    reporting.send(report, lead)
    yield at(-45, 18)
    db.session.refresh(pact)
    until = last_day(pact.ends_on or settings().today(), 1, Unit.YEARS)
    actions_asking.ask(pact, lead, pact.version, Wish(Purpose.EXTENSION, texts.EXTENDED, until))
    yield at(-43, 10)
    longer = actions.extend(pact, manager.actor, pact.version, Longer(until, texts.EXTENDED))
    yield at(-43, 12)
    signing.fix(longer, desk)
    yield at(-42, 18)
    signing.sign_here(longer, pia)
    yield at(-41, 10)
    signing.sign_here(longer, manager)
    yield at(-38, 10)
    reporting.accept(report, desk, {"hours_staff": ("12", "Settore verde, due mattine.")})
    yield at(-22, 18)
    declined = _ask(pact, cast["dora"], "Terrei lezioni di ginnastica.")
    yield at(-18, 10)
    actions_requests.decline(pact, desk.actor, pact.version, declined, texts.DECLINED)
    yield at(-5, 18)
    _ask(pact, cast["sara"], texts.JOINING[0])


def _ask(pact: Pact, player: Player, words: str) -> JoinRequest:
    account = player.account
    asking = Asking(account.id, None, account.name, "", "", words)
    return actions_requests.ask(pact, player.actor, asking, today())


def _admit(cast: Cast, pact: Pact, request: JoinRequest) -> None:
    lead = cast["pia"].as_(Role.LEAD)
    actions_requests.say_yes(pact, lead, pact.version, request)
    actions_requests.say_yes(pact, cast["desk"].actor, pact.version, request)
