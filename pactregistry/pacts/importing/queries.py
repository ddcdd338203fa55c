"""What imports read: files that wait for a person, what was imported before, what stands here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from pactregistry.database import db, folded
from pactregistry.journal import Entry, histories
from pactregistry.pacts.importing.application import Question
from pactregistry.pacts.importing.comparing import File
from pactregistry.pacts.models import Pact
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import ProposalState


@dataclass(frozen=True)
class Imported:
    """One row that was taken before."""

    sha256: str
    form: str
    row: str
    title: str
    on: date


@dataclass(frozen=True)
class Waiting:
    """One imported file that waits for a person: where it came from and what it leaves open."""

    proposal: Proposal
    source: str
    row: str
    line: int
    original: Mapping[str, str]
    questions: tuple[Question, ...]


def imported_before() -> list[Imported]:
    """Every row that was ever imported, confirmed or not."""
    query = select(Entry).where(Entry.subject_kind == "proposal", Entry.step == "import")
    return [
        Imported(
            entry.facts["sha256"],
            entry.facts["format"],
            entry.facts["row"],
            folded(entry.private["title"]),
            entry.occurred_on,
        )
        for entry in db.session.scalars(query)
    ]


def standing_files() -> list[File]:
    """The files of the registry, to be compared by place and title."""
    query = select(
        Proposal.number,
        Proposal.title,
        Proposal.place_name,
        Proposal.longitude,
        Proposal.latitude,
    ).where(Proposal.state != ProposalState.DRAFT)
    return [
        File(number or "", title, place, longitude, latitude)
        for number, title, place, longitude, latitude in db.session.execute(query)
    ]


def waiting_files() -> list[Waiting]:
    """The imported files that wait for a person, in the order of their numbers."""
    query = select(Proposal).where(Proposal.import_confirmed.is_(False)).order_by(Proposal.id)
    found = db.session.scalars(query).all()
    told = histories("proposal", [proposal.id for proposal in found])
    return [_waiting(proposal, told[proposal.id]) for proposal in found]


def waiting_file(number: str) -> Waiting:
    """One imported file that waits; raises NoResultFound for any other."""
    query = select(Proposal).where(Proposal.number == number, Proposal.import_confirmed.is_(False))
    proposal = db.session.scalars(query).one()
    return _waiting(proposal, histories("proposal", [proposal.id])[proposal.id])


def pact_of(proposal: Proposal) -> Pact | None:
    """The pact that came with an imported proposal, or None."""
    query = select(Pact).where(Pact.proposal_id == proposal.id)
    return db.session.scalar(query.options(selectinload(Pact.versions)))


def _waiting(proposal: Proposal, entries: Sequence[Entry]) -> Waiting:
    entry = next(entry for entry in entries if entry.step == "import")
    told: Mapping[str, Any] = entry.private
    return Waiting(
        proposal,
        entry.facts["source"],
        entry.facts["row"],
        entry.facts["line"],
        told["original"],
        tuple(Question(q["code"], q["field"], q["details"]) for q in told["questions"]),
    )
