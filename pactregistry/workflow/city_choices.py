"""A city's own numbers where the text sets none: rivals, oversight, disputes. Art. 10(7), 33."""

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


@dataclass(frozen=True)
class Conciliation:
    """How often who is awaited is reminded once the thirty days are over. Art. 33(2)."""

    late_reminder_days: int = 7

    def __post_init__(self) -> None:
        """Refuse what is no number of days."""
        if not (str(self.late_reminder_days).isdigit() and self.late_reminder_days > 0):
            message = f"conciliation.late_reminder_days: {self.late_reminder_days} is no number"
            raise ValueError(message)
