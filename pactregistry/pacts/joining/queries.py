"""Who takes part in a pact on a day, and who asks to. Art. 3(1)d, 5(2)l."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import selectinload

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.joining.models import Adherent, Ending, Exclusion, JoinRequest, Outcome
from pactregistry.pacts.models import Pact
from pactregistry.people.models import Account, Membership, members_on


def adherents_of(pact: Pact) -> Sequence[Adherent]:
    """Everybody who ever took part beside the signatories, in the order of their coming."""
    query = select(Adherent).filter_by(pact_id=pact.id)
    return db.session.scalars(query.order_by(Adherent.since, Adherent.id)).all()


def adherents_on(pact: Pact, day: date) -> list[Adherent]:
    """Who has joined and takes part on a day."""
    return [a for a in adherents_of(pact) if a.joined and is_in(a, day)]


def is_in(adherent: Adherent, day: date) -> bool:
    """Whether somebody takes part on a day: a leaver's last day counts, an exclusion is at once."""
    if adherent.ending is Ending.EXCLUDED:
        return False
    return adherent.since <= day and (adherent.until is None or adherent.until >= day)


def gone_from(pact: Pact, day: date) -> frozenset[int]:
    """The accounts that have left or been excluded, and not come back: no version names them.

    Who has given notice signs no new version, though the notice still runs.
    """
    rows = adherents_of(pact)
    ended = {a.account_id for a in rows if a.ending is not Ending.NONE and a.account_id}
    back = {a.account_id for a in rows if a.ending is Ending.NONE and is_in(a, day)}
    return frozenset(ended - back)


def silent_in(pact: Pact, day: date) -> frozenset[int]:
    """The accounts that no longer speak in a pact: a notice that runs still leaves them a voice."""
    return silent_among(adherents_of(pact), day)


def silent_among(rows: Sequence[Adherent], day: date) -> frozenset[int]:
    """The same, among the people of a pact as they were read already."""
    known = {a.account_id for a in rows if a.account_id}
    return frozenset(known - {a.account_id for a in rows if is_in(a, day)})


def part_of(pact: Pact, account: Account, day: date) -> Adherent | None:
    """A person's own row among those who take part, as a person or for a group they represent."""
    for adherent in adherents_of(pact):
        if not is_in(adherent, day):
            continue
        if adherent.account_id == account.id and adherent.group_id is None:
            return adherent
        if adherent.group_id is not None and _leads(adherent.group_id, account, day):
            return adherent
    return None


def pacts_joined(account_id: int, day: date) -> Select[int]:
    """The pacts that a person, or a group to which the person belongs, has joined."""
    groups = select(Membership.group_id).where(
        Membership.account_id == account_id,
        Membership.since <= day,
        or_(Membership.until.is_(None), Membership.until >= day),
    )
    mine = or_(
        and_(Adherent.account_id == account_id, Adherent.group_id.is_(None)),
        Adherent.group_id.in_(groups),
    )
    return select(Adherent.pact_id).where(
        mine,
        Adherent.joined,
        Adherent.ending.is_distinct_from(Ending.EXCLUDED),
        Adherent.since <= day,
        or_(Adherent.until.is_(None), Adherent.until >= day),
    )


def adherent_in(pact: Pact, adherent_id: int) -> Adherent:
    """One row of a pact's people; raises NoResultFound."""
    query = select(Adherent).filter_by(pact_id=pact.id, id=adherent_id)
    return db.session.scalars(query).one()


def waiting_requests(pact: Pact) -> Sequence[JoinRequest]:
    """Who asks to join and waits for an answer, the oldest first."""
    query = select(JoinRequest).filter_by(pact_id=pact.id, outcome=Outcome.WAITING)
    return db.session.scalars(query.order_by(JoinRequest.id)).all()


def request_in(pact: Pact, request_id: int) -> JoinRequest:
    """One request to join a pact; raises NoResultFound."""
    query = select(JoinRequest).filter_by(pact_id=pact.id, id=request_id)
    return db.session.scalars(query).one()


def own_requests(account_id: int, pact: Pact | None = None) -> Sequence[JoinRequest]:
    """What a person asked, of one pact or of any, the newest first."""
    query = select(JoinRequest).filter_by(account_id=account_id)
    if pact is not None:
        query = query.filter_by(pact_id=pact.id)
    query = query.order_by(JoinRequest.id.desc()).options(selectinload(JoinRequest.pact))
    return db.session.scalars(query).all()


def requests_waiting_anywhere() -> Sequence[JoinRequest]:
    """Every request that nobody has answered to the end, for what is due by date."""
    query = select(JoinRequest).filter_by(outcome=Outcome.WAITING).order_by(JoinRequest.id)
    return db.session.scalars(query.options(selectinload(JoinRequest.pact))).all()


def exclusions_of(pact: Pact) -> Sequence[Exclusion]:
    """Exclusions that were announced and are not decided."""
    query = select(Exclusion).filter_by(pact_id=pact.id, outcome=Outcome.WAITING)
    query = query.order_by(Exclusion.id).options(selectinload(Exclusion.adherent))
    return db.session.scalars(query).all()


def exclusion_in(pact: Pact, exclusion_id: int) -> Exclusion:
    """One exclusion on a pact; raises NoResultFound."""
    query = select(Exclusion).filter_by(pact_id=pact.id, id=exclusion_id)
    return db.session.scalars(query).one()


def exclusion_against(pact: Pact, account: Account) -> Exclusion | None:
    """The exclusion that was announced to a person and is not decided, or None."""
    return next((e for e in exclusions_of(pact) if speaks_for(e.adherent, account)), None)


def speaks_for(adherent: Adherent, account: Account, *, by_desk: bool = False) -> bool:
    """Whether an account speaks for who takes part: itself, its group, or a name at the counter."""
    if adherent.group_id is not None:
        return _leads(adherent.group_id, account, settings().today())
    return adherent.account_id == account.id or (by_desk and adherent.account_id is None)


def adherent_names(pact: Pact) -> list[str]:
    """The names of who has joined, for the list that stands with the original."""
    return [_name(adherent) for adherent in adherents_on(pact, settings().today())]


def accounts_joined(pact: Pact) -> list[int]:
    """The accounts of who has joined; of a group, of its representatives."""
    day = settings().today()
    found: list[int] = []
    for adherent in adherents_on(pact, day):
        members = members_on(adherent.group_id, day) if adherent.group_id is not None else ()
        leads = [m.account_id for m in members if m.is_lead and m.account_id is not None]
        own = [] if adherent.account_id is None else [adherent.account_id]
        found += leads or own
    return found


def _name(adherent: Adherent) -> str:
    return adherent.public_name or adherent.name


def _leads(group_id: int, account: Account, day: date) -> bool:
    return any(m.is_lead and m.account_id == account.id for m in members_on(group_id, day))
