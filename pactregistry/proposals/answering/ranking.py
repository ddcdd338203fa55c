"""The order of the entries of a call: a function of their scores and of nothing else. Art. 16(3).

Equal totals share a rank. Where they share the last place that is left, the scores do not say who
is taken: somebody must, with a reason.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Scored:
    """An entry with its points by criterion; a criterion without points is not there."""

    number: str
    points: Mapping[str, Decimal]

    def total(self, criteria: Sequence[str]) -> Decimal | None:
        """The sum over all criteria; None while one is missing."""
        if any(key not in self.points for key in criteria):
            return None
        return sum((self.points[key] for key in criteria), Decimal(0))


@dataclass(frozen=True)
class Ranked:
    """An entry in its place; `is_level` when another has the same total."""

    number: str
    total: Decimal
    rank: int
    is_level: bool
    reaches: bool


@dataclass(frozen=True)
class Ranking:
    """Who stands where, who is taken by the scores alone, and who is level on the last place."""

    order: tuple[Ranked, ...]
    taken: tuple[str, ...]
    level: tuple[str, ...]
    places_left: int

    def taken_with(self, chosen: Iterable[str]) -> tuple[str, ...] | None:
        """Who is taken when some of the level ones are chosen; None if that does not fill up."""
        picked = frozenset(chosen)
        fits = picked <= set(self.level) and len(picked) == self.places_left
        if self.level and not fits:
            return None
        added = picked if self.level else frozenset()
        return tuple(one.number for one in self.order if one.number in {*self.taken, *added})


def unscored(entries: Iterable[Scored], criteria: Sequence[str]) -> tuple[str, ...]:
    """The entries that lack points by some criterion."""
    return tuple(one.number for one in entries if one.total(criteria) is None)


def rank(
    entries: Iterable[Scored],
    criteria: Sequence[str],
    places: int | None = None,
    least: int | None = None,
) -> Ranking:
    """Order entries by their totals, the highest first; an entry without a total is left out."""
    totals = {one.number: one.total(criteria) for one in entries}
    known = {number: total for number, total in totals.items() if total is not None}
    sums = sorted(known.values(), reverse=True)
    order = tuple(
        Ranked(
            number,
            total,
            rank=sums.index(total) + 1,
            is_level=sums.count(total) > 1,
            reaches=least is None or total >= least,
        )
        for number, total in sorted(known.items(), key=lambda pair: (-pair[1], pair[0]))
    )
    able = [one for one in order if one.reaches]
    if places is None or len(able) <= places:
        return Ranking(order, tuple(one.number for one in able), (), 0)
    last = able[places - 1].total
    if able[places].total < last:
        return Ranking(order, tuple(one.number for one in able[:places]), (), 0)
    above = tuple(one.number for one in able if one.total > last)
    level = tuple(one.number for one in able if one.total == last)
    return Ranking(order, above, level, places - len(above))
