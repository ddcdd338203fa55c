"""The page of one step: its form, what stands against it, and the answer to its sending."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from pactregistry.config import settings
from pactregistry.journal import Entry, history
from pactregistry.proposals.acting import Actor, Day
from pactregistry.proposals.facts import facts_on
from pactregistry.proposals.forms_day import DayForm, SeenForm, TextsForm
from pactregistry.proposals.lawful_steps import standing_obstacles
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.officers import actor_for
from pactregistry.proposals.reading import received
from pactregistry.workflow.engine import Obstacle, Unlawful
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.words import STEPS


@dataclass(frozen=True)
class StepPage:
    """One step on one file, opened by one officer."""

    step: str
    proposal: Proposal
    actor: Actor
    entries: Sequence[Entry]
    shown: dict[str, Any] = field(default_factory=dict)

    def answer(
        self, form: SeenForm, take: Callable[[], object], template: str
    ) -> ResponseReturnValue:
        """Show the form, or take the step; a refused step keeps what was typed and says why."""
        if isinstance(form, TextsForm) and form.more.data:
            form.texts.append_entry()
            return self._page(form, template, self._standing())
        if not form.is_submitted():
            _begin(form, self.proposal)
            return self._page(form, template, self._standing())
        if not form.validate():
            return self._page(form, template, self._standing()), HTTPStatus.UNPROCESSABLE_ENTITY
        try:
            take()
        except Unlawful as refusal:
            return self._page(form, template, refusal.obstacles), HTTPStatus.CONFLICT
        flash(gettext(STEPS[self.step][1]), "success")
        return redirect(url_for("proposals.desk_file", number=self.proposal.number))

    def _standing(self) -> tuple[Obstacle, ...]:
        facts = facts_on(self.proposal, self.entries, self.actor)
        return standing_obstacles(self.step, self.proposal, self.actor.role, facts)

    def _page(self, form: SeenForm, template: str, against: tuple[Obstacle, ...]) -> str:
        row = PROPOSAL.rows[self.step]
        return render_template(
            template,
            form=form,
            row=row,
            against=against,
            proposal=self.proposal,
            actor=self.actor,
            **self.shown,
        )


def open_step(step: str, number: str, shown: Mapping[str, Any] | None = None) -> StepPage:
    """The page of a step for the officer who is here; others do not find it."""
    proposal = received(number)
    actor = actor_for(proposal, PROPOSAL.rows[step].by)
    entries = history(PROPOSAL.name, proposal.id)
    return StepPage(step, proposal, actor, entries, dict(shown or {}))


def day_of(form: DayForm) -> Day:
    """The day of the fact as typed."""
    return Day(form.day, form.why_earlier.data or "")


def _begin(form: SeenForm, proposal: Proposal) -> None:
    form.version.data = str(proposal.version)
    if isinstance(form, DayForm) and form.occurred_on.data is None:
        form.occurred_on.data = settings().today()
