"""How much of the stock is free in a period, and when there will be enough. Art. 22(1)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.languages import day
from pactregistry.supports.loans.models import FOREVER, LoanLine, Thing
from pactregistry.supports.loans.reading import keeping, things


@dataclass(frozen=True)
class Period:
    """From one civil day to another, both counted."""

    since: date
    until: date

    def moved_to(self, since: date) -> "Period":
        """As long a period that begins on another day."""
        return Period(since, since + (self.until - self.since))


@dataclass(frozen=True)
class Shortage:
    """What there is not enough of: how much is free, and from which day there will be enough."""

    thing: Thing
    wanted: int
    free: int
    enough_from: date | None

    def __str__(self) -> str:
        """In the reader's words."""
        told = {"thing": self.thing.name, "wanted": self.wanted, "free": self.free}
        if self.enough_from is None:
            return str(_("%(thing)s: %(free)s of %(wanted)s free", **told))
        told["day"] = day(self.enough_from)
        return str(_("%(thing)s: %(free)s of %(wanted)s free, enough from %(day)s", **told))


def shortages(
    wanted: Mapping[int, int],
    period: Period,
    *,
    apart_from: int | None = None,
    lock: bool = False,
) -> tuple[Shortage, ...]:
    """What cannot be lent in a period, `wanted` being quantities by thing; empty when all can.

    A loan that is prolonged is left out by `apart_from`.
    """
    known = things(wanted, lock=lock)
    lines = keeping(wanted, apart_from)
    found = []
    for thing_id, quantity in wanted.items():
        thing, held = known[thing_id], [line for line in lines if line.thing_id == thing_id]
        free = _free(thing, held, period)
        if free < quantity:
            found.append(Shortage(thing, quantity, free, _enough(thing, held, period, quantity)))
    return tuple(found)


def free_today(stock: Sequence[Thing]) -> dict[int, int]:
    """How many of each thing are free today, by id."""
    today = settings().today()
    lines = keeping([thing.id for thing in stock])
    here = Period(today, today)
    return {
        thing.id: _free(thing, [line for line in lines if line.thing_id == thing.id], here)
        for thing in stock
    }


def _free(thing: Thing, held: Sequence[LoanLine], period: Period) -> int:
    """What is left on the day of the period on which most is kept."""
    starts = {max(line.loan.since, period.since) for line in held} | {period.since}
    days = [start for start in starts if period.since <= start <= period.until]
    return max(0, thing.quantity - max(_kept_on(each, held) for each in days))


def _kept_on(day_: date, held: Sequence[LoanLine]) -> int:
    today = settings().today()
    return sum(
        line.quantity for line in held if line.loan.since <= day_ <= line.loan.kept_until(today)
    )


def _enough(thing: Thing, held: Sequence[LoanLine], period: Period, quantity: int) -> date | None:
    """The first day after which as long a period finds enough; None where none is known."""
    today = settings().today()
    ends = sorted({line.loan.kept_until(today) for line in held})
    for end in ends:
        if end < FOREVER and end >= period.since:
            later = period.moved_to(end + timedelta(days=1))
            if _free(thing, held, later) >= quantity:
                return later.since
    return None
