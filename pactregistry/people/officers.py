"""The officer at the page, in the first role that a step asks for. Art. 10(2), 11(7)."""

from collections.abc import Iterable

from flask import abort

from pactregistry.config import settings
from pactregistry.people.acting import Actor
from pactregistry.people.current import holds, signed_in
from pactregistry.workflow.states import Role


def officer(roles: Iterable[Role], office: str = "") -> Actor:
    """The officer in the first of these roles held in an office, the one in charge unless named.

    Who holds none of them there may not be here.
    """
    here = office or settings().city.desk.key
    person = signed_in()
    role = next((role for role in roles if holds(person, role, here)), None)
    if role is None:
        abort(403)
    return Actor(person.id, role, here)
