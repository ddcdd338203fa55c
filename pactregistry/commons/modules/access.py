"""Who sees an activity, and in which role: its author, the office, everyone once it is done.

Art. 4(3), 10(2), 12(2).
"""

from collections.abc import Iterable

from flask import abort
from sqlalchemy.exc import NoResultFound

from pactregistry.commons.modules import queries
from pactregistry.commons.modules.models import Activity
from pactregistry.config import settings
from pactregistry.people.acting import Actor
from pactregistry.people.current import account, holds
from pactregistry.people.models import Account, represents
from pactregistry.workflow.states import ActivityState, Role

OFFICE = (Role.DESK, Role.MANAGER, Role.EXECUTIVE)


def roles_on(activity: Activity, person: Account | None) -> tuple[Role, ...]:
    """The roles of a person on an activity, the own side first; empty for a stranger."""
    if person is None:
        return ()
    found = []
    if activity.group_id is not None:
        if represents(person.id, activity.group_id, settings().today()):
            found.append(Role.LEAD)
    elif activity.author_id == person.id:
        found.append(Role.CITIZEN)
    found += [role for role in OFFICE if holds(person, role, _office_of(role))]
    return tuple(found)


def _office_of(role: Role) -> str:
    # The executive reads, whatever its secretariat is called; the others act for the one in charge.
    return "" if role is Role.EXECUTIVE else settings().city.desk.key


def is_public(activity: Activity) -> bool:
    """Whether everyone may read it."""
    return activity.state == ActivityState.DONE and not activity.withheld


def activity_here(number: str) -> tuple[Activity, tuple[Role, ...]]:
    """An activity and the roles of the person at the page.

    Raises:
        NoResultFound: there is none, or it is not for this person.
    """
    found = queries.activity(number)
    roles = roles_on(found, account())
    # What was done and is withheld says so: that it was public is known.
    if not roles and found.state != ActivityState.DONE:
        raise NoResultFound
    return found, roles


def acting_here(number: str, allowed: Iterable[Role]) -> tuple[Activity, Actor]:
    """An activity and the person at the page in the first allowed role that is held there.

    The desk takes an author's step only for a person without an account, at the counter.

    Raises:
        NoResultFound: it is not for this person.
    """
    found, roles = activity_here(number)
    person = account()
    steps = tuple(allowed)
    if Role.CITIZEN in steps and found.author_id is not None:
        steps = tuple(role for role in steps if role is not Role.DESK)
    role = next((role for role in steps if role in roles), None)
    if person is None or not roles:
        raise NoResultFound
    if role is None:
        abort(403)
    office = settings().city.desk.key if role in OFFICE else ""
    return found, Actor(person.id, role, office)
