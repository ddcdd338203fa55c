"""Who stands around pacts, read at once however many they are. Art. 4(3), 5(2)l, 10(1)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import selectinload

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.joining.models import Adherent
from pactregistry.pacts.joining.queries import pacts_joined
from pactregistry.pacts.models import Pact
from pactregistry.people.abstaining import files_left
from pactregistry.people.models import Account, Group, Membership
from pactregistry.proposals.models import Proposal


@dataclass(frozen=True)
class Around:
    """What the seats of one person at several tables depend on, as it stands on a day."""

    day: date
    adherents: dict[int, list[Adherent]]
    groups: dict[int, Group]
    members: dict[int, list[Membership]]
    joined: frozenset[int]  # the pacts that the person joined, alone or in a group
    left: frozenset[tuple[str, int]]  # the files on which the person stepped aside
    kept: Sequence[Pact]  # while these are held, nothing asks for an origin again


def around(pacts: Sequence[Pact], account: Account) -> Around:
    """What stands around some pacts for one person: the same queries for one as for many."""
    day = settings().today()
    kept = with_origins(pacts)
    origins = [pact.origin for pact in pacts]
    groups = {origin.group_id for origin in origins if origin and origin.group_id is not None}
    return Around(
        day=day,
        adherents=_adherents([pact.id for pact in pacts]),
        groups=_groups(groups),
        members=_members(groups, day),
        joined=frozenset(db.session.scalars(pacts_joined(account.id, day))),
        left=files_left(account.id),
        kept=kept,
    )


def with_origins(pacts: Iterable[Pact]) -> Sequence[Pact]:
    """Some pacts and those that they renew, with their proposals; hold them as long as needed."""
    known = {pact.id: pact for pact in pacts}
    wanted: Collection[int | None] = known
    while wanted:
        query = select(Pact).where(Pact.id.in_(wanted))
        query = query.options(selectinload(Pact.proposal).selectinload(Proposal.opinions))
        found = db.session.scalars(query).all()
        known |= {pact.id: pact for pact in found}
        wanted = {pact.predecessor_id for pact in found} - {None, *known}
    return list(known.values())


def _adherents(pact_ids: Sequence[int]) -> dict[int, list[Adherent]]:
    found: dict[int, list[Adherent]] = {pact_id: [] for pact_id in pact_ids}
    query = select(Adherent).where(Adherent.pact_id.in_(pact_ids))
    for adherent in db.session.scalars(query.order_by(Adherent.since, Adherent.id)):
        found[adherent.pact_id].append(adherent)
    return found


def _groups(ids: Collection[int]) -> dict[int, Group]:
    return {group.id: group for group in db.session.scalars(select(Group).where(Group.id.in_(ids)))}


def _members(ids: Collection[int], day: date) -> dict[int, list[Membership]]:
    found: dict[int, list[Membership]] = {group_id: [] for group_id in ids}
    query = select(Membership).where(
        Membership.group_id.in_(ids),
        Membership.since <= day,
        or_(Membership.until.is_(None), Membership.until >= day),
    )
    for member in db.session.scalars(query.order_by(Membership.id)):
        found[member.group_id].append(member)
    return found
