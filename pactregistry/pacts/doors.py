"""The doors of a pact's pages: who may come in, in which role, to which text. Art. 4(3), 10(2).

What is not public answers as if it did not exist.
"""

from collections.abc import Iterable

from flask import abort, redirect, url_for
from sqlalchemy.exc import NoResultFound

from pactregistry.config import settings
from pactregistry.pacts.access import CITY_SIDE, Seat, is_public, seat_on
from pactregistry.pacts.facts import version_facts
from pactregistry.pacts.models import Pact, PactVersion, SectionText, Signatory
from pactregistry.pacts.queries import latest_version, open_version, pact_by_number, section_of
from pactregistry.pacts.versions.scope import refuse_beyond
from pactregistry.people.acting import Actor
from pactregistry.people.current import account
from pactregistry.workflow.engine import Unlawful
from pactregistry.workflow.lifecycle import VERSION
from pactregistry.workflow.states import Role, VersionState

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


def side_at_table(number: str) -> tuple[Pact, Actor]:
    """A pact for who speaks for one of its sides; who only reads may not be here."""
    pact, seat = pact_at_table(number)
    return pact, actor_for(seat, WRITERS)


def confirmed_first(pact: Pact) -> None:
    """Lead to its confirmation: nothing happens to a pact of an older register before. Art. 36."""
    if not pact.import_confirmed and pact.proposal is not None:
        abort(redirect(url_for("imports.confirm", number=pact.proposal.number)))


def actor_for(seat: Seat, roles: Iterable[Role]) -> Actor:
    """The person at the page in the first of these roles; who only reads may not act."""
    person = account()
    role = seat.role_among(roles)
    if person is None or role is None:
        abort(403)
    return Actor(person.id, role, settings().city.desk.key if role in CITY_SIDE else "")


def open_text(pact: Pact) -> PactVersion:
    """The version that is being written or signed; where there is none, the page says so.

    Raises:
        Unlawful: the last version is signed or given up; nothing is open.
        NoResultFound: the pact never had a text here.
    """
    version = open_version(pact)
    if version is not None:
        return version
    if not pact.versions:
        raise NoResultFound
    refuse_out_of_place("revise", latest_version(pact), Role.DESK)
    raise NoResultFound


def refuse_out_of_place(step: str, version: PactVersion, role: Role) -> None:
    """Refuse a page of a text that no longer stands where the step belongs, and say why.

    Raises:
        Unlawful: the text is frozen, signed or given up.
    """
    state = VersionState(version.state)
    if state not in VERSION.rows[step].sources:
        found = VERSION.obstacles(step, state, role, version_facts(version))
        out_of_place = tuple(obstacle for obstacle in found if obstacle.name == "state")
        raise Unlawful(VERSION.name, step, out_of_place)


def text_at_table(number: str) -> tuple[PactVersion, Seat]:
    """The open text of a pact for who sits at its table."""
    pact, seat = pact_at_table(number)
    return open_text(pact), seat


def text_for(step: str, number: str, *roles: Role) -> tuple[PactVersion, Actor]:
    """The open text of a pact for a step that belongs to it now, with the person who takes it."""
    version, seat = text_at_table(number)
    actor = actor_for(seat, roles or VERSION.rows[step].by)
    refuse_out_of_place(step, version, actor.role)
    return version, actor


def text_to_write(number: str, *roles: Role) -> tuple[PactVersion, Actor]:
    """The text that is being written, with the person who writes it; one that is frozen is not."""
    return text_for("revise", number, *(roles or WRITERS))


def section_to_write(number: str, letter: str) -> tuple[PactVersion, SectionText, Actor]:
    """One section of the text that is written, with the person who writes it."""
    version, actor = text_to_write(number)
    found = section_of(version, letter)
    refuse_beyond(version, letter)
    return version, found, actor


def signatory_in(version: PactVersion, signatory_id: int) -> Signatory:
    """One signatory of a version; without one the page is not there."""
    found = next((s for s in version.signatories if s.id == signatory_id), None)
    if found is None:
        raise NoResultFound
    return found
