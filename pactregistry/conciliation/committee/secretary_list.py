"""The disputes that a secretary looks for: words, district, what is awaited. Art. 33(1)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from pactregistry.conciliation.committee.awaited import FORMING, Awaited, Wait, awaited
from pactregistry.conciliation.committee.queries import disputes_of_secretary
from pactregistry.conciliation.models import Dispute
from pactregistry.config import settings
from pactregistry.paging import PAGE_SIZE, Page
from pactregistry.people.models import Account
from pactregistry.workflow.engine import N_

SHELVES: Final[Mapping[str, tuple[str, Callable[[set[Wait]], bool]]]] = {
    "": (N_("All open ones"), lambda _waits: True),
    "convene": (N_("To be convened"), lambda waits: Wait.CONVENE in waits),
    "forming": (N_("Seats to be filled"), lambda waits: bool(waits & (FORMING - {Wait.CONVENE}))),
    "proposal": (N_("Before the committee"), lambda waits: Wait.PROPOSE in waits),
    "answers": (N_("With the parties"), lambda waits: Wait.ANSWER in waits),
}


@dataclass(frozen=True)
class Sought:
    """What a secretary looks for; empty values ask for nothing."""

    words: str = ""
    district: str = ""
    shelf: str = ""

    @classmethod
    def read(cls, args: Mapping[str, str]) -> "Sought":
        """Read a query string; values that name nothing are ignored."""
        district, shelf = args.get("district", ""), args.get("shelf", "")
        return cls(
            words=args.get("q", "").strip(),
            district=district if district in settings().city.districts else "",
            shelf=shelf if shelf in SHELVES else "",
        )

    def as_args(self) -> dict[str, str]:
        """The query string that repeats this search."""
        given = {"q": self.words, "district": self.district, "shelf": self.shelf}
        return {name: value for name, value in given.items() if value}


@dataclass(frozen=True)
class Shelf:
    """One part of the list: what it is called, and how many of those that match stand on it."""

    label: str
    count: int
    args: Mapping[str, str]


def find(person: Account, sought: Sought, number: int) -> tuple[Page, dict[str, Shelf]]:
    """A page of disputes with what is awaited in each, and the parts of the list.

    What is awaited follows from who is named and who sits: it is asked of all that are open.
    """
    found = disputes_of_secretary(person, sought.words, sought.district)
    rows = [(dispute, awaited(dispute)) for dispute in found]
    kinds = {dispute.id: {wait.what for wait in waits} for dispute, waits in rows}
    shelves = {
        key: Shelf(
            label,
            sum(stands(kind) for kind in kinds.values()),
            replace(sought, shelf=key).as_args(),
        )
        for key, (label, stands) in SHELVES.items()
    }
    stands_here = SHELVES[sought.shelf][1]
    return _page([row for row in rows if stands_here(kinds[row[0].id])], number), shelves


def _page(rows: list[tuple[Dispute, list[Awaited]]], number: int) -> Page:
    first = (number - 1) * PAGE_SIZE
    return Page(rows[first : first + PAGE_SIZE], len(rows), number)
