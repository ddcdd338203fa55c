"""Four public calls: one open, one being compared, one decided, one of an emergency. 11(1)a, 29."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any

from pactregistry.commons.calls import actions
from pactregistry.commons.calls.models import Call
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.demo import calling_texts as texts
from pactregistry.demo import doing
from pactregistry.demo.cast import Cast, Player
from pactregistry.demo.stage import Moment, at
from pactregistry.proposals import actions_draft
from pactregistry.proposals.answering import actions_award, actions_scoring, queries
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import Intensity, ProposerKind, Track


@dataclass(frozen=True)
class Points:
    """The points of one entry by both criteria, with a sentence for each."""

    openness: str
    care: str
    because: tuple[str, str]


def workshop(cast: Cast) -> Iterator[Moment]:
    """Open now: one answer lies sealed, another is being written."""
    yield at(-13, 10)
    call = _written(cast, texts.WORKSHOP, "Ex officina del Ponte", open_days=25)
    yield at(-11, 9)
    _open(cast, call)
    yield at(-4, 20)
    _send(cast["nives"], _answer(cast["nives"], call, "workshop"))
    yield at(-2, 21)
    _answer(cast["vera"], call, "lamps")


def villa(cast: Cast) -> Iterator[Moment]:
    """Closed: three answers are public, two have their points already."""
    yield at(-46, 10)
    call = _written(cast, texts.VILLA, "Casa dei Glicini", open_days=32)
    yield at(-45, 9)
    _open(cast, call)
    sent = []
    for day, who, key in ((-30, "sara", "tutors"), (-24, "pia", "readers"), (-15, "ugo", "cooks")):
        yield at(day, 19)
        draft = _answer(cast[who], call, key)
        sent.append(_send(cast[who], draft))
    yield at(-12, 10)
    for entry in sent:
        doing.open_inquiry(entry, cast["desk"], [])
    yield at(-5, 15)
    _score(cast, call, sent[0], Points("8", "4", ("Aperta ogni giorno.", "Turni per due anni.")))
    _score(cast, call, sent[1], Points("7.5", "3", ("Aperta a chi legge.", "Turni per un anno.")))


def wall(cast: Cast) -> Iterator[Moment]:
    """Decided with all its points in public: one taken, the other not chosen."""
    yield at(-121, 10)
    call = _written(cast, texts.WALL, "Muro del Sottopasso", open_days=26)
    yield at(-120, 9)
    _open(cast, call)
    sent = []
    for day, who, key in ((-110, "vera", "birds"), (-101, "bruno", "letters")):
        yield at(day, 19)
        sent.append(_send(cast[who], _answer(cast[who], call, key)))
    yield at(-90, 10)
    for entry in sent:
        doing.open_inquiry(entry, cast["desk"], [])
    yield at(-75, 15)
    birds = ("Tutta la scuola partecipa.", "Ritocchi per tre anni.")
    letters = ("Le parole sono di tutti, il disegno di pochi.", "Nessuno lo ritocca poi.")
    _score(cast, call, sent[0], Points("9", "4.5", birds))
    _score(cast, call, sent[1], Points("7", "2", letters))
    yield at(-73, 12)
    _decide(cast, call)


def flood(cast: Cast) -> Iterator[Moment]:
    """An emergency: two days to answer, terms of its own, two of three squads taken."""
    yield at(-27, 8)
    call = _written(cast, texts.FLOOD, "Parco del Mulino", open_days=2)
    yield at(-27, 9)
    _open(cast, call)
    sent = []
    squads = (("bruno", "team_one"), ("nives", "team_two"), ("ugo", "team_three"))
    for hour, (who, key) in enumerate(squads, start=12):
        yield at(-26, hour)
        sent.append(_send(cast[who], _answer(cast[who], call, key, risk=True)))
    yield at(-24, 8)
    for entry in sent:
        doing.open_inquiry(entry, cast["desk"], [])
    yield at(-24, 12)
    many, some, few = ("10", "5"), ("8", "4"), ("8", "2")
    for entry, points in zip(sent, (many, some, few), strict=True):
        words = ("Lavora dove serve, con chi passa.", "Viene tutti i sabati annunciati.")
        _score(cast, call, entry, Points(*points, words))
    yield at(-23, 9)
    _decide(cast, call)


def _written(cast: Cast, values: Mapping[str, Any], place: str, *, open_days: int) -> Call:
    here = settings()
    last = here.today() + timedelta(days=open_days)
    closes_at = datetime.combine(last, time(12), here.city.zone)
    typed = {**values, "closes_at": closes_at}
    return actions.draft(cast["desk"].actor, typed, [doing.listed(place)])


def _open(cast: Cast, call: Call) -> None:
    actions.open_call(call, cast["manager"].actor, call.version)


def _answer(player: Player, call: Call, key: str, *, risk: bool = False) -> Proposal:
    title, summary = texts.ENTRIES[key]
    start = actions_draft.Start(
        intensity=Intensity.CONTINUOUS,
        proposer_kind=ProposerKind.PERSON,
        works=False,
        money=False,
        risk=risk,
        known={"call_id": call.id, "theme": call.theme},
        track=Track.CALL,
    )
    draft = actions_draft.begin(player.actor, start)
    typed = {
        "title": title,
        "summary": summary,
        "description": summary,
        "commons_id": call.commons[0].id,
        "public_author": player.account.public_name,
        "answers": {"q1": "Otto", "q2": "Chi è di turno"},
    }
    actions_draft.save(draft, draft.version, typed)
    return draft


def _send(player: Player, draft: Proposal) -> Proposal:
    return doing.send(draft, player.actor)


def _score(cast: Cast, call: Call, entry: Proposal, points: Points) -> None:
    given = {
        "c1": actions_scoring.Points(Decimal(points.openness), points.because[0]),
        "c2": actions_scoring.Points(Decimal(points.care), points.because[1]),
    }
    seen = actions_scoring.fingerprint(queries.scores_on(entry))
    actions_scoring.score(call, entry, cast["desk"].actor, seen, given)


def _decide(cast: Cast, call: Call) -> None:
    db.session.refresh(call)
    actions_award.decide(call, cast["manager"].actor, call.version)
