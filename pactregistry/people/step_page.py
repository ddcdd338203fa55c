"""The page of one step on any file: its form, what stands against it, the answer. Art. 34."""

from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Generic

from flask import flash, redirect, render_template
from flask.typing import ResponseReturnValue

from pactregistry.config import settings
from pactregistry.journal import Subject
from pactregistry.languages import step_past
from pactregistry.people.acting import Actor, Day, today
from pactregistry.people.forms_day import DayForm, SeenForm
from pactregistry.workflow.engine import F, Machine, Obstacle, S, Unlawful

# What the form of the step itself will answer: it does not stand against opening the form.
ANSWERED_BY_FORM = frozenset({"reasoned", "explained"})


@dataclass(frozen=True)
class StepPage(Generic[S, F]):
    """One step on one file, opened by one person.

    `name` is how the page calls the file, `back` where it leads when the step is taken; `answered`
    are the guards whose facts the form brings.
    """

    machine: Machine[S, F]
    step: str
    subject: Subject
    actor: Actor
    facts: F
    name: str
    back: str
    answered: frozenset[str] = ANSWERED_BY_FORM
    shown: dict[str, Any] = field(default_factory=dict)

    def answer(
        self, form: SeenForm, take: Callable[[], object], template: str = "step.html"
    ) -> ResponseReturnValue:
        """Show the form, or take the step; a refused step keeps what was typed and says why."""
        if form.grew():
            return self.again(form, template)
        if not form.is_submitted():
            _begin(form, self.subject)
            return self.again(form, template)
        if not form.validate():
            return self.again(form, template), HTTPStatus.UNPROCESSABLE_ENTITY
        try:
            take()
        except Unlawful as refusal:
            return self._page(form, template, refusal.obstacles), HTTPStatus.CONFLICT
        flash(step_past(self.step, self.machine.name), "success")
        return redirect(self.back)

    def again(self, form: SeenForm, template: str = "step.html") -> str:
        """The page with its form as it was typed, and what stands against the step before that."""
        return self._page(form, template, self.standing())

    def standing(self) -> tuple[Obstacle, ...]:
        """What stands against the step before its form is filled in."""
        state = self.machine.states(self.subject.state)
        found = self.machine.obstacles(self.step, state, self.actor.role, self.facts)
        return tuple(obstacle for obstacle in found if obstacle.name not in self.answered)

    def _page(self, form: SeenForm, template: str, against: tuple[Obstacle, ...]) -> str:
        return render_template(
            template,
            form=form,
            row=self.machine.rows[self.step],
            machine=self.machine.name,
            against=against,
            name=self.name,
            back=self.back,
            actor=self.actor,
            **self.shown,
        )


def day_of(form: SeenForm) -> Day:
    """The day of the fact as typed; today where the form does not ask for it."""
    return Day(form.day, form.why_earlier.data or "") if isinstance(form, DayForm) else today()


def _begin(form: SeenForm, subject: Subject) -> None:
    form.version.data = str(subject.version)
    if isinstance(form, DayForm) and form.occurred_on.data is None:
        form.occurred_on.data = settings().today()
