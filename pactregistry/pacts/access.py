"""Who sees a pact that is not public, and in which role a person acts. Art. 4(3), 10(2)."""

from collections.abc import Iterable
from dataclasses import dataclass

from pactregistry.config import settings
from pactregistry.pacts.citizens_side import speaking
from pactregistry.pacts.joining.queries import is_out, reads_as_adherent
from pactregistry.pacts.models import Pact
from pactregistry.people.abstaining import abstained
from pactregistry.people.current import holds
from pactregistry.people.models import Account, members_on
from pactregistry.proposals.officers import manages
from pactregistry.workflow.lifecycle import PUBLISHED
from pactregistry.workflow.states import Role

OFFICERS = (Role.DESK, Role.MANAGER, Role.EXECUTIVE)
CITY_SIDE = frozenset({Role.DESK, Role.MANAGER})


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
    if account is None:
        return NO_SEAT
    roles = {role for role in OFFICERS if holds(account, role)}
    files = [("pact", pact.id)] + ([("proposal", pact.origin.id)] if pact.origin else [])
    if roles and abstained(account.id, *files):
        roles.clear()
    if Role.MANAGER in roles and not _is_competent(pact, account):
        roles.remove(Role.MANAGER)
    member = _citizen_roles(pact, account, roles)
    citizen = member or bool(roles & {Role.CITIZEN, Role.LEAD})
    return Seat(frozenset(roles), reads=bool(roles) or member, takes_part=citizen)


def is_public(pact: Pact) -> bool:
    """Whether anyone may read it: published, not withheld, and confirmed where it was imported."""
    return pact.state in PUBLISHED and not pact.withheld and pact.import_confirmed


def _is_competent(pact: Pact, account: Account) -> bool:
    # The managing officer of the office in charge or of one that was asked, or who is to sign.
    named = any(s.account_id == account.id for v in pact.versions for s in v.signatories)
    if named or holds(account, Role.MANAGER, settings().city.desk.key):
        return True
    return pact.origin is not None and manages(account, pact.origin) is not None


def _citizen_roles(pact: Pact, account: Account, roles: set[Role]) -> bool:
    day = settings().today()
    if is_out(pact.id, account.id, day):
        return False
    proposal = pact.origin
    group_id = proposal.group_id if proposal is not None else None
    # A group speaks by who represents it today, not by who once wrote for it. Art. 4(3)
    proposed = proposal is not None and group_id is None and proposal.author_id == account.id
    if proposed or any(s.account_id == account.id for s in speaking(pact)):
        roles.add(Role.CITIZEN)
    members = members_on(group_id, day) if group_id is not None else ()
    mine = [member for member in members if member.account_id == account.id]
    if any(member.is_lead for member in mine):
        roles.add(Role.LEAD)
    return bool(mine) or reads_as_adherent(pact.id, account.id, day)
