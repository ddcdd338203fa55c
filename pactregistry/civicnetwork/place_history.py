"""The public pacts and proposals of one place over time, as bars and as a table. Art. 3(1)b, 10(6).

Plain arithmetic: the template draws the bars, and the table beside says the same in words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from sqlalchemy import select

from pactregistry.civicnetwork.published import public_title
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Entry, histories
from pactregistry.pacts.access import PACT_IS_PUBLIC
from pactregistry.pacts.models import Pact
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.reading import PROPOSAL_IS_PUBLIC
from pactregistry.workflow.lifecycle import CLOSED, PACT, PROPOSAL
from pactregistry.workflow.states import PactState

WIDE = 720  # of the picture, in its own units
LINE = 30  # the height of a bar with its number
TOP = 24  # above the bars: the years
LEAST = 4  # so that a day is seen
MOST_YEARS = 12  # as many as have room for their names


@dataclass(frozen=True)
class Span:
    """One file of the place: what it is called, from when until when, None while it goes on."""

    kind: str
    number: str
    title: str
    state: str
    url: str
    since: date
    until: date | None


@dataclass(frozen=True)
class Bar:
    """Where a file stands in the picture."""

    file: Span
    x: int
    y: int
    width: int


@dataclass(frozen=True)
class Year:
    """A year's name in the picture and where it begins."""

    name: int
    x: int


@dataclass(frozen=True)
class PlaceHistory:
    """All bars, oldest first, the years, and the height of the picture."""

    bars: tuple[Bar, ...]
    years: tuple[Year, ...]
    height: int


def history_of(commons_id: int) -> PlaceHistory:
    """What happened on a place that anyone may know: four queries whatever its number of files."""
    spans = sorted(
        (*_pacts(commons_id), *_proposals(commons_id)), key=lambda s: (s.since, s.number)
    )
    if not spans:
        return PlaceHistory((), (), 0)
    today = settings().today()
    first = date(spans[0].since.year, 1, 1)
    last = date(max((s.until or today).year for s in spans) + 1, 1, 1)
    days = (last - first).days

    def place(day: date) -> int:
        return round((day - first).days * WIDE / days)

    bars = tuple(
        Bar(
            span,
            x=place(span.since),
            y=TOP + row * LINE,
            width=max(LEAST, place(span.until or today) - place(span.since)),
        )
        for row, span in enumerate(spans)
    )
    step = -(-(last.year - first.year) // MOST_YEARS)
    years = tuple(Year(y, place(date(y, 1, 1))) for y in range(first.year, last.year, step))
    return PlaceHistory(bars, years, TOP + len(bars) * LINE)


def _pacts(commons_id: int) -> list[Span]:
    query = select(Pact).where(PACT_IS_PUBLIC, Pact.commons_id == commons_id)
    found = db.session.scalars(query).all()
    told = histories(PACT.name, [pact.id for pact in found])
    return [
        Span(
            _("Pact"),
            pact.number,
            pact.title,
            pact.state,
            f"/pacts/{pact.number}",
            since,
            _ended(told[pact.id], (PactState.ENDED,)) or pact.ends_on,
        )
        for pact in found
        if (since := pact.starts_on or pact.signed_on) is not None
    ]


def _proposals(commons_id: int) -> list[Span]:
    query = select(Proposal).where(PROPOSAL_IS_PUBLIC, Proposal.commons_id == commons_id)
    found = db.session.scalars(query).all()
    told = histories(PROPOSAL.name, [proposal.id for proposal in found])
    return [
        Span(
            _("Proposal"),
            proposal.number or "",
            public_title(proposal),
            proposal.state,
            f"/proposals/{proposal.number}",
            proposal.submitted_on,
            _ended(told[proposal.id], CLOSED),
        )
        for proposal in found
        if proposal.submitted_on is not None
    ]


def _ended(entries: Sequence[Entry], states: Sequence[str]) -> date | None:
    """The day on which a file came to its end, None while it goes on."""
    if not entries or entries[-1].to_state not in states:
        return None
    arrived = [e for e in entries if e.to_state == entries[-1].to_state != e.from_state]
    return arrived[-1].occurred_on
