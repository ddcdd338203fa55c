"""The next lawful steps of an entry, each with what stands against it. Art. 10(6)."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import current_app, url_for

from pactregistry.commons.inventory.facts import facts_on
from pactregistry.commons.inventory.models import Commons
from pactregistry.people.step_page import ANSWERED_BY_FORM
from pactregistry.workflow.engine import Obstacle
from pactregistry.workflow.lifecycle import COMMONS
from pactregistry.workflow.states import CommonsState, Role

# A change of owner and the end of an entry touch pacts and proposals, so they stand with the pacts.
PAGES = {
    "list": "inventory.put_on_list",
    "decline": "inventory.decline",
    "revise": "inventory.revise",
    "change_owner": "pacts.change_owner",
    "withdraw": "pacts.take_off_list",
    "withhold": "inventory.withhold",
    "restore": "inventory.restore",
}
# What the whole form of an entry answers.
ANSWERED = ANSWERED_BY_FORM | {
    "aims_stated",
    "owner_stated",
    "source_act_cited",
    "temporary_use_ends",
    "licence_stated",
}


@dataclass(frozen=True)
class NextStep:
    """One step that an officer may take on an entry: its page, what stands against it now."""

    name: str
    url: str
    obstacles: tuple[Obstacle, ...]

    @property
    def is_open(self) -> bool:
        """Whether nothing binding stands against it."""
        return not any(obstacle.binds for obstacle in self.obstacles)


def next_steps(commons: Commons, actor_id: int, roles: Iterable[Role]) -> list[NextStep]:
    """The steps that leave the present state for these roles."""
    state = CommonsState(commons.state)
    held = tuple(roles)
    facts = facts_on(commons, actor_id)
    found = []
    for row in COMMONS.rows.values():
        role = next((role for role in row.by if role in held), None)
        endpoint = PAGES.get(row.step, "")
        already = row.withholds is not None and row.withholds == commons.withheld
        if role is None or already or state not in row.sources:
            continue
        if endpoint in current_app.view_functions:
            url = url_for(endpoint, commons_id=commons.id)
            against = COMMONS.obstacles(row.step, state, role, facts)
            shown = tuple(obstacle for obstacle in against if obstacle.name not in ANSWERED)
            found.append(NextStep(row.step, url, shown))
    return found
