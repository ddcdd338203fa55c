"""For which parties somebody speaks in a dispute, and in which role. Art. 33(1), 10(2).

The managing officer speaks for the City. The desk never does: it records what somebody of the
citizens' side, or a third party, said on paper.
"""

from collections.abc import Mapping

from flask import abort

from pactregistry.conciliation.access import Place
from pactregistry.conciliation.models import Dispute
from pactregistry.config import settings
from pactregistry.pacts.access import CITY_SIDE
from pactregistry.people.acting import Actor
from pactregistry.people.current import account
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Side

BOTH_SIDES = (Side.CITIZENS, Side.CITY)


def has_third(dispute: Dispute) -> bool:
    """Whether a third party takes part: it asked or was named, and has not left."""
    there = dispute.asked_by is Side.THIRD or dispute.third_name
    return bool(there) and dispute.third_left_on is None


def parties_of(dispute: Dispute) -> tuple[Side, ...]:
    """The parties as they stand: both sides of the pact, and a third one that has not left."""
    return (*BOTH_SIDES, Side.THIRD) if has_third(dispute) else BOTH_SIDES


def voices(dispute: Dispute, place: Place) -> Mapping[Side, Role]:
    """For which parties a person speaks in a dispute, each with the role to act in."""
    return voices_from(place, with_third=has_third(dispute))


def voices_from(place: Place, *, with_third: bool) -> Mapping[Side, Role]:
    """The same from a place alone."""
    if place.side is None:
        return {}
    if place.side is not Side.CITY:
        role = place.role_among((Role.LEAD, Role.CITIZEN))
        return {} if role is None else {place.side: role}
    found = {Side.CITY: Role.MANAGER} if Role.MANAGER in place.roles else {}
    if Role.DESK in place.roles:
        found[Side.CITIZENS] = Role.DESK
        if with_third:
            found[Side.THIRD] = Role.DESK
    return found


def speaker(spoken: Mapping[Side, Role], side: Side | None) -> Actor:
    """The person at the page as the voice of one party; who has no such voice may not act."""
    person = account()
    role = spoken.get(side) if side is not None else None
    if person is None or role is None:
        abort(403)
    return Actor(person.id, role, settings().city.desk.key if role in CITY_SIDE else "")
