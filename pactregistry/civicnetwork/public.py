"""What is public, and how it is searched: one condition each, used by pages, feed, data and API.

Art. 3(1)b, 11(5), 11(11).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import Select, false, func, or_, select
from sqlalchemy.orm import selectinload

from pactregistry.database import db, folded
from pactregistry.pacts.access import PACT_IS_PUBLIC
from pactregistry.pacts.models import Pact, PactVersion
from pactregistry.pacts.older import OlderPact
from pactregistry.paging import Page, paged
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.reading import PROPOSAL_IS_PUBLIC
from pactregistry.workflow.lifecycle import IN_FORCE, OPEN
from pactregistry.workflow.states import CommonsKind, Intensity

FILTERS = ("state", "district", "intensity", "kind", "pack")
NAMED: Mapping[str, type[StrEnum]] = {"intensity": Intensity, "kind": CommonsKind}

F = TypeVar("F", Pact, Proposal)


@dataclass(frozen=True)
class Search:
    """What a reader looks for: words, and a value for each filter (empty: any)."""

    words: str
    chosen: Mapping[str, str]

    @classmethod
    def read(cls, args: Mapping[str, str], filters: Sequence[str] = FILTERS) -> "Search":
        """Read a query string; unknown names are ignored."""
        chosen = {name: args[name] for name in filters if args.get(name)}
        return cls(args.get("q", "").strip(), chosen)

    def as_args(self) -> dict[str, str]:
        """The query string that repeats this search."""
        return {**({"q": self.words} if self.words else {}), **self.chosen}


def find_pacts(search: Search, page: int) -> Page:
    """Published pacts, the newest first."""
    query = _matching(select(Pact).where(PACT_IS_PUBLIC), Pact, search)
    return paged(query.order_by(Pact.published_at.desc(), Pact.id.desc()), page)


def find_proposals(search: Search, page: int) -> Page:
    """Received proposals, the newest first."""
    query = _matching(select(Proposal).where(PROPOSAL_IS_PUBLIC), Proposal, search)
    return paged(query.order_by(Proposal.submitted_on.desc(), Proposal.id.desc()), page)


def pacts_in_force(limit: int) -> Sequence[Pact]:
    """Public pacts that have not ended, the newest first."""
    query = select(Pact).where(PACT_IS_PUBLIC, Pact.state.in_(IN_FORCE))
    return db.session.scalars(query.order_by(Pact.published_at.desc()).limit(limit)).all()


def proposals_in_course(limit: int) -> Sequence[Proposal]:
    """Open proposals whose whole sheet is public, the newest first."""
    query = select(Proposal).where(
        PROPOSAL_IS_PUBLIC, Proposal.state.in_(OPEN), Proposal.comments_from.is_not(None)
    )
    return db.session.scalars(query.order_by(Proposal.submitted_on.desc()).limit(limit)).all()


def public_pact(number: str) -> Pact:
    """A published pact with all that its page and record show; raises NoResultFound."""
    query = select(Pact).where(PACT_IS_PUBLIC, Pact.number == number).options(*WITH_TEXT)
    return db.session.scalars(query).one()


def public_proposal(number: str) -> Proposal:
    """A received proposal; raises NoResultFound."""
    query = select(Proposal).where(PROPOSAL_IS_PUBLIC, Proposal.number == number)
    query = query.options(selectinload(Proposal.commons))
    return db.session.scalars(query).one()


WITH_TEXT = (
    selectinload(Pact.versions).selectinload(PactVersion.sections),
    selectinload(Pact.versions).selectinload(PactVersion.supports),
    selectinload(Pact.versions).selectinload(PactVersion.signatories),
    selectinload(Pact.adherents),
    selectinload(Pact.proposal),
    selectinload(Pact.commons),
    selectinload(Pact.predecessor),
    selectinload(Pact.older).selectinload(OlderPact.public_papers),
)


def all_pacts(after: int = 0, limit: int | None = None) -> Sequence[Pact]:
    """Published pacts by id, with their text, for downloads and the API."""
    query = select(Pact).where(PACT_IS_PUBLIC, Pact.id > after).options(*WITH_TEXT)
    return db.session.scalars(query.order_by(Pact.id).limit(limit)).all()


def all_proposals(after: int = 0, limit: int | None = None) -> Sequence[Proposal]:
    """Received proposals by id, for downloads and the API."""
    query = select(Proposal).where(PROPOSAL_IS_PUBLIC, Proposal.id > after)
    query = query.options(selectinload(Proposal.commons))
    return db.session.scalars(query.order_by(Proposal.id).limit(limit)).all()


def figures() -> dict[str, dict[str, int]]:
    """How many public pacts and proposals there are in each state."""
    return {
        "pacts": _by_state(Pact, PACT_IS_PUBLIC),
        "proposals": _by_state(Proposal, PROPOSAL_IS_PUBLIC),
    }


def _by_state(model: type[F], condition: Any) -> dict[str, int]:
    query = select(model.state, func.count()).where(condition).group_by(model.state)
    return {str(state): count for state, count in db.session.execute(query)}


def _matching(query: Select[Any], model: type[F], search: Search) -> Select[Any]:
    columns: Mapping[str, Any] = {
        "state": model.state,
        "district": model.district,
        "intensity": model.intensity,
        "kind": model.commons_kind,
        "pack": model.pack_id,
    }
    for name, value in search.chosen.items():
        # PostgreSQL refuses to compare a kind with a word that names none.
        known = name not in NAMED or value in set(NAMED[name])
        query = query.where(columns[name] == value if known else false())
    for word in folded(search.words).split():
        in_text = model.search_text.contains(word, autoescape=True)
        query = query.where(or_(in_text, func.lower(model.number) == word))
    return query
