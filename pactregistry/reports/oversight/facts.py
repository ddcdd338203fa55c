"""Gathers what the guards on questions, problems and ratings read. Art. 3(1)b, 30(3), 30(8)."""

from dataclasses import replace
from typing import Any

from pactregistry.config import settings
from pactregistry.pacts.access import is_public
from pactregistry.pacts.models import Pact
from pactregistry.people.acting import Actor
from pactregistry.reports.facts import takes_part
from pactregistry.reports.oversight.models import Problem, Question, Rating
from pactregistry.workflow.facts_reports import QuestionFacts
from pactregistry.workflow.states import Role


def facts_to_begin(pact: Pact, *, text: str = "", name: str = "", **typed: Any) -> QuestionFacts:
    """The facts for a question, a problem or a rating that is about to begin."""
    facts = QuestionFacts(
        is_public=is_public(pact),
        words_missing=not text.strip(),
        name_missing=not name.strip(),
        switched_on=settings().city.oversight.ratings,
    )
    return replace(facts, **typed)


def facts_on(subject: Question | Problem | Rating, actor: Actor, **typed: Any) -> QuestionFacts:
    """The facts on one that stands, for who acts; with what the form adds."""
    for_city = actor.role is Role.DESK
    facts = QuestionFacts(
        withheld=subject.withheld,
        is_public=is_public(subject.pact),
        actor_is_author=subject.author_id == actor.account_id,
        actor_takes_part=for_city and takes_part(subject.pact, actor.account_id),
    )
    return replace(facts, **typed)
