"""Who is what in a dispute: a party, a member, its secretary; else it is not there. Art. 33."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import abort
from sqlalchemy.exc import NoResultFound

from pactregistry.conciliation.models import Dispute, Member
from pactregistry.conciliation.queries import dispute_by_number, took_part_in_file
from pactregistry.config import settings
from pactregistry.pacts.access import CITY_SIDE, Seat, seat_on
from pactregistry.people.acting import Actor
from pactregistry.people.current import account, holds
from pactregistry.people.models import Account
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Side

SPEAKING = frozenset({Role.CITIZEN, Role.LEAD})


@dataclass(frozen=True)
class Place:
    """What a person is in one dispute: the roles to act in, the side spoken for, the seat held.

    `in_room` opens the private room. A member who was named and has not said yes reads only what
    is needed to answer.
    """

    roles: frozenset[Role]
    side: Side | None = None
    member: Member | None = None
    in_room: bool = False

    def role_among(self, allowed: Iterable[Role]) -> Role | None:
        """The first allowed role that the person has here."""
        return next((role for role in allowed if role in self.roles), None)

    @property
    def is_secretary(self) -> bool:
        """Whether the person convenes the committee."""
        return Role.SECRETARY in self.roles

    @property
    def sits(self) -> bool:
        """Whether the person is a member who said yes, and nobody was named instead since."""
        member = self.member
        return member is not None and member.designated and member.seated_on is not None


NOWHERE = Place(frozenset())


def place_in(dispute: Dispute, person: Account | None) -> Place:
    """The place of an account in a dispute; a member is nothing else in it."""
    if person is None:
        return NOWHERE
    member = next((m for m in dispute.members if m.designated and is_of(m, person)), None)
    if member is not None:
        roles = frozenset({Role.CONCILIATOR})
        return Place(roles, member=member, in_room=member.seated_on is not None)
    seat = seat_on(dispute.pact, person)
    if is_third(dispute, person, seat):
        return Place(frozenset({Role.CITIZEN}), Side.THIRD, in_room=True)
    side = place_at_pact(seat)
    if side.side is not None:
        return side
    if holds(person, Role.SECRETARY) and is_outside(dispute, person):
        return Place(frozenset({Role.SECRETARY}), in_room=True)
    return NOWHERE


def is_outside(dispute: Dispute, person: Account) -> bool:
    """Whether a person had no part in a dispute, at the table of its pact or in its file."""
    asked_or_left = person.id in {dispute.author_id, dispute.third_account_id}
    if asked_or_left or (dispute.third_email and dispute.third_email == person.email.lower()):
        return False
    pact = dispute.pact
    return not (seat_on(pact, person).reads or took_part_in_file(pact, person.id))


def is_of(member: Member, person: Account) -> bool:
    """Whether a seat was offered to this person, by account or by a confirmed address."""
    if member.account_id is not None:
        return member.account_id == person.id
    return person.confirmed_at is not None and member.email == person.email.lower()


def is_third(dispute: Dispute, person: Account, seat: Seat) -> bool:
    """Whether a person is the third party, by account or by the confirmed address that was invited.

    An address alone makes nobody of either side a third party to their own pact.
    """
    if dispute.third_left_on is not None:
        return False
    if dispute.third_account_id is not None:
        return dispute.third_account_id == person.id
    invited = dispute.third_email and dispute.third_email == person.email.lower()
    return bool(invited) and person.confirmed_at is not None and not seat.reads


def place_at_pact(seat: Seat) -> Place:
    """The place of who sits at a pact's table: who speaks for a side, nobody else."""
    if seat.roles & SPEAKING:
        return Place(seat.roles & SPEAKING, Side.CITIZENS, in_room=True)
    if seat.roles & CITY_SIDE:
        return Place(seat.roles & CITY_SIDE, Side.CITY, in_room=True)
    return NOWHERE


def dispute_here(number: str) -> tuple[Dispute, Place]:
    """A dispute for who has a place in it, or is named to sit; else it is not there."""
    dispute = dispute_by_number(number)
    place = place_in(dispute, account())
    if not (place.in_room or place.member):
        raise NoResultFound
    return dispute, place


def room_of(number: str) -> tuple[Dispute, Place]:
    """A dispute for who may enter its room; for all others the page is not there."""
    dispute, place = dispute_here(number)
    if not place.in_room:
        raise NoResultFound
    return dispute, place


def actor_for(place: Place, roles: Iterable[Role]) -> Actor:
    """The person at the page in the first of these roles; who only reads may not act."""
    person = account()
    role = place.role_among(roles)
    if person is None or role is None:
        abort(403)
    return Actor(person.id, role, settings().city.desk.key if role in CITY_SIDE else "")
