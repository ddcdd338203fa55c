"""What our fonts cannot print: a letter of another script stands by its number, so none is lost."""

import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path

from fontTools.ttLib import TTFont

from .fonts import FAMILIES

PLAIN_UNTIL = 0x17F  # Latin letters, which every family has
KEPT = frozenset("\n\r\t")
UNSEEN = frozenset({"Cf", "Mn", "Zl", "Zp", "Zs"})  # shape or part letters, and need no glyph


def printable(text: str) -> str:
    """The text with control characters left out and letters without a glyph as `[U+82B1]`."""
    return "".join(map(_printed, text))


@cache
def _printed(letter: str) -> str:
    if unicodedata.category(letter) == "Cc":
        return letter if letter in KEPT else ""
    if ord(letter) <= PLAIN_UNTIL or unicodedata.category(letter) in UNSEEN:
        return letter
    return letter if ord(letter) in _known() else f"[U+{ord(letter):04X}]"


@cache
def _known() -> frozenset[int]:
    """The letters that some family has in all of its files."""
    return frozenset().union(*(_letters_of(package) for package in FAMILIES.values()))


def _letters_of(package: str) -> frozenset[int]:
    folder = Path(str(files(package) / "files"))
    return frozenset.intersection(*(_letters_in(path) for path in sorted(folder.glob("*.ttf"))))


def _letters_in(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())
