"""What the pages and actions of questions read. Art. 3(1)b, 30(3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, case, false, func, select
from sqlalchemy.orm import contains_eager, joinedload

from pactregistry.config import settings
from pactregistry.database import db, folded
from pactregistry.lawbook import speak_under
from pactregistry.pacts.access import PACT_IS_PUBLIC
from pactregistry.pacts.access import is_public as pact_is_public
from pactregistry.pacts.models import Pact
from pactregistry.paging import Page, paged
from pactregistry.reports.models import Report
from pactregistry.reports.oversight.models import About, Question
from pactregistry.reports.oversight.words import PROGRESS, Shelf
from pactregistry.workflow.states_reports import QuestionState

SHOWN: ColumnElement[bool] = and_(
    Question.withheld.is_(False), Question.awaits_moderation.is_(False)
)
ASKED: ColumnElement[bool] = Question.state == QuestionState.ASKED


@dataclass(frozen=True)
class Filters:
    """What a reader of the public list looks for; empty values ask for nothing."""

    words: str = ""
    progress: str = ""
    about: str = ""
    district: str = ""

    @classmethod
    def read(cls, args: Mapping[str, str]) -> "Filters":
        """Read a query string; values that name nothing are ignored."""
        progress, about = args.get("progress", ""), args.get("about", "")
        district = args.get("district", "")
        return cls(
            words=args.get("q", "").strip(),
            progress=progress if progress in PROGRESS else "",
            about=about if about in set(About) else "",
            district=district if district in settings().city.districts else "",
        )

    def as_args(self) -> dict[str, str]:
        """The query string that repeats this search."""
        given = {
            "q": self.words,
            "progress": self.progress,
            "about": self.about,
            "district": self.district,
        }
        return {name: value for name, value in given.items() if value}


@dataclass(frozen=True)
class Counts:
    """How many public questions there are on a pact, or on all: asked, waiting, late."""

    total: int
    waiting: int
    late: int


def question_by_id(question_id: int) -> Question:
    """A question with its pact; raises NoResultFound."""
    query = select(Question).where(Question.id == question_id)
    query = query.options(joinedload(Question.pact), joinedload(Question.report))
    question = db.session.scalars(query).one()
    speak_under(question.pact.pack_id)
    return question


def is_public(question: Question) -> bool:
    """Whether anyone may read it."""
    shown = not (question.withheld or question.awaits_moderation)
    return shown and pact_is_public(question.pact)


def find_questions(filters: Filters, number: int) -> Page:
    """The public questions that match: those that wait longest first, then the newest answers."""
    query = _public()
    if filters.progress:
        query = query.where(_progress(filters.progress))
    if filters.about:
        query = query.where(Question.about == filters.about)
    if filters.district:
        query = query.where(Pact.district == filters.district)
    for word in folded(filters.words).split():
        query = query.where(Question.search_text.contains(word, autoescape=True))
    return paged(_in_order(query), number)


def questions_on(pact: Pact, number: int, report: Report | None = None) -> Page:
    """The public questions on one pact, or on one of its reports."""
    query = _public().where(Question.pact_id == pact.id)
    if report is not None:
        query = query.where(Question.report_id == report.id)
    return paged(_in_order(query), number)


def counts_on(pact_id: int | None = None, report_id: int | None = None) -> Counts:
    """How many public questions there are on a pact, on a report, or on all; in one query."""
    query = select(
        func.count(),
        func.count(case((ASKED, 1))),
        func.count(case((_progress("late"), 1))),
    )
    query = query.select_from(Question).join(Pact).where(PACT_IS_PUBLIC, SHOWN)
    if pact_id is not None:
        query = query.where(Question.pact_id == pact_id)
    if report_id is not None:
        query = query.where(Question.report_id == report_id)
    return Counts(*db.session.execute(query).one())


def on_desk(shelf: Shelf, number: int) -> Page:
    """One part of the desk's list; what is due first stands on top."""
    query = select(Question).join(Pact).options(contains_eager(Question.pact))
    query = query.options(joinedload(Question.report)).where(_ON_SHELF[shelf])
    if shelf is Shelf.ANSWERED:
        return paged(query.order_by(Question.answered_on.desc(), Question.id.desc()), number)
    return paged(query.order_by(Question.answer_by, Question.id), number)


def waiting_on_desk() -> int:
    """How many questions wait for the office."""
    return db.session.scalar(select(func.count()).where(_ON_SHELF[Shelf.WAITING])) or 0


def unanswered() -> Sequence[int]:
    """The questions that wait for an answer, for what is due by date."""
    query = select(Question.id).where(_ON_SHELF[Shelf.WAITING], Question.answer_by.is_not(None))
    return db.session.scalars(query.order_by(Question.id)).all()


def asked_by_since(account_id: int, since: datetime) -> int:
    """How many questions an account asked since an instant."""
    query = select(func.count()).where(Question.author_id == account_id, Question.asked_at > since)
    return db.session.scalar(query) or 0


def own_questions(account_id: int, pact: Pact) -> Sequence[Question]:
    """A person's own questions on a pact that the public does not read."""
    query = select(Question).where(
        Question.author_id == account_id, Question.pact_id == pact.id, ~SHOWN
    )
    return db.session.scalars(query.order_by(Question.id)).all()


def all_public() -> Sequence[Question]:
    """Every public question by id, for downloads and the API."""
    return db.session.scalars(_public().order_by(Question.id)).all()


_ON_SHELF: Mapping[Shelf, ColumnElement[bool]] = {
    Shelf.WAITING: and_(ASKED, Question.withheld.is_(False)),
    Shelf.TO_READ: Question.awaits_moderation.is_(True),
    Shelf.TOLD_OF: and_(Question.reports > 0, Question.withheld.is_(False)),
    Shelf.ANSWERED: and_(Question.state == QuestionState.ANSWERED, Question.withheld.is_(False)),
    Shelf.WITHHELD: Question.withheld.is_(True),
}


def _public() -> Select[Question]:
    query = select(Question).join(Pact).where(PACT_IS_PUBLIC, SHOWN)
    return query.options(contains_eager(Question.pact), joinedload(Question.report))


def _in_order(query: Select[Question]) -> Select[Question]:
    waits = case((ASKED, 0), else_=1)
    newest = case((ASKED, None), else_=Question.answered_on)
    return query.order_by(waits, newest.desc(), Question.asked_on, Question.id)


def _progress(name: str) -> ColumnElement[bool]:
    if name == "waiting":
        return ASKED
    if name == "answered":
        return Question.state == QuestionState.ANSWERED
    if name == "late":
        return and_(ASKED, Question.answer_by < settings().today())
    return false()
