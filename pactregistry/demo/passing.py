"""What time does by itself between the stories: the sweeps that the scheduler runs. Art. 34."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Final

from pactregistry.commons.calls import sweep as calls_sweep
from pactregistry.commons.inventory import sweep as inventory_sweep
from pactregistry.commons.modules import sweep as modules_sweep
from pactregistry.conciliation.closing import sweep as disputes_sweep
from pactregistry.config import settings
from pactregistry.demo.stage import Moment, at
from pactregistry.pacts import sweep as pacts_sweep
from pactregistry.pacts.joining import sweep as joining_sweep
from pactregistry.pacts.places import sweep as places_sweep
from pactregistry.pacts.supporting import sweep as supporting_sweep
from pactregistry.pacts.versions import sweep as versions_sweep
from pactregistry.proposals import sweep as proposals_sweep
from pactregistry.proposals.competing import sweep as choices_sweep
from pactregistry.reports.oversight import sweep as oversight_sweep
from pactregistry.reports.scheduling import sweep as reports_sweep
from pactregistry.supports.loans import sweep as loans_sweep
from pactregistry.supports.spaces import sweep as spaces_sweep
from pactregistry.supports.training import sweep as training_sweep

SWEEPS: Final[tuple[Callable[[datetime], object], ...]] = (
    inventory_sweep.run,
    calls_sweep.run,
    modules_sweep.run,
    proposals_sweep.run,
    choices_sweep.run,
    pacts_sweep.run,
    versions_sweep.run,
    joining_sweep.run,
    places_sweep.run,
    supporting_sweep.run,
    oversight_sweep.run,
    loans_sweep.run,
    spaces_sweep.run,
    training_sweep.run,
    reports_sweep.run,
    disputes_sweep.run,
)
# Every four weeks long ago; of late whenever something comes due.
LATELY = (
    -91,
    -77,
    -70,
    -66,
    -60,
    -56,
    -50,
    -42,
    -38,
    -36,
    -30,
    -24,
    -20,
    -17,
    -13,
    -10,
    -6,
    -3,
    -1,
)
SWEPT = (*range(-392, -112, 28), *LATELY)


def days_pass() -> Iterator[Moment]:
    """Reminders, what lapses, calls that close, pacts that start, rest and end."""
    for day in SWEPT:
        yield at(day, 6)
        catch_up()


def catch_up() -> None:
    """Do what is due at this moment of a story."""
    for take_due_steps in SWEEPS:
        take_due_steps(settings().now())
