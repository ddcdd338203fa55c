"""The reads of training sessions. Art. 18."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.paging import Page, paged
from pactregistry.supports.training.models import Audience, Session, SessionPact, SignUp
from pactregistry.workflow.citations import cite
from pactregistry.workflow.pack import Choice, Pack
from pactregistry.workflow.states import SessionState

WITH_PEOPLE = selectinload(Session.people).selectinload(SignUp.account)
RISKS = cite("31(1)")[0]
STAFF = cite("18(5)")[0]


@dataclass(frozen=True)
class Filters:
    """What a reader looks for; empty values ask for nothing."""

    past: bool = False
    audience: str = ""

    @classmethod
    def read(cls, args: Mapping[str, str]) -> "Filters":
        """Read a query string; values that name nothing are ignored."""
        audience = args.get("audience", "")
        return cls(args.get("past") == "1", audience if audience in set(Audience) else "")

    def as_args(self) -> dict[str, str]:
        """The query string that repeats this search."""
        given = {"past": "1" if self.past else "", "audience": self.audience}
        return {name: value for name, value in given.items() if value}


def session(number: str) -> Session:
    """One session with its list; raises NoResultFound."""
    query = select(Session).where(Session.number == number).options(WITH_PEOPLE)
    return db.session.scalars(query).one()


def find(filters: Filters, page: int) -> Page:
    """The sessions to come, the next first; or those that are over, the last first."""
    now = settings().now()
    query = select(Session).options(WITH_PEOPLE)
    if filters.audience:
        query = query.where(Session.audience.in_([filters.audience, Audience.BOTH]))
    if filters.past:
        return paged(query.where(Session.ends_at <= now).order_by(Session.starts_at.desc()), page)
    return paged(query.where(Session.ends_at > now).order_by(Session.starts_at, Session.id), page)


def planned(after: datetime) -> Sequence[Session]:
    """The sessions that are still to begin."""
    query = select(Session).where(Session.state == SessionState.PLANNED, Session.starts_at > after)
    return db.session.scalars(query.options(WITH_PEOPLE).order_by(Session.starts_at)).all()


def sessions_of_pact(pact_id: int) -> Sequence[Session]:
    """The sessions that serve a pact, by day."""
    linked = select(SessionPact.session_id).filter_by(pact_id=pact_id)
    query = select(Session).where(Session.id.in_(linked)).options(selectinload(Session.people))
    return db.session.scalars(query.order_by(Session.starts_at)).all()


def pact_ids_of(session_id: int) -> Sequence[int]:
    """The pacts that a session serves, by number of row."""
    return db.session.scalars(select(SessionPact.pact_id).filter_by(session_id=session_id)).all()


def own_place(found: Session, account_id: int) -> SignUp | None:
    """A person's line on the list, also of who has left it."""
    return next((p for p in found.people if p.account_id == account_id), None)


def attended_topics(account_ids: Collection[int]) -> set[str]:
    """The topics of the sessions that some people attended."""
    query = select(Session.topics).join(SignUp)
    came = query.where(SignUp.attended.is_(True), SignUp.account_id.in_(account_ids))
    return {topic for topics in db.session.scalars(came) for topic in topics}


def held_figures() -> tuple[int, int]:
    """How many sessions were held, and how many people came in all."""
    held = select(func.count()).where(Session.state == SessionState.HELD)
    came = select(func.count()).where(SignUp.attended.is_(True))
    return db.session.scalar(held) or 0, db.session.scalar(came) or 0


def on_risks(pack: Pack) -> frozenset[str]:
    """The topics on risks and equipment, by what they cite. Art. 18(4), 31(1)."""
    return frozenset(topic.key for topic in pack.topics if RISKS in topic.cites)


def for_staff(topic: Choice) -> bool:
    """Whether a topic is for the City's staff. Art. 18(5)."""
    return STAFF in topic.cites
