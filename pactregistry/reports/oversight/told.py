"""What the pages of pacts, reports and commons tell of oversight. Art. 3(1)b, 10(2), 30(8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from flask import Flask

from pactregistry.config import settings
from pactregistry.pacts.access import is_public
from pactregistry.pacts.models import Pact
from pactregistry.reports.models import Report
from pactregistry.reports.oversight import queries_places as places
from pactregistry.reports.oversight import queries_questions as questions


@dataclass(frozen=True)
class Told:
    """What anyone reads beside a pact: its questions, how many problems, its ratings."""

    questions: questions.Counts
    problems: places.Problems
    ratings: int | None  # None where the city collects none
    mean: Decimal | None


def init_app(app: Flask) -> None:
    """Give templates what they tell."""
    for shown in (oversight_of, questions_about, pacts_alive_on):
        app.add_template_global(shown)


def oversight_of(pact: Pact) -> Told | None:
    """What is told beside a pact; None for one that is not public."""
    if not is_public(pact):
        return None
    total, mean = None, None
    if settings().city.oversight.ratings:
        total, mean = places.rating_count(pact.id)
    return Told(questions.counts_on(pact.id), places.problem_counts(pact.id), total, mean)


def questions_about(report: Report) -> questions.Counts:
    """How many questions there are about a report."""
    return questions.counts_on(report_id=report.id)


def pacts_alive_on(commons_id: int) -> Sequence[Pact]:
    """The public pacts in force on an entry of the list of commons."""
    return places.pacts_on_place(commons_id)
