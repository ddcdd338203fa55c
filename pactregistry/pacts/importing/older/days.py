"""Dates as people write them in tables: ours, Italian, Spanish, English; the day before the month.

A date that cannot be, or is not a whole one, is none, and says why.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date

from pactregistry.database import folded

EARLIEST = 1970  # no city has signed such a pact before
YEARS_AHEAD = 100
ITALIAN = (
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"
)
SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
ENGLISH = "january february march april may june july august september october november december"
MONTHS: Mapping[str, int] = {
    name: number
    for names in (ITALIAN, SPANISH, ENGLISH)
    for number, name in enumerate(names.split(), start=1)
}

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t]00:00(?::00)?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?: 0?0:00(?::00)?)?")
_IN_WORDS = re.compile(r"(\d{1,2})[°o.]? (?:de )?([a-z]+),? (?:de |del )?(\d{4})")


class NoDay(Exception):
    """A cell that holds no day; `code` names the question that it leaves."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_day(text: str, today: date) -> date | None:
    """The day that a cell names; None for an empty one.

    Raises:
        NoDay: it is no day, none that exists, or one of another century.
    """
    bare = folded(text)
    if not bare:
        return None
    found = next((parts for read in _READERS if (parts := read(bare)) is not None), None)
    if found is None:
        raise NoDay("day_unclear")
    try:
        day = date(*found)
    except ValueError:
        raise NoDay("day_impossible") from None
    if not EARLIEST <= day.year <= today.year + YEARS_AHEAD:
        raise NoDay("day_absurd")
    return day


def _iso(text: str) -> tuple[int, int, int] | None:
    match = _ISO.fullmatch(text)
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


def _day_first(text: str) -> tuple[int, int, int] | None:
    match = _DAY_FIRST.fullmatch(text)
    return (int(match[4]), int(match[3]), int(match[1])) if match else None


def _in_words(text: str) -> tuple[int, int, int] | None:
    match = _IN_WORDS.fullmatch(text)
    if match is None or match[2] not in MONTHS:
        return None
    return int(match[3]), MONTHS[match[2]], int(match[1])


_READERS: tuple[Callable[[str], tuple[int, int, int] | None], ...] = (_iso, _day_first, _in_words)
