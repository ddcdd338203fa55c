"""Problems at a place under pact: reported to both sides, taken up, solved. Art. 3(1)b, 10(2)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents.actions import Kept, attach
from pactregistry.pacts import letters
from pactregistry.pacts.models import Pact
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, Day, act, check_day, today
from pactregistry.reports.oversight.facts import facts_on, facts_to_begin
from pactregistry.reports.oversight.models import Problem
from pactregistry.reports.oversight.opening import begin_under, stop_a_flood
from pactregistry.reports.oversight.queries_places import problems_by_since
from pactregistry.workflow.lifecycle import PROBLEM
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_reports import ProblemState

CLOSES = frozenset({ProblemState.SOLVED, ProblemState.SET_ASIDE})


@dataclass(frozen=True)
class Found:
    """What somebody found at a place; nobody but both sides reads it."""

    text: str
    where: str
    urgent: bool
    contact: str = ""
    picture: Kept | None = None


def report(pact: Pact, actor: Actor, found: Found) -> Problem:
    """Tell both sides of a problem at once; the desk records one that was called in.

    Raises:
        Unlawful: the pact is not public, or there is no text.
        Flood: this person reported many in a short time.
    """
    here = settings()
    author_id = None if actor.role is Role.DESK else actor.account_id
    step = PROBLEM.take("report", None, actor.role, facts_to_begin(pact, text=found.text))
    stop_a_flood(author_id, problems_by_since)
    problem = Problem(
        pact_id=pact.id,
        author_id=author_id,
        text=found.text.strip(),
        where=found.where.strip(),
        contact=found.contact.strip(),
        urgent=found.urgent,
        reported_at=here.now(),
        reported_on=here.today(),
    )
    begin_under(problem, pact)
    journal.record(problem, step, act(actor, today()))
    if found.picture is not None:
        kept = attach(
            found.picture,
            ("problem", problem.id),
            "photograph",
            added_at=here.now(),
            added_by_id=actor.account_id,
        )
        problem.attachment_id = kept.id
    _tell_both(problem, "problem_reported")
    db.session.commit()
    return problem


def take_up(problem: Problem, actor: Actor, seen: int, day: Day) -> None:
    """Say that one's side takes care of it."""
    _move("take_up", problem, actor, seen, day, "")


def solve(problem: Problem, actor: Actor, seen: int, day: Day, word: str) -> None:
    """Say in a word how it was solved."""
    _move("solve", problem, actor, seen, day, word, lambda said: {"answer": said})


def set_aside(problem: Problem, actor: Actor, seen: int, day: Day, reason: str) -> None:
    """Set it aside for the City, with a reason that its author reads."""
    _move("set_aside", problem, actor, seen, day, reason, lambda said: {"reasons": (said,)})


def take_up_again(problem: Problem, actor: Actor, seen: int, day: Day, reason: str) -> None:
    """Open it again, because it is there still."""
    _move("take_up_again", problem, actor, seen, day, reason, lambda said: {"reasons": (said,)})


def _move(
    step: str,
    problem: Problem,
    actor: Actor,
    seen: int,
    day: Day,
    word: str,
    typed: Callable[[str], dict[str, Any]] = lambda _said: {},
) -> None:
    journal.expect(problem, PROBLEM.name, seen)
    said = word.strip()
    entries = journal.history(PROBLEM.name, problem.id)
    state = ProblemState(problem.state)
    facts = facts_on(problem, actor, **typed(said))
    check_day(PROBLEM, step, state, actor, facts, (day, entries))
    taken = PROBLEM.take(step, state, actor.role, facts)
    closes = taken.to in CLOSES
    problem.answer = said if closes else ""
    problem.closed_on = day.occurred_on if closes else None
    # The public never reads of one problem: neither what was found nor what was said of it.
    journal.record(problem, taken, act(actor, day, private={"said": said}))
    _tell_both(problem, "problem_moved", step=step, said=said)
    db.session.commit()


def _tell_both(problem: Problem, template: str, **told: object) -> None:
    pact = problem.pact
    page = f"{settings().base_url}/problems/{problem.id}"
    author = addressees.of_account(problem.author_id) if told else []
    to = [*author, *letters.deciders_of(pact), *addressees.desk()]
    letters.write(to, template, pact, problem=problem, page=page, **told)
