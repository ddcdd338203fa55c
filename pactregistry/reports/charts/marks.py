"""What a drawing is made of, and how wide words are in it. Art. 30(5)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, Literal

WIDTH: Final = 400  # of the drawing, in its own units; a page and a paper stretch it
EDGE: Final = 4
LETTER: Final = 6.6  # how wide a letter is, on the safe side
LINE: Final = 17  # how high a line of words is
LOOKS: Final = 4  # how many series differ by fill, dash and mark

Written = Callable[[Decimal], str]
Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True)
class Words:
    """A text at a point; `role` is value, label, tick, absent or legend."""

    x: float
    y: float
    text: str
    role: str
    anchor: Anchor = "start"
    turned: bool = False


@dataclass(frozen=True)
class Bar:
    """A bar of a series from zero to its value."""

    x: float
    y: float
    width: float
    height: float
    look: int


@dataclass(frozen=True)
class Mark:
    """The sign of a series at a point."""

    x: float
    y: float
    look: int


@dataclass(frozen=True)
class Stroke:
    """A line through points: of a series, or of the axis where `look` is none."""

    points: tuple[Point, ...]
    look: int | None = None

    @property
    def path(self) -> str:
        """The points as an SVG path."""
        return "M" + "L".join(f"{x:g} {y:g}" for x, y in self.points)


@dataclass
class Drawing:
    """Everything of a chart at its place; looks count from 0 to 3 and differ without colour."""

    height: float = 0
    grid: list[Stroke] = field(default_factory=list)
    zero: Stroke | None = None
    bars: list[Bar] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)


def width_of(text: str) -> float:
    """How much room a text takes at most."""
    return LETTER * len(text)


def widest(texts: list[str]) -> float:
    """How much room the longest of some texts takes."""
    return max(map(width_of, texts), default=0)


def fitting(text: str, room: float) -> str:
    """A text cut to a room; the table beside the drawing has it whole."""
    most = max(int(room / LETTER), 2)
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def at(number: float) -> float:
    """A coordinate with one decimal: finer than a print shows, the same on every machine."""
    return round(number, 1)
