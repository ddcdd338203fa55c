"""Who sees a group: its members, and the desk when a file needs it. Art. 4(3), 4(4)."""

from collections.abc import Callable

from flask import abort

from pactregistry.config import settings
from pactregistry.people.current import holds, signed_in
from pactregistry.people.models import Group, Membership, group_of_member, group_with, lead_on
from pactregistry.workflow.states import Role

needed_by_a_file: set[Callable[[int], bool]] = set()
"""Rooms that hold files add a question here: does one of them, past the draft, name this group?"""


def group_of_mine(group_id: int) -> Group:
    """A group of which the person at the page is a member; 404 like a missing one for others."""
    return group_of_member(group_id, signed_in().id, settings().today()) or abort(404)


def group_to_read(group_id: int) -> Group:
    """A group that the person at the page may read: as a member, or as the desk for a file."""
    person = signed_in()
    mine = group_of_member(group_id, person.id, settings().today())
    if mine is not None:
        return mine
    group = group_with(group_id)
    needed = any(question(group_id) for question in needed_by_a_file)
    if group is None or not needed or not holds(person, Role.DESK):
        abort(404)
    return group


def group_that_i_lead(group_id: int) -> Group:
    """A group that the person at the page represents; a plain member is refused."""
    group = group_of_mine(group_id)
    if not is_lead(group_id):
        abort(403)
    return group


def is_lead(group_id: int) -> bool:
    """Whether the person at the page represents a group today."""
    lead: Membership | None = lead_on(group_id, settings().today())
    return lead is not None and lead.account_id == signed_in().id
