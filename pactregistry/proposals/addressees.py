"""Who is written to about a proposal: author, officers, district president. Art. 10(2), 11(8)."""

from sqlalchemy import or_, select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.people.addressees import Addressee, desk, holders, managers, write
from pactregistry.people.models import Account, Membership
from pactregistry.proposals.models import Opinion, Proposal
from pactregistry.workflow.states import Role

__all__ = [
    "Addressee",
    "author_of",
    "bodies_of",
    "desk",
    "giver_of",
    "holders",
    "managers",
    "write",
]


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


def giver_of(opinion: Opinion) -> list[Addressee]:
    """Who gives an opinion: the office's reviewers, or the district president. Art. 11(6)."""
    role = Role.DISTRICT if opinion.is_district else Role.REVIEWER
    return holders(role, opinion.office)


def bodies_of(proposal: Proposal) -> list[Addressee]:
    """The offices and political bodies involved, each once. Art. 11(8)."""
    found = [who for opinion in proposal.opinions for who in giver_of(opinion)]
    return list(dict.fromkeys(found))
