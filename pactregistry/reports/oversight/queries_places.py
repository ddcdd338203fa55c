"""What the pages of problems and ratings read: places under pact, not people. Art. 10(2), 30(8)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy import case, func, select
from sqlalchemy.orm import contains_eager, joinedload

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.lawbook import speak_under
from pactregistry.pacts.access import PACT_IS_PUBLIC
from pactregistry.pacts.models import Pact
from pactregistry.paging import Page, paged
from pactregistry.reports.oversight.models import Problem, Rating
from pactregistry.workflow.lifecycle import IN_FORCE
from pactregistry.workflow.states_reports import ProblemState

OPEN_PROBLEM = (ProblemState.REPORTED, ProblemState.TAKEN_UP)


@dataclass(frozen=True)
class Problems:
    """All that the public reads of problems: how many were reported, how many solved."""

    reported: int
    solved: int


def problem_by_id(problem_id: int) -> Problem:
    """A problem with its pact; raises NoResultFound."""
    query = select(Problem).where(Problem.id == problem_id)
    query = query.options(joinedload(Problem.pact), joinedload(Problem.photograph))
    problem = db.session.scalars(query).one()
    speak_under(problem.pact.pack_id)
    return problem


def problems_on(pact: Pact) -> Sequence[Problem]:
    """The problems at a place, open ones first, for both sides."""
    query = select(Problem).where(Problem.pact_id == pact.id)
    return db.session.scalars(query.order_by(*_FIRST)).all()


def own_problems(account_id: int, pact: Pact) -> Sequence[Problem]:
    """What one person reported at a place."""
    query = select(Problem).where(Problem.pact_id == pact.id, Problem.author_id == account_id)
    return db.session.scalars(query.order_by(Problem.id.desc())).all()


def problems_on_desk(number: int, *, also_closed: bool) -> Page:
    """The problems at all places, urgent ones first."""
    query = select(Problem).join(Pact).options(contains_eager(Problem.pact))
    if not also_closed:
        query = query.where(Problem.state.in_(OPEN_PROBLEM))
    return paged(query.order_by(*_FIRST), number)


def problem_counts(pact_id: int | None = None) -> Problems:
    """How many problems were reported at a place, or at all places, and how many solved."""
    solved = func.count(case((Problem.state == ProblemState.SOLVED, 1)))
    query = select(func.count(), solved).select_from(Problem).join(Pact).where(PACT_IS_PUBLIC)
    if pact_id is not None:
        query = query.where(Problem.pact_id == pact_id)
    return Problems(*db.session.execute(query).one())


def problems_by_since(account_id: int, since: datetime) -> int:
    """How many problems an account reported since an instant."""
    query = select(func.count()).where(Problem.author_id == account_id, Problem.reported_at > since)
    return db.session.scalar(query) or 0


def pacts_on_place(commons_id: int) -> Sequence[Pact]:
    """The public pacts in force on an entry of the list of commons."""
    query = select(Pact).where(
        PACT_IS_PUBLIC, Pact.state.in_(IN_FORCE), Pact.commons_id == commons_id
    )
    return db.session.scalars(query.order_by(Pact.number)).all()


def rating_by_id(rating_id: int) -> Rating:
    """A rating with its pact; raises NoResultFound."""
    query = select(Rating).where(Rating.id == rating_id).options(joinedload(Rating.pact))
    rating = db.session.scalars(query).one()
    speak_under(rating.pact.pack_id)
    return rating


def own_rating(account_id: int, pact: Pact, month: date) -> Rating | None:
    """What one person said of a place in a month, or None."""
    query = select(Rating).where(
        Rating.pact_id == pact.id, Rating.author_id == account_id, Rating.month == month
    )
    return db.session.scalars(query).one_or_none()


def ratings_on(pact: Pact, *, all_of_them: bool = False) -> Sequence[Rating]:
    """What was said of a place, the newest first; officers read what is withheld too."""
    query = select(Rating).where(Rating.pact_id == pact.id)
    if not all_of_them:
        query = query.where(Rating.withheld.is_(False))
    return db.session.scalars(query.order_by(Rating.month.desc(), Rating.id.desc())).all()


def ratings_to_read() -> Sequence[Rating]:
    """The ratings whose words wait to be read before they appear."""
    query = select(Rating).join(Pact).where(Rating.awaits_moderation.is_(True))
    query = query.options(contains_eager(Rating.pact))
    return db.session.scalars(query.order_by(Rating.id)).all()


def rating_count(pact_id: int) -> tuple[int, Decimal | None]:
    """How many ratings of a place count, and their mean where there are as many as are shown."""
    stars = _stars(pact_id)
    total = sum(stars.values())
    return total, mean_of(stars) if is_enough(total) else None


def is_enough(ratings: int) -> bool:
    """Whether so many ratings are shown: fewer would tell of single people."""
    return ratings >= max(1, settings().city.oversight.ratings_from)


def mean_of(stars: Mapping[int, int]) -> Decimal:
    """The mean of ratings counted by their stars, to one decimal."""
    total = sum(stars.values())
    said = sum(star * count for star, count in stars.items())
    return (Decimal(said) / total).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _stars(pact_id: int) -> dict[int, int]:
    query = select(Rating.stars, func.count()).where(
        Rating.pact_id == pact_id, Rating.withheld.is_(False)
    )
    rows = db.session.execute(query.group_by(Rating.stars))
    return {int(stars): int(count) for stars, count in rows}


_FIRST = (
    case((Problem.state.in_(OPEN_PROBLEM), 0), else_=1),
    Problem.urgent.desc(),
    Problem.id.desc(),
)
