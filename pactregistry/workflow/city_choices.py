"""A city's own numbers where the text sets none: rivals, oversight, disputes. Art. 10(7), 33."""

from dataclasses import asdict, dataclass


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
    """How often who is awaited is reminded past the term; to fill a seat. Art. 33(2), 34(1).

    A seat that falls empty while the committee sits has `vacancy_days` before the attempt may end,
    and so have all three from the day on which the request was recorded.
    """

    late_reminder_days: int = 7
    vacancy_days: int = 10

    def __post_init__(self) -> None:
        """Refuse what is no number of days."""
        for key, value in asdict(self).items():
            if not (str(value).isdigit() and value > 0):
                message = f"conciliation.{key}: {value} is no number of days"
                raise ValueError(message)
