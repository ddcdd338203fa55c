"""What the pages of committees read: seats of a person, disputes of a secretary. Art. 33(1)."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, and_, func, or_, select

from pactregistry.conciliation.models import Dispute, Member
from pactregistry.conciliation.queries import OFFICERS, OPEN, with_all
from pactregistry.database import db, folded
from pactregistry.journal import Entry
from pactregistry.pacts.access import seats_on
from pactregistry.pacts.around import with_origins
from pactregistry.pacts.models import Pact
from pactregistry.people.models import Account


def named_in(person: Account) -> list[Member]:
    """The seats in open disputes for which a person is named, the oldest first."""
    by_address = and_(Member.account_id.is_(None), Member.email == func.lower(person.email))
    query = (
        select(Member)
        .join(Dispute)
        .where(
            Dispute.state.in_(OPEN),
            Member.current.is_(True),
            or_(Member.account_id == person.id, by_address),
        )
    )
    found = db.session.scalars(query.order_by(Member.id)).all()
    return [member for member in found if member.designated]


def disputes_of_secretary(person: Account, words: str = "", district: str = "") -> list[Dispute]:
    """The open disputes that a secretary may convene, those due first; as many queries as for one.

    Without those in which the person has a place already: a side, a seat, a part in the file. The
    words are looked for in what is public of the pact, and may be a number.
    """
    query = with_all(select(Dispute).where(Dispute.state.in_(OPEN)))
    sought = list(_matches(words, district))
    if sought:
        query = query.where(Dispute.pact.has(and_(*sought)))
    found = db.session.scalars(query.order_by(Dispute.propose_by, Dispute.id)).all()
    pacts = list({dispute.pact_id: dispute.pact for dispute in found}.values())
    seats = seats_on(pacts, person)
    kept = with_origins(pacts)  # held while the origins below are asked for
    files = _files_of(person)
    return [
        dispute
        for dispute in found
        if kept
        and not {person.id, person.email.lower()} & _people_of(dispute)
        and not seats[dispute.pact_id].reads
        and not files & _files_around(dispute.pact)
    ]


def _matches(words: str, district: str) -> Iterator[ColumnElement[bool]]:
    if district:
        yield Pact.district == district
    for word in folded(words).split():
        numbers = func.lower(Dispute.number) == word, func.lower(Pact.number) == word
        yield or_(Pact.search_text.contains(word, autoescape=True), *numbers)


def _people_of(dispute: Dispute) -> set[int | str | None]:
    members = {m.account_id for m in dispute.members if m.designated}
    return members | {dispute.author_id, dispute.third_account_id, dispute.third_email}


def _files_of(person: Account) -> set[tuple[str, int]]:
    query = select(Entry.subject_kind, Entry.subject_id).where(
        Entry.actor_id == person.id, Entry.by_role.in_(OFFICERS)
    )
    return {(kind, key) for kind, key in db.session.execute(query.distinct())}


def _files_around(pact: Pact) -> set[tuple[str, int]]:
    origin = {("proposal", pact.origin.id)} if pact.origin is not None else set()
    return {("pact", pact.id), *(("version", v.id) for v in pact.versions)} | origin
