"""What a city sets about its support: spaces, and what is now and then. Art. 20(2), 21."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pactregistry.workflow.measures import Text


@dataclass(frozen=True)
class Space:
    """A municipal space that may be asked for; seats is how many people it takes. Art. 21(1)."""

    key: str
    name: Text
    address: str
    seats: int = 0


@dataclass(frozen=True)
class Supports:
    """The City's support where the text leaves it to the city; the text sets no number here."""

    occasions_a_year: int = 4
    reminder_days: int = 2
    permit_reminder_days: int = 3
    spaces: Mapping[str, Space] = field(default_factory=dict)


def read_supports(data: Mapping[str, Any]) -> Supports:
    """Read `[supports]` and `[[spaces]]`.

    Raises:
        ValueError: a number is none, or two spaces have one key.
    """
    numbers = data.get("supports", {})
    wrong = [key for key, value in numbers.items() if not str(value).isdigit()]
    spaces = [Space(**value) for value in data.get("spaces", ())]
    if wrong:
        message = f"supports: {', '.join(wrong)}: not a whole number"
        raise ValueError(message)
    if len({space.key for space in spaces}) < len(spaces):
        message = "spaces: two have the same key"
        raise ValueError(message)
    return Supports(**numbers, spaces={space.key: space for space in spaces})
