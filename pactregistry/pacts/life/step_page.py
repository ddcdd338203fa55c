"""The page of one step on a pact, opened by who may take it. Art. 5(2)b, 34."""

from typing import Any

from flask import url_for

from pactregistry.journal import history
from pactregistry.pacts.life.facts import life_facts
from pactregistry.pacts.life.speaking import actor_on
from pactregistry.pacts.life.steps import ANSWERED_BY_FORM
from pactregistry.pacts.models import Pact
from pactregistry.people import step_page
from pactregistry.people.acting import Day, today
from pactregistry.people.forms_day import DayForm, SeenForm
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


def day_of(form: SeenForm) -> Day:
    """The day of the fact as typed; today where the form does not ask for it."""
    return step_page.day_of(form) if isinstance(form, DayForm) else today()
