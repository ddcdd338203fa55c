"""Scenario 3 counted, a ballot that is open now, and two proposals that became one. Art. 10(7)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.demo import doing, signing
from pactregistry.demo import rivals_texts as texts
from pactregistry.demo.cast import Cast, Player
from pactregistry.demo.stage import Moment, at
from pactregistry.people.acting import today
from pactregistry.people.models import Group
from pactregistry.proposals.competing import (
    actions_choice,
    actions_counting,
    actions_joining,
    actions_rivals,
    actions_voting,
)
from pactregistry.proposals.competing.actions_choice import Notice
from pactregistry.proposals.competing.counting import Assembly
from pactregistry.proposals.competing.models_choice import Choice
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import ChoiceKind, ProposerKind, Role

PEOPLE = "Chi abita o gioca attorno al campo, di ogni età e cittadinanza"


def court(cast: Cast) -> Iterator[Moment]:
    """Campo Stella: two meetings, no agreement, 58 votes against 38, the result in public."""
    sara, teo, desk = cast["sara"], cast["teo"], cast["desk"]
    yield at(-82, 18)
    club = doing.found_group(
        sara, "Polisportiva Stella", ProposerKind.ASSOCIATION, ["Allenatore Uno", "Allenatrice Due"]
    )
    committee = doing.found_group(
        teo,
        "Comitato Campo Stella",
        ProposerKind.INFORMAL_GROUP,
        ["Vicina Stella", "Vicino Stella"],
    )
    first = _sent(sara, texts.CLUB, "Campo Stella", club)
    second = _sent(teo, texts.COMMITTEE, "Campo Stella", committee)
    yield at(-81, 9)
    _inquire(cast, (first, second))
    yield at(-78, 10)
    found = actions_rivals.declare(
        first, desk.actor, first.version, today(), [second], texts.COURT_NOTE
    )
    meetings = ((-75, "Le due parti cercano un orario comune."), (-72, "Nessun accordo sulle ore."))
    for day, minutes in meetings:
        yield at(day, 19)
        held = texts.held(settings().today(), "Sala del Quartiere Fiume", 18, minutes)
        actions_rivals.record_meeting(found, desk.actor, today(), held)
    yield at(-71, 10)
    choice = actions_choice.call(
        found, desk.actor, today(), _notice(ChoiceKind.BOTH, opens=8, days=5, assembly=15)
    )
    voters = (("rita", 1), ("lina", 1), ("bruno", 0), ("nives", 1), ("pia", 1), ("ugo", 0))
    for hour, (who, option) in enumerate(voters, start=12):
        yield at(-61, hour)
        _vote(cast[who], choice, option)
    yield at(-55, 9)
    paper = {choice.options[0].id: 36, choice.options[1].id: 54}
    told = actions_counting.Minutes(texts.COURT_MINUTES)
    counted = Assembly(present=90, votes=paper)
    db.session.refresh(choice)
    actions_counting.count(choice, desk.actor, choice.version, today(), counted, told)
    yield at(-55, 11)
    db.session.refresh(second)
    actions_counting.record_result(second, desk.actor, second.version, today())
    yield at(-47, 9)
    signing.accept(second, desk, "Scelta da chi abita attorno al campo.")


def piazzetta(cast: Cast) -> Iterator[Moment]:
    """Two proposals for the little square: the ballot is open, and whoever visits may vote."""
    desk = cast["desk"]
    yield at(-19, 18)
    first = _sent(cast["nives"], texts.GEESE_BEDS, "Piazzetta delle Oche")
    second = _sent(cast["vera"], texts.GEESE_GAMES, "Piazzetta delle Oche")
    yield at(-18, 9)
    _inquire(cast, (first, second))
    yield at(-15, 10)
    found = actions_rivals.declare(
        first, desk.actor, first.version, today(), [second], texts.GEESE_NOTE
    )
    yield at(-14, 19)
    held = texts.held(settings().today(), "Biblioteca", 9, "Ciascuno tiene alla propria metà.")
    actions_rivals.record_meeting(found, desk.actor, today(), held)
    yield at(-12, 10)
    choice = actions_choice.call(
        found, desk.actor, today(), _notice(ChoiceKind.BALLOT, opens=8, days=20)
    )
    for day, who, option in ((-3, "bruno", 0), (-2, "pia", 1), (-1, "lina", 0)):
        yield at(day, 20)
        _vote(cast[who], choice, option)


def joined(cast: Cast) -> Iterator[Moment]:
    """Flowers and herbs in one street: both authors agreed to one text."""
    dora, bruno, desk = cast["dora"], cast["bruno"], cast["desk"]
    yield at(-40, 18)
    first = _sent(dora, texts.POTS, "Via del Forno")
    second = _sent(bruno, texts.HERBS, "Via del Forno")
    yield at(-39, 9)
    _inquire(cast, (first, second))
    yield at(-34, 10)
    found = actions_rivals.declare(first, desk.actor, first.version, today(), [second], "")
    yield at(-29, 12)
    text = actions_joining.write_text(
        found, first, desk.actor, texts.JOINED, "Le botteghe, con chi cura le erbe"
    )
    for day, player, proposal in ((-27, dora, first), (-26, bruno, second)):
        yield at(day, 20)
        answer = actions_joining.Answer(agrees=True)
        actions_joining.answer(text.id, proposal, player.actor, today(), answer)
    yield at(-25, 9)
    db.session.refresh(first)
    actions_joining.integrate(first, desk.actor, first.version, today())


def _sent(
    player: Player, typed: Mapping[str, object], place: str, group: Group | None = None
) -> Proposal:
    values = {**typed, "commons_id": doing.listed(place).id}
    draft = doing.begin(player, values, group=group)
    return doing.send(draft, player.as_(Role.LEAD) if group else player.actor)


def _inquire(cast: Cast, proposals: Sequence[Proposal]) -> None:
    for proposal in proposals:
        doing.open_inquiry(proposal, cast["desk"], ["green"])


def _notice(kind: ChoiceKind, *, opens: int, days: int, assembly: int = 0) -> Notice:
    here = settings().today()
    return Notice(
        kind=kind,
        opens_on=here + timedelta(days=opens),
        closes_on=here + timedelta(days=opens + days),
        assembly_on=here + timedelta(days=assembly) if assembly else None,
        assembly_place="Palestra del Quartiere, ore 18" if assembly else "",
        community=PEOPLE if assembly else "Chi vive o passa in Piazzetta delle Oche",
    )


def _vote(player: Player, choice: Choice, option: int) -> None:
    actions_voting.vote(choice, player.account, choice.options[option].id)
