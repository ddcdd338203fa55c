"""Open proposals that seem to concern the same commons: by entry, place, nearness. Art. 10(7)."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, hypot, radians

from sqlalchemy import ColumnElement, and_, or_, select

from pactregistry.config import settings
from pactregistry.database import db, folded
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.engine import N_
from pactregistry.workflow.lifecycle import OPEN

METRES_PER_DEGREE = 111_200.0

SAME_ENTRY = N_("the same entry of the list of commons")
SAME_PLACE = N_("the same place")
NEAR_SAME_THEME = N_("%(metres)s metres away, the same theme")
NEAR_NO_THEME = N_("%(metres)s metres away, a theme is not told")


@dataclass(frozen=True)
class Reason:
    """Why a proposal was found: a sentence to translate, and its distance."""

    sentence: str
    metres: int = 0


@dataclass(frozen=True)
class Candidate:
    """One proposal that may compete, with all reasons why."""

    proposal: Proposal
    why: tuple[Reason, ...]


def candidates(proposal: Proposal) -> list[Candidate]:
    """The other open proposals that seem to concern the same commons, the oldest first."""
    about = list(_conditions(proposal))
    if not about:
        return []
    query = select(Proposal).where(
        Proposal.id != proposal.id,
        Proposal.state.in_(OPEN),
        Proposal.import_confirmed.is_(True),
        or_(*about),
    )
    found = db.session.scalars(query.order_by(Proposal.submitted_on, Proposal.id)).all()
    # Entries of one call are compared by its own criteria, not by a choice. Art. 11(2)
    others = [o for o in found if o.call_id is None or o.call_id != proposal.call_id]
    compared = [Candidate(other, tuple(_reasons(proposal, other))) for other in others]
    return [candidate for candidate in compared if candidate.why]


def distance(one: Proposal, two: Proposal) -> float | None:
    """The metres between two proposals, None where one has no position."""
    if None in (one.longitude, one.latitude, two.longitude, two.latitude):
        return None
    east = (_of(one.longitude) - _of(two.longitude)) * cos(radians(_of(one.latitude)))
    return hypot(east, _of(one.latitude) - _of(two.latitude)) * METRES_PER_DEGREE


def _conditions(proposal: Proposal) -> Iterator[ColumnElement[bool]]:
    # What the database can tell; the exact comparison follows on the few that it finds.
    if proposal.commons_id is not None:
        yield Proposal.commons_id == proposal.commons_id
    if folded(proposal.place_name):
        yield Proposal.search_text.contains(folded(proposal.place_name), autoescape=True)
    if proposal.longitude is not None and proposal.latitude is not None:
        high = settings().city.competing.metres / METRES_PER_DEGREE
        wide = high / cos(radians(proposal.latitude))
        yield and_(
            Proposal.longitude.between(proposal.longitude - wide, proposal.longitude + wide),
            Proposal.latitude.between(proposal.latitude - high, proposal.latitude + high),
        )


def _reasons(one: Proposal, two: Proposal) -> Iterator[Reason]:
    if one.commons_id is not None and one.commons_id == two.commons_id:
        yield Reason(SAME_ENTRY)
    if folded(one.place_name) and folded(one.place_name) == folded(two.place_name):
        yield Reason(SAME_PLACE)
    metres = distance(one, two)
    themes = {folded(one.theme), folded(two.theme)}
    near = metres is not None and metres <= settings().city.competing.metres
    if near and (len(themes) == 1 or "" in themes):
        sentence = NEAR_NO_THEME if "" in themes else NEAR_SAME_THEME
        yield Reason(sentence, round(_of(metres)))


def _of(value: float | None) -> float:
    return value or 0.0
