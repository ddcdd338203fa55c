"""Who sees a pact that is not public, and in which role a person acts. Art. 4(3), 10(2)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, and_

from pactregistry.config import settings
from pactregistry.pacts.around import Around, around
from pactregistry.pacts.citizens_side import speaking_among
from pactregistry.pacts.joining.queries import is_in, silent_among
from pactregistry.pacts.models import Pact
from pactregistry.people.current import holds
from pactregistry.people.models import Account
from pactregistry.proposals.officers import manages
from pactregistry.workflow.lifecycle import PUBLISHED
from pactregistry.workflow.states import Role

OFFICERS = (Role.DESK, Role.MANAGER, Role.EXECUTIVE)
CITY_SIDE = frozenset({Role.DESK, Role.MANAGER})

# For queries: what `is_public` says of one pact.
PACT_IS_PUBLIC: Final[ColumnElement[bool]] = and_(
    Pact.state.in_(PUBLISHED), Pact.withheld.is_(False), Pact.import_confirmed.is_(True)
)


@dataclass(frozen=True)
class Seat:
    """What a person is on one pact: the roles in which to act, and whether to read it at all."""

    roles: frozenset[Role]
    reads: bool
    takes_part: bool = False  # on the citizens' side: signs, belongs to the group, has joined

    def role_among(self, allowed: Iterable[Role]) -> Role | None:
        """The first allowed role that the person has here."""
        return next((role for role in allowed if role in self.roles), None)

    @property
    def side(self) -> str:
        """The side of the table: the City's for its officers, else the citizens'."""
        return "city" if self.roles & CITY_SIDE else "citizens"


NO_SEAT = Seat(frozenset(), reads=False)


def seat_on(pact: Pact, account: Account | None) -> Seat:
    """The seat of an account at a pact's table; a group's members read and do not act."""
    return seats_on([pact], account)[pact.id]


def seats_on(pacts: Sequence[Pact], account: Account | None) -> dict[int, Seat]:
    """The seats of an account at several tables, by pact."""
    if account is None:
        return {pact.id: NO_SEAT for pact in pacts}
    held = frozenset(role for role in OFFICERS if holds(account, role))
    near = around(pacts, account)
    return {pact.id: _seat(pact, account, held, near) for pact in pacts}


def is_public(pact: Pact) -> bool:
    """Whether anyone may read it: published, not withheld, and confirmed where it was imported."""
    return pact.state in PUBLISHED and not pact.withheld and pact.import_confirmed


def _seat(pact: Pact, account: Account, held: frozenset[Role], near: Around) -> Seat:
    files = {("pact", pact.id)} | ({("proposal", pact.origin.id)} if pact.origin else set())
    roles = set() if files & near.left else set(held)
    if Role.MANAGER in roles and not _is_competent(pact, account):
        roles.remove(Role.MANAGER)
    member = _citizen_roles(pact, account, roles, near)
    citizen = member or bool(roles & {Role.CITIZEN, Role.LEAD})
    return Seat(frozenset(roles), reads=bool(roles) or member, takes_part=citizen)


def _is_competent(pact: Pact, account: Account) -> bool:
    # The managing officer of the office in charge or of one that was asked, or who is to sign.
    named = any(s.account_id == account.id for v in pact.versions for s in v.signatories)
    if named or holds(account, Role.MANAGER, settings().city.desk.key):
        return True
    return pact.origin is not None and manages(account, pact.origin) is not None


def _citizen_roles(pact: Pact, account: Account, roles: set[Role], near: Around) -> bool:
    people = near.adherents[pact.id]
    own = [row for row in people if row.account_id == account.id]
    if own and not any(is_in(row, near.day) for row in own):
        return False
    proposal = pact.origin
    group_id = proposal.group_id if proposal is not None else None
    group = near.groups[group_id] if group_id is not None else None
    members = near.members[group_id] if group_id is not None else []
    # A group speaks by who represents it today, not by who once wrote for it. Art. 4(3)
    proposed = proposal is not None and group is None and proposal.author_id == account.id
    speaking = speaking_among(pact, silent_among(people, near.day), group, members)
    if proposed or any(s.account_id == account.id for s in speaking):
        roles.add(Role.CITIZEN)
    mine = [member for member in members if member.account_id == account.id]
    if any(member.is_lead for member in mine):
        roles.add(Role.LEAD)
    return bool(mine) or pact.id in near.joined
