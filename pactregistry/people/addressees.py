"""Who is written to by role: the officers of an office, a district president. Art. 10(2), 11(8)."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import or_, select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.notices.outbox import queue
from pactregistry.people.models import Account, Holding, members_on
from pactregistry.workflow.states import Role


@dataclass(frozen=True)
class Addressee:
    """One address with the language of its reader."""

    email: str
    language: str


def of_account(account_id: int | None) -> list[Addressee]:
    """A person by the account; empty where there is none."""
    found = None if account_id is None else db.session.get(Account, account_id)
    return [] if found is None else [Addressee(found.email, found.language)]


def of_group(group_id: int) -> list[Addressee]:
    """Who represents a group today. Art. 4(3)."""
    leads = [member for member in members_on(group_id, settings().today()) if member.is_lead]
    return [who for lead in leads for who in of_account(lead.account_id)]


def holders(role: Role, office: str) -> list[Addressee]:
    """Who holds a role in an office or district today; the City's mailbox where nobody does."""
    here = settings()
    day = here.today()
    held = select(Holding.account_id).where(
        Holding.role == role,
        Holding.office == office,
        Holding.since <= day,
        or_(Holding.until.is_(None), Holding.until >= day),
    )
    query = select(Account).where(Account.active, Account.id.in_(held))
    found = db.session.scalars(query.order_by(Account.id)).all()
    mailbox = Addressee(here.city.profile.email, here.city.language)
    return [Addressee(a.email, a.language) for a in found] or [mailbox]


def desk() -> list[Addressee]:
    """The officers of the office in charge. Art. 10(2)."""
    return holders(Role.DESK, settings().city.desk.key)


def managers() -> list[Addressee]:
    """The managing officers of the office in charge. Art. 11(7)."""
    return holders(Role.MANAGER, settings().city.desk.key)


def write(to: Iterable[Addressee], template: str, **context: object) -> None:
    """Queue one mail for each addressee in the current transaction."""
    for who in to:
        queue(who.email, who.language, template, base_url=settings().base_url, **context)
