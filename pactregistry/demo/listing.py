"""The list of commons is made; citizens propose places for it. Art. 2(1)a, 7-9, 10(6), 16."""

from collections.abc import Iterator

from pactregistry.commons.inventory import actions
from pactregistry.demo.cast import Cast
from pactregistry.demo.commons_texts import DECLINED, LISTED, WAITING, WHY_DECLINED
from pactregistry.demo.stage import Moment, at
from pactregistry.people.acting import today
from pactregistry.workflow.clocks import last_day

FIRST_DAY = -395  # before every other story: they find their places on the list


def city_list(cast: Cast) -> Iterator[Moment]:
    """Fourteen places of all kinds, put on the list in one morning."""
    yield at(FIRST_DAY, 9)
    desk = cast["desk"].actor
    for values in LISTED:
        ends = last_day(today().occurred_on, 700) if values.get("temporary_use") else None
        actions.put_on_list(None, desk, 0, today(), {**values, "temporary_use_until": ends})


def suggestions(cast: Cast) -> Iterator[Moment]:
    """One place that waits for the office, and one that it left off the list, with reasons."""
    yield at(-70, 17)
    declined = actions.propose(cast["bruno"].actor, DECLINED)
    yield at(-60, 11)
    desk = cast["desk"].actor
    actions.decline(declined, desk, declined.version, today(), [WHY_DECLINED])
    yield at(-4, 21)
    actions.propose(cast["ugo"].actor, WAITING)
