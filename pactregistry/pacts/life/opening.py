"""How every step on a signed pact begins: not stale, on a day that can be, its facts gathered."""

from typing import Any

from pactregistry import journal
from pactregistry.pacts.life.facts import life_facts
from pactregistry.pacts.models import Pact
from pactregistry.people.acting import Actor, Day, check_day
from pactregistry.workflow.facts import PactFacts
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState


def begin(step: str, pact: Pact, actor: Actor, seen: int, day: Day, **typed: Any) -> PactFacts:
    """The facts for a step, once the form and its day are found good.

    Raises:
        Stale: the pact has moved on since the form was opened.
        Unlawful: the day is in the future, or earlier than the previous step without a reason.
    """
    journal.expect(pact, PACT.name, seen)
    entries = journal.history(PACT.name, pact.id)
    facts = life_facts(pact, entries, actor, **typed)
    check_day(PACT, step, PactState(pact.state), actor, facts, (day, entries))
    return facts
