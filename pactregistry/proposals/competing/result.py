"""A choice as everyone reads it: before, during and after, with its picture. Art. 10(7), 3(1)b.

While one may vote nobody reads a partial result, not even how many have voted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pactregistry.config import settings
from pactregistry.documents.models import Attachment
from pactregistry.journal import Entry
from pactregistry.proposals.competing.facts import in_window, is_over
from pactregistry.proposals.competing.models_choice import Choice, ChoiceOption
from pactregistry.proposals.competing.public_view import Standing, standing
from pactregistry.workflow.states import ChoiceState

BAR = 250  # the length of the longest bar, in the picture's own units


@dataclass(frozen=True)
class Shown:
    """One option: its text as it stood when the choice was called, its votes once counted."""

    id: int
    number: str
    text: dict[str, Any] | None
    left_on: date | None
    assembly: int | None
    ballot: int | None
    votes: int
    bar: int
    is_chosen: bool


@dataclass(frozen=True)
class Result:
    """All that is public of a choice."""

    head: Standing
    called_on: date
    counted_on: date | None
    community: str
    competition: str
    options: tuple[Shown, ...]
    may_vote_now: bool
    awaits_count: bool
    is_counted: bool
    is_tied: bool
    called_off: str
    present: int | None
    ballots: int | None
    blank: int
    invalid: int
    minutes: str
    papers_sha256: str
    papers: tuple[Attachment, ...]

    @property
    def took_part(self) -> int:
        """How many took part, at the assembly and on these pages."""
        return (self.present or 0) + (self.ballots or 0)


def result_of(
    choice: Choice, entries: Sequence[Entry] = (), papers: Sequence[Attachment] = ()
) -> Result:
    """What everyone reads of a choice today; a page gives its history and scans as well."""
    today = settings().today()
    counted = choice.state == ChoiceState.COUNTED
    under_way = choice.state in {ChoiceState.CALLED, ChoiceState.OPEN}
    highest = max((option.votes for option in choice.options), default=0)
    ended = next((e for e in reversed(entries) if e.to_state == ChoiceState.CANCELLED), None)
    return Result(
        head=standing(choice),
        called_on=choice.called_on,
        counted_on=choice.counted_on,
        community=choice.community,
        competition=choice.competition.number,
        options=tuple(
            _shown(option, choice, highest, counted=counted) for option in choice.options
        ),
        may_vote_now=under_way and in_window(choice, today),
        awaits_count=under_way and is_over(choice, today),
        is_counted=counted,
        is_tied=counted and choice.winner_id is None,
        called_off=ended.reason if ended is not None else "",
        present=choice.present,
        ballots=choice.ballots,
        blank=(choice.assembly_blank or 0) + (choice.ballot_blank or 0),
        invalid=choice.assembly_invalid or 0,
        minutes=choice.minutes,
        papers_sha256=choice.papers_sha256,
        papers=tuple(paper for paper in papers if paper.public),
    )


def _shown(option: ChoiceOption, choice: Choice, highest: int, *, counted: bool) -> Shown:
    votes = option.votes if counted else 0
    return Shown(
        id=option.id,
        number=option.proposal.number or "",
        text=None if option.proposal.withheld else _with_days(option.text),
        left_on=option.left_on,
        assembly=option.assembly_votes if counted else None,
        ballot=option.ballot_votes if counted else None,
        votes=votes,
        bar=round(BAR * votes / highest) if highest else 0,
        is_chosen=counted and option.proposal_id == choice.winner_id,
    )


def _with_days(text: Mapping[str, Any]) -> dict[str, Any]:
    """A kept text with its days as days again."""
    days = {name: text.get(name) for name in ("wished_from", "wished_until")}
    return {
        **text,
        **{name: date.fromisoformat(day) if day else None for name, day in days.items()},
    }
