"""Reads a number as people type it: understood, or refused with a sentence, never misread. Art. 30.

A comma or a point may part the decimals; points, commas, apostrophes or blanks that do not break,
as spreadsheets write them, the thousands. What can be read in two ways is refused: so is a common
blank, by which browsers join the cells of a column that somebody pastes.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

LONGEST: Final = 40  # characters of one number with its unit
MOST: Final = Decimal("999999999.99")  # the columns hold no more
GROUP: Final = 3
SHAPE: Final = re.compile(r"(?P<sign>[-+−]?)\s*(?P<digits>[0-9][0-9.,'’ ]*)(?P<rest>.*)")
LEADING: Final = re.compile(r"(?P<unit>[€A-Za-z²]+)\s*(?P<number>[-+−]?\s*[0-9].*)")
SEVERAL: Final = re.compile(r"[\t\r\n;|]")  # cells of a table
JOINED: Final = re.compile(r"[0-9] [0-9]")
APART: Final = re.compile(r"(?<=[0-9])['’ ](?=[0-9]{3}(?![0-9]))")
PARTED: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
BLANKS: Final = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009", " "))

# How people write a unit beside its name in the pack.
SYMBOLS: Final[Mapping[str, tuple[str, ...]]] = {
    "h": ("h", "ora", "hour", "hora", "hrs"),
    "h_week": ("h/week", "h/settimana", "h/semana"),
    "m2": ("m2", "mq", "sqm"),
    "kg": ("kg", "kilo", "chili"),
    "eur": ("€", "eur", "euro"),
    "n": ("n",),
}


class Misread(Exception):
    """A number that is not understood; `reason` is a key of the sentences in `forms_number`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Measure:
    """What a number may be: its decimals, its largest value, the words for its unit."""

    decimals: int = 2
    most: Decimal = MOST
    units: Collection[str] = ()


def read(typed: str, measure: Measure) -> Decimal:
    """The number that was typed.

    Raises:
        Misread: it is not one number, not in this unit, or not within its bounds.
    """
    text = typed.strip()
    if SEVERAL.search(text) or len(text) > LONGEST:
        raise Misread("several")
    known = {plain(unit) for unit in measure.units}
    found = SHAPE.fullmatch(_unit_last(text.translate(BLANKS), known))
    if found is None:
        raise Misread("no_number")
    rest = plain(found["rest"])
    if rest and rest not in known:
        raise Misread("several" if re.search("[0-9]", rest) else "unit")
    value = _value(found["digits"].strip(), measure.decimals)
    if found["sign"] in {"-", "−"} and value:
        raise Misread("negative")
    if value > measure.most:
        raise Misread("most")
    if JOINED.search(text):
        raise Misread("joined")
    return value


def plain(unit: str) -> str:
    """A unit without case, full stops and raised figures, to be compared."""
    return " ".join(unit.casefold().replace("²", "2").replace(".", "").split())


def _unit_last(text: str, known: Collection[str]) -> str:
    first = LEADING.fullmatch(text)
    if first is None or plain(first["unit"]) not in known:
        return text
    return f"{first['number']} {first['unit']}"


def _value(digits: str, decimals: int) -> Decimal:
    body = APART.sub("", digits)
    if not PARTED.fullmatch(body):
        raise Misread("several" if re.search(r"[ ,]\s*[0-9]", body) else "no_number")
    marks = [mark for mark in body if mark in ".,"]
    *groups, last = re.split("[.,]", body)
    grouped = all(len(part) == GROUP for part in groups[1:])
    if not marks:
        return Decimal(body)
    if len(set(marks)) == 1 and (len(marks) > 1 or _may_be_thousands(groups[0], last)):
        if len(marks) == 1 and decimals:
            raise Misread("two_ways")
        if not (grouped and _may_be_thousands(groups[0], last)):
            raise Misread("no_number")
        return Decimal("".join((*groups, last)))
    # The last mark parts the decimals: all before it are of the other kind.
    if marks[-1] in marks[:-1] or not grouped or (len(marks) > 1 and len(groups[0]) > GROUP):
        raise Misread("no_number")
    if len(last.rstrip("0")) > decimals:
        raise Misread("decimals")
    return Decimal(f"{''.join(groups)}.{last}").quantize(Decimal(1).scaleb(-decimals))


def _may_be_thousands(first: str, last: str) -> bool:
    return len(first) <= GROUP and first.lstrip("0") != "" and len(last) == GROUP
