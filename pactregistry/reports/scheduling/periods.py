"""The periods on which a pact's citizens report: pure days. Art. 5(2)h, 30(3).

Interim periods are whole months from the pact's first day; a rest of the pact does not move them.
What is left over at the end belongs to the final report, which tells of the whole pact. So does a
period that is the whole pact: nobody is asked twice for the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pactregistry.workflow.clocks import Unit, last_day

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Rhythm:
    """From a day on a report every so many months; None asks for the final one alone."""

    since: date
    every_months: int | None


@dataclass(frozen=True)
class Period:
    """What one report tells of, both days included."""

    first: date
    last: date


def interim_periods(began: date, until: date, rhythms: Sequence[Rhythm]) -> list[Period]:
    """The interim periods that are over on the day `until`, by the rhythms in their order.

    A text that changes the rhythm counts from its own day: the days that were left over then go
    into its first period, as long as they had been asked for.
    """
    found: list[Period] = []
    for position, rhythm in enumerate(rhythms):
        after = rhythms[position + 1].since if position + 1 < len(rhythms) else date.max
        if rhythm.every_months is None:
            continue
        before = rhythms[position - 1].every_months if position else None
        first = rhythm.since
        if before is not None:
            first = found[-1].last + DAY if found else began
        for end in _ends(max(rhythm.since, began), rhythm.every_months, min(until, after - DAY)):
            found.append(Period(max(first, began), end))
            first = end + DAY
    return found


def final_period(began: date, ended: date) -> Period | None:
    """The whole pact, also one that ended early; None where it ended before it began."""
    return Period(began, ended) if began <= ended else None


def _ends(anchor: date, months: int, until: date) -> Iterator[date]:
    # Counted from the anchor each time: 31 January, then the last of February, then 31 March.
    number = 1
    while (end := last_day(anchor, months * number, Unit.MONTHS) - DAY) <= until:
        yield end
        number += 1
        if end >= date.max - DAY:
            return
