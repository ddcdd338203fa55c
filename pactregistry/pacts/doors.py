"""The doors of a pact's pages: who may come in, in which role, to which text. Art. 4(3), 10(2).

What is not public answers as if it did not exist.
"""

from collections.abc import Iterable

from flask import abort
from sqlalchemy.exc import NoResultFound

from pactregistry.config import settings
from pactregistry.pacts.access import CITY_SIDE, Seat, is_public, seat_on
from pactregistry.pacts.models import Pact, PactVersion, SectionText, Signatory
from pactregistry.pacts.queries import open_version, pact_by_number, section_of
from pactregistry.people.current import account
from pactregistry.proposals.acting import Actor
from pactregistry.workflow.states import Role

WRITERS = (Role.DESK, Role.LEAD, Role.CITIZEN)


def pact_for_reader(number: str) -> tuple[Pact, Seat]:
    """A pact that the person at the page may read: published, or from a seat at its table."""
    pact = pact_by_number(number)
    seat = seat_on(pact, account())
    if not (seat.reads or is_public(pact)):
        raise NoResultFound
    return pact, seat


def pact_at_table(number: str) -> tuple[Pact, Seat]:
    """A pact for who sits at its table; for all others the page is not there."""
    pact, seat = pact_for_reader(number)
    if not seat.reads:
        raise NoResultFound
    return pact, seat


def actor_for(seat: Seat, roles: Iterable[Role]) -> Actor:
    """The person at the page in the first of these roles; who only reads may not act."""
    person = account()
    role = seat.role_among(roles)
    if person is None or role is None:
        abort(403)
    return Actor(person.id, role, settings().city.desk.key if role in CITY_SIDE else "")


def open_text(pact: Pact) -> PactVersion:
    """The version that is being written or signed; without one the page is not there."""
    version = open_version(pact)
    if version is None:
        raise NoResultFound
    return version


def text_at_table(number: str) -> tuple[PactVersion, Seat]:
    """The open text of a pact for who sits at its table."""
    pact, seat = pact_at_table(number)
    return open_text(pact), seat


def text_to_write(number: str, *roles: Role) -> tuple[PactVersion, Actor]:
    """The open text of a pact, with the person who writes it."""
    version, seat = text_at_table(number)
    return version, actor_for(seat, roles or WRITERS)


def section_to_write(number: str, letter: str) -> tuple[PactVersion, SectionText, Actor]:
    """One section of the open text, with the person who writes it."""
    version, actor = text_to_write(number)
    return version, section_of(version, letter), actor


def signatory_in(version: PactVersion, signatory_id: int) -> Signatory:
    """One signatory of a version; without one the page is not there."""
    found = next((s for s in version.signatories if s.id == signatory_id), None)
    if found is None:
        raise NoResultFound
    return found
