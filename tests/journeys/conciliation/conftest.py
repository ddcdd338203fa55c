"""A pact in force since 15 April, signed and printed; today is 4 May. Its people have passwords."""

from collections.abc import Callable, Iterator

import pytest
from flask_security import hash_password
from playwright.sync_api import Browser, Page

from pactregistry.people.actions_staff import give_code_secret
from tests.journeys.conciliation.company import MANAGER, PIA, TEA, Company
from tests.journeys.conftest import NARROW, WIDE
from tests.journeys.reports.twin import judged_by_twin, pieces_of
from tests.journeys.stage import Stage
from tests.pacts.cases import Cast
from tests.pacts.conftest import accepted, active, cast, enter, frozen, mandate, signed
from tests.people.doors import PASSWORD

__all__ = ["accepted", "active", "cast", "enter", "frozen", "mandate", "signed"]


@pytest.fixture
def company(
    active: Cast, stage: Stage, browser: Browser, axe: Callable[[Page], list[str]]
) -> Iterator[Company]:
    """The officers, the citizens' lead and two members with accounts; nothing is asked for yet.

    Each screen is judged on a telephone and on a desk.
    """
    active.lead.password = active.manager.password = hash_password(PASSWORD)
    active.manager.email = MANAGER.email  # the one who signed the pact
    stage.keys[MANAGER.office] = give_code_secret(active.manager)
    stage.staff("desk", "secretary")
    for who in (PIA, TEA):
        stage.neighbour(who.name, who.email)
    judge, twin = judged_by_twin(browser, axe, screens=(NARROW, WIDE), kind_of=pieces_of)
    yield Company(stage, judge)
    twin.context.close()
