"""Who comes in: the office, the authors of competing proposals, everyone. Art. 10(2), 10(7)."""

from sqlalchemy.exc import NoResultFound

from pactregistry.people.abstaining import abstained
from pactregistry.people.acting import Actor
from pactregistry.people.current import account, holds, signed_in
from pactregistry.people.officers import officer
from pactregistry.proposals.access import role_as_author
from pactregistry.proposals.competing.models import Competition
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.officers import OFFICE
from pactregistry.workflow.states import Role


def desk_here(found: Competition) -> Actor:
    """The officer of the office in charge who is at the page.

    Raises:
        NoResultFound: who stepped aside on one of the proposals does not find what compares them.
    """
    actor = officer((Role.DESK,))
    refuse_who_stepped_aside(found)
    return actor


def refuse_who_stepped_aside(found: Competition | None) -> None:
    """Leave a competition to other officers, for who stepped aside on one of its proposals.

    Raises:
        NoResultFound: the person at the page did. Art. 10(1).
    """
    if found is not None and _stepped_aside(found, signed_in().id):
        raise NoResultFound


def reads_as_party(found: Competition) -> bool:
    """Whether who is here is an author of one of the proposals, or of the office in charge."""
    person = account()
    if person is None:
        return False
    own = (role_as_author(rival.proposal, person) for rival in found.rivals)
    officers = any(holds(person, role) for role in OFFICE)
    return any(own) or (officers and not _stepped_aside(found, person.id))


def rival_in(found: Competition, number: str) -> Proposal:
    """One proposal of a competition.

    Raises:
        NoResultFound: it is none of them.
    """
    for rival in found.rivals:
        if rival.proposal.number == number:
            return rival.proposal
    raise NoResultFound


def _stepped_aside(found: Competition, account_id: int) -> bool:
    return abstained(account_id, *(("proposal", rival.proposal_id) for rival in found.rivals))
