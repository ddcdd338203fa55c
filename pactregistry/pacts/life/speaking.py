"""The page of a step on a signed pact, and who takes it. Art. 4(3), 5(2)b, 10(2), 34, 36(1)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from flask import url_for

from pactregistry.journal import history
from pactregistry.pacts import doors
from pactregistry.pacts.life.facts import life_facts
from pactregistry.pacts.life.steps import ANSWERED_BY_FORM
from pactregistry.pacts.models import Pact
from pactregistry.people import step_page
from pactregistry.people.acting import Actor
from pactregistry.workflow.facts import PactFacts
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState, Role

TEMPLATE = "pacts/life/step.html"
CITY = frozenset({Role.DESK, Role.MANAGER})


class StepPage(step_page.StepPage[PactState, PactFacts]):
    """One step on one pact."""

    @property
    def pact(self) -> Pact:
        """The file."""
        found: Pact = self.shown["pact"]
        return found

    @property
    def by_desk(self) -> bool:
        """Whether the desk types what somebody else decided."""
        return self.actor.role is Role.DESK

    def knowing(self, back: str = "", **facts: Any) -> "StepPage":
        """The same page with facts of a room above, leading back to another address if named."""
        known = replace(self.facts, **facts)
        return StepPage(**{**vars(self), "facts": known, "back": back or self.back})


def open_step(step: str, number: str, **shown: Any) -> StepPage:
    """The page of a step for who is here; others do not find it."""
    pact, actor = actor_on(number, PACT.rows[step].by)
    back = "pacts.desk_file" if actor.role in CITY else "pacts.show"
    return StepPage(
        machine=PACT,
        step=step,
        subject=pact,
        actor=actor,
        facts=life_facts(pact, history(PACT.name, pact.id), actor),
        name=f"{pact.number} · {pact.title}",
        back=url_for(back, number=number),
        answered=ANSWERED_BY_FORM,
        shown={"pact": pact, **shown},
    )


def actor_on(number: str, roles: Iterable[Role]) -> tuple[Pact, Actor]:
    """The pact with the person at the page, in the first role that may take the step."""
    pact, seat = doors.pact_at_table(number)
    actor = doors.actor_for(seat, roles)
    doors.confirmed_first(pact)
    return pact, actor
