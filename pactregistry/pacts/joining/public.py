"""What the public reads of who has joined: how many persons, which groups. Art. 3(1)b, 3(1)d."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pactregistry.pacts.joining.models import Adherent
from pactregistry.pacts.joining.queries import is_in


@dataclass(frozen=True)
class Joined:
    """How many single persons have joined, and the names of the groups."""

    people: int
    groups: tuple[str, ...]


def joined_on(adherents: Iterable[Adherent], day: date) -> Joined:
    """Who has joined and takes part on a day, as it is told in public; persons stay unnamed."""
    here = [a for a in adherents if a.joined and is_in(a, day)]
    named = tuple(dict.fromkeys(a.public_name for a in here if a.public_name))
    return Joined(sum(1 for a in here if not a.public_name), named)
