"""What imports of older pacts read: what was imported before, what waits, what stands here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from pactregistry.database import db
from pactregistry.documents.models import Attachment, attachments_of
from pactregistry.journal import Entry, histories
from pactregistry.pacts.importing.application import Question
from pactregistry.pacts.importing.comparing import File
from pactregistry.pacts.importing.older.row import OlderRow
from pactregistry.pacts.models import Pact
from pactregistry.pacts.older import OlderPact
from pactregistry.workflow.lifecycle import PACT


@dataclass(frozen=True)
class Past:
    """One row that was taken before: what it told of itself then, called by its number here."""

    sha256: str
    on: date
    row: OlderRow


@dataclass(frozen=True)
class WaitingPact:
    """One older pact that waits for a person: its row, its papers and what they leave open."""

    pact: Pact
    older: OlderPact
    source: str
    line: int
    original: Mapping[str, str]
    questions: tuple[Question, ...]


def imported_before() -> list[Past]:
    """Every row of older pacts that was ever imported, confirmed or not."""
    query = (
        select(Entry, Pact.number)
        .join(Pact, Entry.subject_id == Pact.id)
        .join(OlderPact, OlderPact.pact_id == Pact.id)
        .where(Entry.subject_kind == PACT.name, Entry.step == "import")
    )
    return [_past(entry, number) for entry, number in db.session.execute(query)]


def _past(entry: Entry, number: str) -> Past:
    told: Mapping[str, Any] = entry.private
    signed = entry.facts["original_date"]
    row = OlderRow(
        line=entry.facts["line"],
        source_id=number,
        original={},
        title=told["title"],
        registry_number=told["number"],
        signed_on=date.fromisoformat(signed) if signed else None,
    )
    return Past(entry.facts["sha256"], entry.occurred_on, row)


def standing_pacts() -> list[File]:
    """The pacts of the registry, to be compared by place and title."""
    query = select(Pact.number, Pact.title, Pact.place_name, Pact.longitude, Pact.latitude)
    return [File(*columns) for columns in db.session.execute(query)]


def let_go() -> None:
    """Give the database back to others; nothing was written."""
    db.session.rollback()


def waiting_pacts() -> list[WaitingPact]:
    """The older pacts that wait for a person, in the order of their numbers."""
    query = _waiting_query().order_by(Pact.id)
    found = db.session.scalars(query).all()
    told = histories(PACT.name, [pact.id for pact in found])
    return [_waiting(pact, told[pact.id]) for pact in found]


def waiting_pact(number: str) -> WaitingPact:
    """One older pact that waits; raises NoResultFound for any other."""
    pact = db.session.scalars(_waiting_query().where(Pact.number == number)).one()
    return _waiting(pact, histories(PACT.name, [pact.id])[pact.id])


def older_pact(number: str) -> tuple[Pact, OlderPact]:
    """One older pact, confirmed or not; raises NoResultFound for any other."""
    query = select(OlderPact).join(Pact).where(Pact.number == number)
    older = db.session.scalars(query).one()
    return older.pact, older


def papers_of(pact: Pact) -> Sequence[Attachment]:
    """The papers of an older pact, the first first."""
    return attachments_of(PACT.name, pact.id)


def _waiting_query() -> Any:
    query = select(Pact).join(OlderPact).where(Pact.import_confirmed.is_(False))
    return query.options(selectinload(Pact.older))


def _waiting(pact: Pact, entries: Sequence[Entry]) -> WaitingPact:
    entry = next(entry for entry in entries if entry.step == "import")
    told: Mapping[str, Any] = entry.private
    older = pact.older
    assert older is not None  # noqa: S101 - the query joins it
    return WaitingPact(
        pact,
        older,
        entry.facts["source"],
        entry.facts["line"],
        told["original"],
        tuple(Question(q["code"], q["field"], q["details"]) for q in told["questions"]),
    )
