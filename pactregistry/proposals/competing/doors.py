"""Who comes in: the office, the authors of competing proposals, everyone. Art. 10(2), 10(7)."""

from sqlalchemy.exc import NoResultFound

from pactregistry.people.acting import Actor
from pactregistry.people.current import account, holds
from pactregistry.people.officers import officer
from pactregistry.proposals.access import role_as_author
from pactregistry.proposals.competing.models import Competition
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.officers import OFFICE
from pactregistry.workflow.states import Role


def desk_here() -> Actor:
    """The officer of the office in charge who is at the page."""
    return officer((Role.DESK,))


def reads_as_party(found: Competition) -> bool:
    """Whether who is here is an author of one of the proposals, or of the office in charge."""
    person = account()
    if person is None:
        return False
    own = (role_as_author(rival.proposal, person) for rival in found.rivals)
    return any(own) or any(holds(person, role) for role in OFFICE)


def rival_in(found: Competition, number: str) -> Proposal:
    """One proposal of a competition.

    Raises:
        NoResultFound: it is none of them.
    """
    for rival in found.rivals:
        if rival.proposal.number == number:
            return rival.proposal
    raise NoResultFound
