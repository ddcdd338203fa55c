"""Who reads a question, a problem, a rating; who acts on it. Art. 3(1)b, 10(2), 4(3).

What is not public answers as if it did not exist, except to its author and to the office.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import abort
from sqlalchemy.exc import NoResultFound

from pactregistry.config import settings
from pactregistry.pacts import doors
from pactregistry.pacts.access import CITY_SIDE, Seat, seat_on
from pactregistry.pacts.access import is_public as pact_is_public
from pactregistry.pacts.models import Pact
from pactregistry.pacts.queries import pact_by_number
from pactregistry.people.acting import Actor
from pactregistry.people.current import account
from pactregistry.reports.oversight.models import Problem, Question, Rating
from pactregistry.reports.oversight.queries_places import problem_by_id, rating_by_id
from pactregistry.reports.oversight.queries_questions import is_public, question_by_id
from pactregistry.workflow.states import Role


@dataclass(frozen=True)
class Reader:
    """What a person is to one question, problem or rating."""

    seat: Seat
    is_author: bool

    @property
    def is_office(self) -> bool:
        """Whether an officer of the office in charge reads it."""
        return bool(self.seat.roles & CITY_SIDE)


def public_pact(number: str) -> Pact:
    """A pact that anyone may read; oversight is of what is public."""
    pact = pact_by_number(number)
    if not pact_is_public(pact):
        raise NoResultFound
    return pact


def question_here(question_id: int) -> tuple[Question, Reader]:
    """A question for who may read it; a withheld one too, of which the page shows no word."""
    question = question_by_id(question_id)
    reader = _reader(question)
    tombstone = question.withheld and pact_is_public(question.pact)
    hidden = question.awaits_moderation or not (is_public(question) or tombstone)
    if hidden and not (reader.is_office or reader.is_author):
        raise NoResultFound
    return question, reader


def problem_here(problem_id: int) -> tuple[Problem, Reader]:
    """A problem for its author and for both sides; for all others it is not there."""
    problem = problem_by_id(problem_id)
    reader = _reader(problem)
    if not (reader.is_author or reader.seat.reads):
        raise NoResultFound
    return problem, reader


def rating_here(rating_id: int) -> tuple[Rating, Reader]:
    """A rating for a step on it; only where the city collects them."""
    ratings_are_on()
    rating = rating_by_id(rating_id)
    reader = _reader(rating)
    if not reader.seat.reads:
        raise NoResultFound
    return rating, reader


def actor_among(reader: Reader, roles: Iterable[Role]) -> Actor:
    """The person at the page in the first of these roles on the pact."""
    return doors.actor_for(reader.seat, roles)


def ratings_are_on() -> None:
    """Let nobody in where the city does not collect ratings."""
    if not settings().city.oversight.ratings:
        abort(404)


def beginner(pact: Pact) -> Actor:
    """Who asks or reports: a citizen, or the desk for somebody who wrote or called."""
    seat = seat_on(pact, account())
    return doors.actor_for(Seat(seat.roles | {Role.CITIZEN}, reads=True), (Role.DESK, Role.CITIZEN))


def _reader(subject: Question | Problem | Rating) -> Reader:
    person = account()
    mine = person is not None and subject.author_id == person.id
    return Reader(seat_on(subject.pact, person), mine)
