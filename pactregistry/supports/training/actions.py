"""A training session: planned, changed, joined, left, attended, called off. Art. 18."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from pactregistry.config import settings
from pactregistry.database import db, lock
from pactregistry.journal import expect, next_number, record
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, act, today
from pactregistry.supports.training.models import Audience, Session, SignUp
from pactregistry.supports.training.reading import own_place
from pactregistry.workflow.facts_supports import SessionFacts
from pactregistry.workflow.lifecycle import SESSION
from pactregistry.workflow.states import Role, SessionState

SERIES = "T"


@dataclass(frozen=True)
class Described:
    """A session as the desk describes it."""

    title: str
    topics: list[str]
    audience: Audience
    place: str
    who_teaches: str
    seats: int
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Person:
    """Who signs up: an account, or somebody at the counter."""

    account_id: int | None = None
    is_staff: bool = False
    name: str = ""
    contact: str = ""


def plan(actor: Actor, described: Described) -> Session:
    """Plan a session; it is public at once."""
    here = settings()
    step = SESSION.take("plan", None, actor.role, SessionFacts())
    session = Session(
        number=next_number(SERIES, here.today().year),
        pack_id=here.pack.id,
        pack_version=here.pack.version,
        created_at=here.now(),
        **vars(described),
    )
    record(session, step, act(actor, today()))
    db.session.commit()
    return session


def change(session: Session, actor: Actor, seen: int, described: Described) -> None:
    """Change a session; who is on its list is told, and who gets a seat by it."""
    expect(session, SESSION.name, seen)
    step = SESSION.take("change", _state(session), actor.role, facts_on(session))
    for name, value in vars(described).items():
        setattr(session, name, value)
    record(session, step, act(actor, today()))
    _tell(session.listed, "training_changed", session)
    db.session.commit()


def sign_up(session: Session, actor: Actor, person: Person) -> SignUp:
    """Put a person on the list: with a seat, or waiting for one."""
    lock(session)
    facts = facts_on(session, person)
    step = SESSION.take("sign_up", _state(session), actor.role, facts)
    place = own_place(session, person.account_id) if person.account_id else None
    if place is None:
        place = SignUp(account_id=person.account_id, name=person.name, contact=person.contact)
        session.people.append(place)
    place.signed_at, place.left_at = settings().now(), None
    record(session, step, act(actor, today(), private={"account": person.account_id}))
    db.session.expire(session, ["people"])
    _tell([place], "training_signed_up", session, waits=place in session.waiting)
    db.session.commit()
    return place


def leave_list(session: Session, actor: Actor, place: SignUp) -> None:
    """Take a person off the list; who waited longest moves up and is told."""
    lock(session)
    before = {p.id for p in session.seated}
    step = SESSION.take("leave_list", _state(session), actor.role, facts_on(session))
    place.left_at = settings().now()
    record(session, step, act(actor, today(), private={"account": place.account_id}))
    moved_up = [p for p in session.seated if p.id not in before]
    _tell(moved_up, "training_moved_up", session)
    db.session.commit()


def record_attendance(session: Session, actor: Actor, seen: int, came: Collection[int]) -> None:
    """Record who came, by line of the list; the public reads only how many."""
    expect(session, SESSION.name, seen)
    step = SESSION.take("record_attendance", _state(session), actor.role, facts_on(session))
    for person in session.listed:
        person.attended = person.id in came
    record(session, step, act(actor, today(), facts={"came": session.came}))
    db.session.commit()


def call_off(session: Session, actor: Actor, seen: int, reason: str) -> None:
    """Call a session off; who is on its list is told why."""
    expect(session, SESSION.name, seen)
    facts = SessionFacts(reasons=(reason,))
    step = SESSION.take("call_off", _state(session), actor.role, facts)
    record(session, step, act(actor, today(), reason=reason.strip()))
    _tell(session.listed, "training_called_off", session, reason=reason.strip())
    db.session.commit()


def facts_on(session: Session, person: Person | None = None) -> SessionFacts:
    """The facts of a session for who signs up."""
    begun = session.starts_at <= settings().now()
    if person is None:
        return SessionFacts(begun=begun)
    place = own_place(session, person.account_id) if person.account_id else None
    return SessionFacts(
        listed_already=place is not None and place.left_at is None,
        for_this_person=session.audience != Audience.STAFF or person.is_staff,
        begun=begun,
    )


def remind(session: Session) -> None:
    """Tell who has a seat that the session comes near; does not commit."""
    _tell(session.seated, "training_reminder", session)


def by_oneself(account_id: int) -> Actor:
    """A person who acts for herself."""
    return Actor(account_id, Role.CITIZEN)


def _tell(people: Collection[SignUp], template: str, session: Session, **context: object) -> None:
    address = f"{settings().base_url}/training/{session.number}"
    for person in people:
        to = addressees.of_account(person.account_id)
        addressees.write(to, template, training=session, address=address, **context)


def _state(session: Session) -> SessionState:
    return SessionState(session.state)
