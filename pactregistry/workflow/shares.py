"""Shares that the regulation speaks of, in exact fractions. Art. 13(4), 13(5), 14(4)."""

from dataclasses import dataclass
from fractions import Fraction

WHOLE = 100  # percent


@dataclass(frozen=True)
class Share:
    """So many of so many; `total` is at least 1."""

    part: int
    total: int

    @property
    def exact(self) -> Fraction:
        """The share itself, between 0 and 1."""
        return Fraction(self.part, self.total)

    @property
    def percent(self) -> float:
        """The share in percent, to show; compare with `reaches`."""
        return float(self.exact * WHOLE)

    def reaches(self, percent: int) -> bool:
        """Whether it is at least so many percent."""
        return self.exact >= Fraction(percent, WHOLE)
