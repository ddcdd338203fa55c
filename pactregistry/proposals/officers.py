"""Which officers see a file, and in which role one takes a step. Art. 10(2), 11(6)-11(8)."""

from collections.abc import Iterable

from flask import abort, redirect, url_for

from pactregistry.config import settings
from pactregistry.people.abstaining import abstained
from pactregistry.people.acting import Actor
from pactregistry.people.current import account, holds
from pactregistry.people.models import Account
from pactregistry.proposals.models import Opinion, Proposal
from pactregistry.workflow.states import Role

OFFICE = (Role.DESK, Role.MANAGER, Role.EXECUTIVE)


def office_roles(person: Account) -> tuple[Role, ...]:
    """The roles of the office in charge that a person holds today; in a small city several."""
    return tuple(role for role in OFFICE if holds(person, role))


def roles_on(person: Account, proposal: Proposal) -> tuple[Role, ...]:
    """The same on one file, which only the managing officer of a competent office decides."""
    held = office_roles(person)
    if held and abstained(person.id, ("proposal", proposal.id)):
        return ()
    competent = Role.MANAGER in held and manages(person, proposal) is not None
    return held if competent else tuple(role for role in held if role is not Role.MANAGER)


def manages(person: Account, proposal: Proposal) -> str | None:
    """The competent office that a person manages: the one in charge, or one that was asked."""
    asked = [opinion.office for opinion in proposal.opinions if not opinion.is_district]
    offices = (settings().city.desk.key, *asked)
    return next((office for office in offices if holds(person, Role.MANAGER, office)), None)


def gives(person: Account, opinion: Opinion) -> bool:
    """Whether a person gives this opinion: for the office, or as president of the own district."""
    role = Role.DISTRICT if opinion.is_district else Role.REVIEWER
    aside = abstained(person.id, ("proposal", opinion.proposal_id))
    return holds(person, role, opinion.office) and not aside


def may_read(person: Account, proposal: Proposal) -> bool:
    """Whether an officer reads the whole file: the office in charge, and who was asked."""
    return bool(roles_on(person, proposal)) or any(gives(person, o) for o in proposal.opinions)


def signed_in() -> Account:
    """The account at this page; the table of permissions let nobody else come here."""
    return account() or abort(401)


def reader_of(proposal: Proposal) -> Account:
    """The officer who reads a file; for all others it is not there."""
    person = signed_in()
    if not may_read(person, proposal):
        abort(404)
    return person


def actor_for(proposal: Proposal, roles: Iterable[Role]) -> Actor:
    """The officer in the first of these roles that is held; who holds none may not be here."""
    person = reader_of(proposal)
    held = roles_on(person, proposal)
    role = next((role for role in roles if role in held), None)
    if role is None:
        abort(403)
    if not proposal.import_confirmed:
        # Nothing happens to a file of an older register before a person has confirmed it. Art. 36
        abort(redirect(url_for("imports.confirm", number=proposal.number)))
    return Actor(person.id, role, _office(person, role, proposal))


def _office(person: Account, role: Role, proposal: Proposal) -> str:
    city = settings().city
    executives = city.offices_of("executive")
    if role is Role.EXECUTIVE and executives:
        return executives[0].key
    return (manages(person, proposal) if role is Role.MANAGER else None) or city.desk.key
