"""The count of a participatory choice: the same papers always give the same result. Art. 10(7).

Pure arithmetic: whoever has the published papers and the minutes can repeat it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from pactregistry.documents.tables import as_csv

BLANK = "blank"


@dataclass(frozen=True)
class Assembly:
    """What the minutes of an assembly say: how many came, and how they voted."""

    present: int
    votes: Mapping[int, int]
    blank: int = 0
    invalid: int = 0

    @property
    def adds_up(self) -> bool:
        """Whether no number is below zero and no more votes were counted than people came."""
        given = (*self.votes.values(), self.blank, self.invalid)
        return min(given, default=0) >= 0 and sum(given) <= self.present


@dataclass(frozen=True)
class Line:
    """The votes for one option."""

    option: int
    assembly: int
    ballot: int

    @property
    def votes(self) -> int:
        """All votes for it."""
        return self.assembly + self.ballot


@dataclass(frozen=True)
class Tally:
    """The result: `winner` is None where two options lead with the same number."""

    lines: tuple[Line, ...]
    ballots: int
    ballot_blank: int
    winner: int | None
    adds_up: bool


def tally(
    options: Sequence[int],
    papers: Sequence[int | None],
    on_the_roll: int,
    assembly: Assembly | None,
) -> Tally:
    """Count ballot papers (None is blank) and the assembly's votes together."""
    said = assembly or Assembly(0, {})
    counted = Counter(papers)
    lines = tuple(Line(o, said.votes.get(o, 0), counted[o]) for o in options)
    highest = max((line.votes for line in lines), default=0)
    leading = [line.option for line in lines if line.votes == highest]
    known = {*options, None}
    return Tally(
        lines=lines,
        ballots=len(papers),
        ballot_blank=counted[None],
        winner=leading[0] if len(leading) == 1 else None,
        adds_up=said.adds_up
        and set(counted) | set(said.votes) <= known
        and len(papers) == on_the_roll
        and len(papers) + sum(line.assembly for line in lines) + said.blank + said.invalid > 0,
    )


def papers_table(named: Sequence[str]) -> str:
    """The ballot papers as a table of one column, sorted: no order of voting remains."""
    return as_csv(("vote",), ({"vote": name} for name in sorted(named)))


def digest_of(table: str) -> str:
    """The fingerprint under which the papers are published."""
    return sha256(table.encode()).hexdigest()
