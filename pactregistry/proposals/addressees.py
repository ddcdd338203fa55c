"""Who is written to about a proposal: its author, and who gives opinions. Art. 10(2), 11(8)."""

from sqlalchemy import or_, select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.people.addressees import Addressee, holders
from pactregistry.people.models import Account, Membership
from pactregistry.proposals.models import Opinion, Proposal
from pactregistry.workflow.states import Role


def author_of(proposal: Proposal) -> list[Addressee]:
    """The author and the group's representatives; empty for a person without an account."""
    day = settings().today()
    leads = select(Membership.account_id).where(
        Membership.group_id == proposal.group_id,
        Membership.is_lead,
        Membership.since <= day,
        or_(Membership.until.is_(None), Membership.until >= day),
    )
    # A group is written to by who represents it today; an author who no longer does reads on as a
    # member, where that is what they are.
    of_group = Account.id.in_(leads)
    query = select(Account).where(
        Account.id == proposal.author_id if proposal.group_id is None else of_group
    )
    return [Addressee(a.email, a.language) for a in db.session.scalars(query.order_by(Account.id))]


def giver_of(opinion: Opinion) -> list[Addressee]:
    """Who gives an opinion: the office's reviewers, or the district president. Art. 11(6)."""
    role = Role.DISTRICT if opinion.is_district else Role.REVIEWER
    return holders(role, opinion.office)


def bodies_of(proposal: Proposal) -> list[Addressee]:
    """The offices and political bodies involved, each once. Art. 11(8)."""
    found = [who for opinion in proposal.opinions for who in giver_of(opinion)]
    return list(dict.fromkeys(found))
