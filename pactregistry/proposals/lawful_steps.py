"""The next lawful steps of a file for an officer, each with what stands against it. Art. 10, 11.

One source for the buttons, their explanations and the page of each step.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import current_app, url_for

from pactregistry.journal import Entry
from pactregistry.people.acting import Actor
from pactregistry.people.models import Account
from pactregistry.proposals.facts import facts_on
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.engine import Obstacle, Row
from pactregistry.workflow.facts import ProposalFacts
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import CallState, ProposalState, Role

# What the form of the step itself will answer: it does not stand against opening the form.
ANSWERED_BY_FORM = frozenset(
    {
        "reasoned",
        "refusal_reasoned",
        "explained",
        "items_listed",
        "instrument_named",
        "previewed",
        "term_announced",
        "offices_named",
        "resolution_recorded",
        "change_is_substantial",
    }
)
# A step's page is the endpoint of its name, but for these.
PAGES = {
    "redirect": "proposals.redirect_elsewhere",
    "accept": "pacts.accept",
    "go_on_alone": "answering.go_on_alone",
    **{
        step: f"competing.{step}"
        for step in ("declare_competing", "integrate", "record_choice", "release")
    },
}
# The steps that lead a file on stand first.
ONWARD = ("open_inquiry", "resolve", "integrate", "record_choice", "release", "accept")


def comes_later(step: str) -> bool:
    """Whether a step stands after those that lead the file on."""
    return step not in ONWARD


@dataclass(frozen=True)
class NextStep:
    """One step that leaves the present state: its page, its roles, what stands against it now."""

    name: str
    url: str
    by: tuple[Role, ...]
    obstacles: tuple[Obstacle, ...]

    @property
    def is_onward(self) -> bool:
        """Whether it leads the file on."""
        return self.name in ONWARD

    @property
    def is_open(self) -> bool:
        """Whether nothing binding stands against it."""
        return not any(obstacle.binds for obstacle in self.obstacles)


def page_of(step: str, number: str) -> str:
    """The address of a step's page; empty where it is not taken from a page of its own."""
    endpoint = PAGES.get(step, f"proposals.{step}")
    return url_for(endpoint, number=number) if endpoint in current_app.view_functions else ""


def standing_obstacles(
    step: str, proposal: Proposal, role: Role, facts: ProposalFacts
) -> tuple[Obstacle, ...]:
    """What stands against a step before its form is filled in."""
    found = PROPOSAL.obstacles(step, ProposalState(proposal.state), role, facts)
    return tuple(obstacle for obstacle in found if obstacle.name not in ANSWERED_BY_FORM)


def concerns(row: Row[ProposalState, ProposalFacts], proposal: Proposal) -> bool:
    """Whether a step has a sense on this file: an author with an account takes the own steps."""
    on_behalf = Role.CITIZEN in row.by and proposal.author_id is not None
    if row.step == "go_on_alone" and not may_go_on_alone(proposal):
        return False
    already = row.withholds is not None and row.withholds == proposal.withheld
    return not (on_behalf or already) and bool(page_of(row.step, proposal.number or ""))


def may_go_on_alone(proposal: Proposal) -> bool:
    """Whether the call that a sent proposal answers was withdrawn. Art. 11(1)c, 34."""
    return proposal.call is not None and proposal.call.state == CallState.WITHDRAWN


def next_steps(
    proposal: Proposal, entries: Sequence[Entry], person: Account, roles: Iterable[Role]
) -> list[NextStep]:
    """The steps that leave the present state for these roles, those that lead on first."""
    state = ProposalState(proposal.state)
    held = tuple(roles)
    facts = facts_on(proposal, entries, Actor(person.id, Role.DESK))
    found = []
    for row in PROPOSAL.rows.values():
        role = next((role for role in row.by if role in held), None)
        if role is None or state not in row.sources or not concerns(row, proposal):
            continue
        if row.step == "choose_pack" and not facts.pack_offered:
            continue
        url = page_of(row.step, proposal.number or "")
        obstacles = standing_obstacles(row.step, proposal, role, facts)
        found.append(NextStep(row.step, url, row.by, obstacles))
    return sorted(found, key=lambda step: comes_later(step.name))
