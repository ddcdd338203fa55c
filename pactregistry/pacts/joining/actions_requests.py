"""Asks to join a pact, says yes or no for a side, takes back. Art. 3(1)d, 4(3), 5(2)l, 11(8)."""

from dataclasses import dataclass
from datetime import date

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db, lock
from pactregistry.pacts import letters
from pactregistry.pacts.actions_codesign import side_of
from pactregistry.pacts.joining.facts import asking_facts, joining_facts, until_day
from pactregistry.pacts.joining.models import Adherent, JoinRequest, Outcome
from pactregistry.pacts.models import Pact
from pactregistry.pacts.queries import account_of
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, Day, act, check_day, today
from pactregistry.people.addressees import Addressee
from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Obstacle, Unlawful
from pactregistry.workflow.facts import PactFacts
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState, Role

DECIDED = Obstacle(
    "decided_already",
    cite("3(1)d"),
    binds=True,
    message=N_("This was decided already, or was taken back."),
    remedy=N_("Nothing is left to do: the page says what was decided and when."),
    mender=Role.DESK,
)
NAMES_THE_PERSON = Obstacle(
    "names_the_person",
    cite("3(1)b", "law:privacy"),
    binds=True,
    message=N_("The reasons become public and name the person who asks."),
    remedy=N_("Say the same without the name."),
    mender=Role.DESK,
)


@dataclass(frozen=True)
class Asking:
    """Who asks to join: an account, for itself or its group; or a name taken at the counter."""

    account_id: int | None
    group_id: int | None
    name: str
    public_name: str
    contact: str
    words: str


def ask(pact: Pact, actor: Actor, asking: Asking, day: Day) -> JoinRequest:
    """Ask to join; both sides are told."""
    lock(pact)
    facts = asking_facts(pact, asking.account_id, asking.group_id)
    entries = journal.history(PACT.name, pact.id)
    state = PactState(pact.state)
    check_day(PACT, "request_join", state, actor, facts, (day, entries))
    step = PACT.take("request_join", state, actor.role, facts)
    request = JoinRequest(pact_id=pact.id, asked_on=day.occurred_on, **vars(asking))
    db.session.add(request)
    db.session.flush()
    journal.record(pact, step, act(actor, day, private={"request": request.id}))
    until = answer_until(pact, request)
    _write(_deciders(pact), "join_asked", pact, request, until)
    _write(_asker(request), "join_received", pact, request, until)
    db.session.commit()
    return request


def say_yes(
    pact: Pact, actor: Actor, seen: int, request: JoinRequest, *, alone: bool = False
) -> bool:
    """Say yes for one's side; the last yes admits. Gives whether the person is in now.

    A side that has said yes may admit without waiting for the other: a warning says so. Art. 34
    """
    journal.expect(pact, PACT.name, seen)
    _refuse_decided(request)
    city = side_of(actor) == "city"
    other = request.citizens_yes_id if city else request.city_yes_id
    facts = joining_facts(pact, request, actor.account_id, agreed=other is not None)
    if other is None and not alone:
        _refuse(pact, actor, facts)
        _note_yes(request, actor)
        to = letters.deciders_of(pact) if city else addressees.desk()
        _write(to, "join_agreed_by_one", pact, request, answer_until(pact, request))
        db.session.commit()
        return False
    step = PACT.take("admit", PactState(pact.state), actor.role, facts)
    _note_yes(request, actor)
    adherent = _admit(pact, request)
    journal.record(pact, step, act(actor, today(), private={"adherent": adherent.id}))
    _write(_asker(request), "join_admitted", pact, request, None)
    _write(_deciders(pact), "join_admitted_sides", pact, request, None)
    db.session.commit()
    return True


def decline(pact: Pact, actor: Actor, seen: int, request: JoinRequest, reasons: str) -> None:
    """Say no with reasons, which are published without the person's name."""
    journal.expect(pact, PACT.name, seen)
    _refuse_decided(request)
    given = reasons.strip()
    facts = joining_facts(pact, request, actor.account_id, agreed=True, reasons=given)
    state = PactState(pact.state)
    if names_person(request, given):
        found = PACT.obstacles("decline_joining", state, actor.role, facts)
        raise Unlawful(PACT.name, "decline_joining", (*found, NAMES_THE_PERSON))
    step = PACT.take("decline_joining", state, actor.role, facts)
    _close(request, Outcome.DECLINED, given)
    journal.record(pact, step, act(actor, today(), reason=given, private={"request": request.id}))
    _write(_asker(request), "join_declined", pact, request, None)
    _write(_deciders(pact), "join_declined_sides", pact, request, None)
    db.session.commit()


def take_back(request: JoinRequest) -> None:
    """Take one's own request back."""
    _refuse_decided(request)
    _close(request, Outcome.TAKEN_BACK, "")
    db.session.commit()


def answer_until(pact: Pact, request: JoinRequest) -> date:
    """Until when both sides should have answered."""
    return until_day(pact, "joining", request.asked_on)


def names_person(request: JoinRequest, text: str) -> bool:
    """Whether a text that becomes public names a person who asks to join; a group is public."""
    words = [word for word in request.name.casefold().split() if len(word) > 1]
    return request.group_id is None and any(word in text.casefold().split() for word in words)


def _admit(pact: Pact, request: JoinRequest) -> Adherent:
    _close(request, Outcome.ADMITTED, "")
    adherent = Adherent(
        pact_id=pact.id,
        account_id=None if request.group_id is not None else request.account_id,
        group_id=request.group_id,
        name=request.name,
        public_name=request.public_name,
        contact=request.contact,
        since=settings().today(),
    )
    db.session.add(adherent)
    db.session.flush()
    return adherent


def _note_yes(request: JoinRequest, actor: Actor) -> None:
    day = settings().today()
    if side_of(actor) == "city":
        request.city_yes_id, request.city_yes_on = actor.account_id, day
    else:
        request.citizens_yes_id, request.citizens_yes_on = actor.account_id, day


def _close(request: JoinRequest, outcome: Outcome, reasons: str) -> None:
    request.outcome = outcome
    request.decided_on = settings().today()
    request.reasons = reasons


def _refuse_decided(request: JoinRequest) -> None:
    lock(request)
    if request.outcome is not Outcome.WAITING:
        raise Unlawful(PACT.name, "admit", (DECIDED,))


def _refuse(pact: Pact, actor: Actor, facts: PactFacts) -> None:
    """Refuse a first yes where the admission itself would be refused."""
    found = PACT.obstacles("admit", PactState(pact.state), actor.role, facts)
    if any(obstacle.binds for obstacle in found):
        raise Unlawful(PACT.name, "admit", found)


def _deciders(pact: Pact) -> list[Addressee]:
    return [*letters.deciders_of(pact), *addressees.desk()]


def _asker(request: JoinRequest) -> list[Addressee]:
    account = account_of(request.account_id)
    return [Addressee(account.email, account.language)] if account is not None else []


def _write(
    to: list[Addressee], template: str, pact: Pact, request: JoinRequest, until: date | None
) -> None:
    letters.write(to, template, pact, request=request, until=until)
