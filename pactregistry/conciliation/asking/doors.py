"""Who may ask for conciliation on a pact, and for whom. Art. 33(1)."""

from collections.abc import Mapping

from flask import abort

from pactregistry.conciliation.access import Place, place_at_pact
from pactregistry.conciliation.voices import voices_from
from pactregistry.pacts.access import seat_on
from pactregistry.pacts.life.terms import pack_of
from pactregistry.pacts.models import Pact
from pactregistry.people.current import account
from pactregistry.workflow.lifecycle import PUBLISHED
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Side

KNOWN = "conciliation"
OUTSIDE = Place(frozenset({Role.CITIZEN}), Side.THIRD)


def is_known(pact: Pact) -> bool:
    """Whether the regulation of a pact knows conciliation: by the term of its proposal."""
    return KNOWN in pack_of(pact).terms


def is_offered(pact: Pact) -> bool:
    """Whether the regulation of a pact knows conciliation, and there is something agreed."""
    return is_known(pact) and pact.state in PUBLISHED and pact.import_confirmed


def may_ask(pact: Pact) -> bool:
    """Whether the person at the page, or whoever signs in there, may ask on a pact."""
    return is_offered(pact) and bool(account() is None or voices_on(pact))


def voices_on(pact: Pact) -> Mapping[Side, Role]:
    """For which parties the person at the page may ask; who belongs to no side is a third one."""
    seat = seat_on(pact, account())
    return voices_from(place_at_pact(seat) if seat.reads else OUTSIDE, with_third=True)


def voices_to_ask(pact: Pact) -> Mapping[Side, Role]:
    """The parties for whom the person at the page may ask; who speaks for none may not be here."""
    spoken = voices_on(pact)
    if not spoken:
        abort(403)
    return spoken
