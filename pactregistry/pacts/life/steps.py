"""The next lawful steps of a pact for a person, each with what stands against it. Art. 5, 34.

One source for the buttons, their explanations and the page of each step.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import current_app, url_for

from pactregistry.journal import Entry
from pactregistry.pacts.life.facts import life_facts
from pactregistry.pacts.models import Pact
from pactregistry.people.acting import Actor
from pactregistry.workflow.engine import Obstacle, Row
from pactregistry.workflow.facts import PactFacts
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState, Role

# What the page of the step itself will answer: it does not stand against opening the page.
ANSWERED_BY_FORM = frozenset(
    {"reasoned", "explained", "cause_listed", "act_cited", "act_named", "members_confirmed"}
)
# Steps that have no sense unless something is there for them: then they are not offered at all.
NEEDED = frozenset(
    {
        "suspension_announced",
        "confirmation_awaited",
        "notice_running",
        "no_notice_yet",
        "breach_open",
        "ended_by_city",
        "not_renewed",
        "public_now",
        "withheld_now",
        "import_pending",
        "fundraising_agreed",
        "permit_eased",
        "money_agreed",
        "payment_open",
        "sheet_there",
        "report_missing",
        "not_closed_yet",
    }
)
# The rooms that take a step of a pact, each on a page named after it.
ROOMS = ("pacts", "reports")
# The steps that keep a pact alive, or answer what is awaited, stand first.
ONWARD = frozenset({"confirm_suspension", "resume", "answer_breach", "take_back_notice"})


@dataclass(frozen=True)
class NextStep:
    """One step that leaves the present state: its page, its roles, what stands against it now."""

    name: str
    url: str
    by: tuple[Role, ...]
    obstacles: tuple[Obstacle, ...]

    @property
    def is_onward(self) -> bool:
        """Whether it leads the pact on."""
        return self.name in ONWARD

    @property
    def is_open(self) -> bool:
        """Whether nothing binding stands against it."""
        return not any(obstacle.binds for obstacle in self.obstacles)


def next_steps(
    pact: Pact, entries: Sequence[Entry], account_id: int, roles: Iterable[Role]
) -> list[NextStep]:
    """The steps that leave the present state for these roles, those that lead on first."""
    held = frozenset(roles)
    facts = {role: life_facts(pact, entries, Actor(account_id, role)) for role in held}
    found = []
    for row in PACT.rows.values():
        role = next((role for role in row.by if role in held), None)
        url = page_of(row.step, pact.number)
        if role is None or PactState(pact.state) not in row.sources or not url:
            continue
        if row.step == "change_lead" and (pact.origin is None or pact.origin.group_id is None):
            continue  # who acts alone has no representative
        step = _next_step(row, pact, role, url, facts[role])
        if not any(obstacle.name in NEEDED for obstacle in step.obstacles):
            found.append(step)
    return sorted(found, key=lambda step: not step.is_onward)


def page_of(step: str, number: str) -> str:
    """The address of a step's page; empty where it is not taken from a page of the pact alone."""
    for endpoint in (f"{room}.{step}" for room in ROOMS):
        if endpoint not in current_app.view_functions:
            continue
        rules = list(current_app.url_map.iter_rules(endpoint))
        if any("GET" in (r.methods or ()) and r.arguments == {"number"} for r in rules):
            return url_for(endpoint, number=number)
    return ""


def _next_step(
    row: Row[PactState, PactFacts], pact: Pact, role: Role, url: str, facts: PactFacts
) -> NextStep:
    against = PACT.obstacles(row.step, PactState(pact.state), role, facts)
    standing = tuple(o for o in against if o.name not in ANSWERED_BY_FORM)
    return NextStep(row.step, url, row.by, standing)
