"""Who is written to: author, officers of an office, district president. Art. 10(2), 11(8)."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import or_, select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.notices.outbox import queue
from pactregistry.people.models import Account, Holding, Membership
from pactregistry.proposals.models import Opinion, Proposal
from pactregistry.workflow.states import Role


@dataclass(frozen=True)
class Addressee:
    """One address with the language of its reader."""

    email: str
    language: str


def author_of(proposal: Proposal) -> list[Addressee]:
    """The author and the group's representatives; empty for a person without an account."""
    day = settings().today()
    leads = select(Membership.account_id).where(
        Membership.group_id == proposal.group_id,
        Membership.is_lead,
        Membership.since <= day,
        or_(Membership.until.is_(None), Membership.until >= day),
    )
    query = select(Account).where(or_(Account.id == proposal.author_id, Account.id.in_(leads)))
    return [Addressee(a.email, a.language) for a in db.session.scalars(query.order_by(Account.id))]


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


def giver_of(opinion: Opinion) -> list[Addressee]:
    """Who gives an opinion: the office's reviewers, or the district president. Art. 11(6)."""
    role = Role.DISTRICT if opinion.is_district else Role.REVIEWER
    return holders(role, opinion.office)


def bodies_of(proposal: Proposal) -> list[Addressee]:
    """The offices and political bodies involved, each once. Art. 11(8)."""
    found = [who for opinion in proposal.opinions for who in giver_of(opinion)]
    return list(dict.fromkeys(found))


def write(to: Iterable[Addressee], template: str, **context: object) -> None:
    """Queue one mail for each addressee in the current transaction."""
    for who in to:
        queue(who.email, who.language, template, base_url=settings().base_url, **context)
