"""A city's own numbers where the text sets none: rivals, oversight. Art. 10(7), 30(8)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Competing:
    """When two proposals are looked at together, and the notice before a choice. Art. 10(7)."""

    metres: int = 150
    notice_days: int = 7


@dataclass(frozen=True)
class Oversight:
    """What the public may say of a place; fewer than `ratings_from` ratings are not shown."""

    ratings: bool = False
    ratings_from: int = 5
