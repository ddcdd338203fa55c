"""How long a question waited or waits: the City's silence is counted in public. Art. 3(1)b, 34."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pactregistry.config import settings
from pactregistry.pacts.life.terms import pack_of
from pactregistry.pacts.models import Pact
from pactregistry.reports.oversight.models import Question
from pactregistry.workflow.clocks import last_day


@dataclass(frozen=True)
class Asked:
    """A question with the days that it waited: until its answer, else until today."""

    question: Question
    days: int
    late: int

    @property
    def is_answered(self) -> bool:
        """Whether the City has said something."""
        return self.question.answered_on is not None


def asked(question: Question) -> Asked:
    """A question with the days that it waited."""
    until = question.answered_on or settings().today()
    due = question.answer_by
    late = max(0, (until - due).days) if due is not None else 0
    return Asked(question, max(0, (until - question.asked_on).days), late)


def all_asked(questions: Iterable[Question]) -> list[Asked]:
    """The same for several."""
    return [asked(question) for question in questions]


def answer_by(pact: Pact, asked_on: date) -> date | None:
    """The last day on which the City answers in time; None where no term is set."""
    term = settings().city.term(pack_of(pact), "question_answer", pact.pact_kind)
    return None if term.value is None else last_day(asked_on, term.value, term.unit)
