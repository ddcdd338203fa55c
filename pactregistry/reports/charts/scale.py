"""An axis with round numbers on it, from zero. Art. 30(5)."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext
from typing import Final

ROUND_STEPS: Final = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
DIGITS: Final = 60  # sums of any size are laid out exactly


@dataclass(frozen=True)
class Scale:
    """The round numbers of an axis, in order; the first and the last are its ends."""

    ticks: tuple[Decimal, ...]

    def share(self, value: Decimal) -> float:
        """Where a value lies between the two ends, from 0 to 1."""
        low, high = self.ticks[0], self.ticks[-1]
        with localcontext(prec=DIGITS):
            return float((value - low) / (high - low))


def scale(values: list[Decimal], parts: int, decimals: int = 0) -> Scale:
    """An axis in at most so many parts and one, which holds zero and all values.

    No two ticks are closer than the last decimal: people are not counted in fifths.
    """
    low, high = min([*values, Decimal(0)]), max([*values, Decimal(0)])
    finest = Decimal(1).scaleb(-decimals)
    with localcontext(prec=DIGITS):
        step = max(_round_step((high - low) / parts), finest) if high > low else finest
        first = (low / step).to_integral_value(ROUND_FLOOR)
        last = max((high / step).to_integral_value(ROUND_CEILING), first + 1)
        return Scale(tuple(step * (first + n) for n in range(int(last - first) + 1)))


def _round_step(rough: Decimal) -> Decimal:
    unit = Decimal(1).scaleb(rough.adjusted())
    return next(step * unit for step in ROUND_STEPS if step * unit >= rough)
