"""Whether a place is free or under a pact: told by the pacts on it, not by a person. Art. 10(6)."""

from datetime import datetime

from pactregistry import journal
from pactregistry.commons.inventory.facts import facts_on
from pactregistry.commons.inventory.models import Commons
from pactregistry.commons.inventory.queries import ON_LIST, locked
from pactregistry.config import settings
from pactregistry.journal import Act
from pactregistry.pacts.models import Pact
from pactregistry.pacts.places.uses import live_pacts
from pactregistry.workflow.clocks import civil_day
from pactregistry.workflow.lifecycle import COMMONS
from pactregistry.workflow.states import CommonsState, Role


def take_up(pact: Pact, now: datetime) -> None:
    """Note on the place that a pact on it was signed; does not commit."""
    if pact.commons_id is None:
        return
    commons = locked(pact.commons_id)
    # A place that was taken off the list meanwhile has no entry to change.
    if commons.state in ON_LIST:
        _take_up(commons, now, pact.number)


def settle(commons: Commons, now: datetime) -> None:
    """Bring a place into the state that its pacts tell; does nothing twice, and does not commit."""
    alive = live_pacts(commons.id)
    if alive and commons.state == CommonsState.LISTED:
        _take_up(commons, now)
    if not alive and commons.state == CommonsState.UNDER_PACT:
        step = COMMONS.take(
            "free",
            CommonsState(commons.state),
            Role.CLOCK,
            facts_on(commons, None, live_pacts=alive),
        )
        journal.record(commons, step, _act(now))


def _take_up(commons: Commons, now: datetime, number: str = "") -> None:
    state = CommonsState(commons.state)
    step = COMMONS.take("take_up", state, Role.CLOCK, facts_on(commons, None))
    journal.record(commons, step, _act(now, number))


def _act(now: datetime, number: str = "") -> Act:
    told = {"pact": number} if number else {}
    return Act(None, civil_day(now, settings().city.zone), now, facts=told)
