"""Which proposal somebody sees, and as who: the rights on one file. Art. 4(3), 10(2), 11(6), 11(7).

Who has no role on a file gets the answer of a file that does not exist.
"""

from sqlalchemy.exc import NoResultFound

from pactregistry.config import settings
from pactregistry.people.acting import Actor
from pactregistry.people.current import holds
from pactregistry.people.current import signed_in as somebody
from pactregistry.people.models import Account, group_of_member
from pactregistry.proposals import drafts
from pactregistry.proposals.competing.reading import joined_in
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.officers import gives, roles_on
from pactregistry.workflow.states import ProposalState, Role


def role_on(proposal: Proposal, account: Account | None) -> Role | None:
    """The role of an account on a file, its own side first; None where it may not know of it."""
    if account is None:
        return None
    own = role_as_author(proposal, account)
    if own is not None or proposal.state == ProposalState.DRAFT:
        return own
    officer = next(iter(roles_on(account, proposal)), None) or _asked(proposal, account)
    return officer or (Role.VISITOR if _reads_along(proposal, account) else None)


def role_as_author(proposal: Proposal, account: Account) -> Role | None:
    """The role in which an account takes the author's steps, if it may. Art. 4(3).

    The desk does so only for a person without an account, at the counter; a draft that an officer
    types is that officer's alone.
    """
    if proposal.group_id is not None and drafts.leads(account.id, proposal.group_id):
        return Role.LEAD
    # A group speaks by who represents it today, not by who once wrote for it.
    if proposal.group_id is None and proposal.author_id == account.id:
        return Role.CITIZEN
    at_counter = proposal.author_id is None and holds(account, Role.DESK)
    typed_here = proposal.state != ProposalState.DRAFT or proposal.entered_by_id == account.id
    return Role.DESK if at_counter and typed_here else None


def is_member(proposal: Proposal, account: Account) -> bool:
    """Whether an account belongs to the group that proposes: it reads the file and does not act."""
    if proposal.group_id is None or proposal.state == ProposalState.DRAFT:
        return False
    today = settings().today()
    return group_of_member(proposal.group_id, account.id, today) is not None


def proposed_along(proposal: Proposal, account: Account) -> bool:
    """Whether an account made a proposal that was joined into this one. Art. 10(7)."""
    return any(role_as_author(other, account) for other in joined_in(proposal))


def _reads_along(proposal: Proposal, account: Account) -> bool:
    return is_member(proposal, account) or proposed_along(proposal, account)


def author_here(proposal: Proposal) -> Actor:
    """The person at the page as this file's author, or on the author's behalf.

    Raises:
        NoResultFound: for anybody else the file is not there.
    """
    account = somebody()
    role = role_as_author(proposal, account)
    if role is None:
        raise NoResultFound
    return actor_in(account, role)


def author_or_member_here(proposal: Proposal) -> Actor:
    """The person at the page as author, or as a member or co-author, who only reads.

    Raises:
        NoResultFound: for anybody else the file is not there.
    """
    account = somebody()
    role = role_as_author(proposal, account)
    if role is None and _reads_along(proposal, account):
        role = Role.VISITOR
    if role is None:
        raise NoResultFound
    return actor_in(account, role)


def reader_here(proposal: Proposal) -> Role:
    """The role of the person at the page, who may read the whole file.

    Raises:
        NoResultFound: for anybody else the file is not there.
    """
    role = role_on(proposal, somebody())
    if role is None:
        raise NoResultFound
    return role


def actor_in(account: Account, role: Role) -> Actor:
    """An account in one of the author's roles; an officer acts for the office in charge."""
    return Actor(account.id, role, settings().city.desk.key if role is Role.DESK else "")


def _asked(proposal: Proposal, account: Account) -> Role | None:
    given = next((opinion for opinion in proposal.opinions if gives(account, opinion)), None)
    if given is None:
        return None
    return Role.DISTRICT if given.is_district else Role.REVIEWER
