"""Who takes a step on a signed pact, found at its page. Art. 4(3), 10(2), 36(1)."""

from collections.abc import Iterable

from flask import abort, redirect, url_for

from pactregistry.pacts import doors
from pactregistry.pacts.models import Pact
from pactregistry.people.acting import Actor
from pactregistry.workflow.states import Role


def actor_on(number: str, roles: Iterable[Role]) -> tuple[Pact, Actor]:
    """The pact with the person at the page, in the first role that may take the step."""
    pact, seat = doors.pact_at_table(number)
    actor = doors.actor_for(seat, roles)
    if not pact.import_confirmed and pact.proposal is not None:
        # Nothing happens to a pact of an older register before a person has confirmed it. Art. 36
        abort(redirect(url_for("imports.confirm", number=pact.proposal.number)))
    return pact, actor
