"""The persons of a pact today, however they came into it: signed, joined, or of the group."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.exc import NoResultFound

from pactregistry.config import settings
from pactregistry.pacts.citizens_side import speaking
from pactregistry.pacts.joining.actions_leaving import since_signature
from pactregistry.pacts.joining.models import Adherent
from pactregistry.pacts.joining.queries import adherents_of, is_in, silent_in
from pactregistry.pacts.models import Pact
from pactregistry.pacts.queries import group_of
from pactregistry.people.models import members_on


@dataclass(frozen=True)
class Person:
    """Somebody who takes part and could be excluded; `key` names them on the page of the pact."""

    key: str
    name: str
    capacity: str  # signed, member, joined
    adherent: Adherent


def persons_in(pact: Pact) -> list[Person]:
    """Who takes part today and does not alone carry the citizens' side. Art. 5(2)l."""
    return list(_persons(pact))


def person_named(pact: Pact, key: str) -> Person:
    """One of them by the key; raises NoResultFound."""
    found = next((person for person in _persons(pact) if person.key == key), None)
    if found is None:
        raise NoResultFound
    return found


def _persons(pact: Pact) -> Iterator[Person]:
    today = settings().today()
    rows = [a for a in adherents_of(pact) if is_in(a, today)]
    known = {a.account_id for a in rows if a.account_id is not None}
    for row in rows:
        capacity = "joined" if row.joined else "member"
        yield Person(f"a{row.id}", row.public_name or row.name, capacity, row)
    signing = speaking(pact)
    group = group_of(pact.origin)
    others = len({s.account_id or s.name for s in signing}) > 1
    for s in signing if others else ():
        if s.account_id not in known and (group is None or s.on_behalf_of != group.name):
            row = since_signature(pact, s.account_id, s.name)
            yield Person(f"s{s.id}", s.name, "signed", row)
    silent = silent_in(pact, today)
    for m in members_on(group.id, today) if group is not None else ():
        if not m.is_lead and m.account_id not in known and m.account_id not in silent - {None}:
            name = m.account.name if m.account and m.account.name else m.name
            yield Person(f"m{m.id}", name, "member", since_signature(pact, m.account_id, name))
