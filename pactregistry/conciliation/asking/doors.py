"""Who may ask for conciliation on a pact, and for whom. Art. 33(1)."""

from collections.abc import Mapping

from flask import abort

from pactregistry.conciliation.access import Place, place_at_pact
from pactregistry.conciliation.voices import voices_from
from pactregistry.pacts import doors
from pactregistry.pacts.access import seat_on
from pactregistry.pacts.life.terms import pack_of
from pactregistry.pacts.models import Pact
from pactregistry.people.current import account
from pactregistry.workflow.lifecycle import PUBLISHED
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Side

OUTSIDE = Place(frozenset({Role.CITIZEN}), Side.THIRD)


def is_offered(pact: Pact) -> bool:
    """Whether the regulation of a pact knows conciliation, and there is something agreed."""
    return "conciliation" in pack_of(pact).terms and pact.state in PUBLISHED


def may_ask(pact: Pact) -> bool:
    """Whether the person at the page, or whoever signs in there, may ask on a pact."""
    return is_offered(pact) and bool(account() is None or voices_on(pact))


def voices_on(pact: Pact) -> Mapping[Side, Role]:
    """For which parties the person at the page may ask; who belongs to no side is a third one."""
    seat = seat_on(pact, account())
    return voices_from(place_at_pact(seat) if seat.reads else OUTSIDE, with_third=True)


def pact_to_ask_on(number: str) -> tuple[Pact, Mapping[Side, Role]]:
    """A pact that the person may read, with the parties for whom to ask; others may not."""
    pact, _seat = doors.pact_for_reader(number)
    if "conciliation" not in pack_of(pact).terms:
        abort(404)
    spoken = voices_on(pact)
    if not spoken:
        abort(403)
    return pact, spoken
