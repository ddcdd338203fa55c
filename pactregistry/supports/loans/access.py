"""Who sees a loan, and in which role: its borrower and the desk. Art. 4(3), 10(2), 22."""

from collections.abc import Iterable

from flask import abort
from sqlalchemy.exc import NoResultFound

from pactregistry.config import settings
from pactregistry.people.acting import Actor
from pactregistry.people.current import holds, signed_in
from pactregistry.people.models import Account, represents
from pactregistry.supports.loans import reading
from pactregistry.supports.loans.models import Loan
from pactregistry.workflow.states import Role


def roles_on(loan: Loan, person: Account) -> tuple[Role, ...]:
    """The roles of a person on a loan, the own side first; empty where it is not to be seen."""
    found = []
    if loan.group_id is not None:
        if represents(person.id, loan.group_id, settings().today()):
            found.append(Role.LEAD)
    elif loan.account_id == person.id:
        found.append(Role.CITIZEN)
    if holds(person, Role.DESK, settings().city.desk.key):
        found.append(Role.DESK)
    return tuple(found)


def loan_here(number: str) -> tuple[Loan, tuple[Role, ...]]:
    """A loan and the roles of the person at the page.

    Raises:
        NoResultFound: there is none, or it is not for this person.
    """
    loan = reading.loan(number)
    roles = roles_on(loan, signed_in())
    if not roles:
        raise NoResultFound
    return loan, roles


def actor_among(roles: Iterable[Role], allowed: Iterable[Role]) -> Actor:
    """The person at the page in the first allowed role that is held."""
    held = tuple(roles)
    role = next((role for role in allowed if role in held), None)
    if role is None:
        abort(403)
    office = settings().city.desk.key if role is Role.DESK else ""
    return Actor(signed_in().id, role, office)
