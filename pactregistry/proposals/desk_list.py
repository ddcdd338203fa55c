"""The desk's and the reviewers' lists: mine, due, awaited; one row one file. Art. 10(2), 11(6)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pactregistry.config import settings
from pactregistry.journal import Entry, histories
from pactregistry.proposals.competing.turns import Turn, turns
from pactregistry.proposals.facts import awaited_opinions, unanswered_comments
from pactregistry.proposals.lawful_steps import comes_later, concerns
from pactregistry.proposals.models import Opinion, Proposal
from pactregistry.proposals.reading import desk_files, opinions_of
from pactregistry.proposals.sheet import clock_of, due_of, late_days
from pactregistry.proposals.waiting import Awaited, awaited
from pactregistry.workflow.clocks import Clock, ClockState
from pactregistry.workflow.lifecycle import CLOSED, OPEN, PROPOSAL
from pactregistry.workflow.states import ProposalState, Role


class Shelf(StrEnum):
    """The parts of a list."""

    MINE = "mine"
    DUE = "due"
    AWAITED = "awaited"
    ENDED = "ended"


@dataclass(frozen=True)
class Row:
    """One file: where it stands, whose turn it is, until when, which steps are lawful next."""

    number: str
    title: str
    place_name: str
    district: str
    state: str
    withheld: bool
    submitted_on: date | None
    clock: Clock | None
    turn: Awaited | None
    steps: tuple[str, ...]
    opinions_awaited: int
    to_read: int
    unanswered: int

    @property
    def is_due(self) -> bool:
        """Whether a term of the City runs."""
        return self.clock is not None and self.clock.state in {ClockState.RUNNING, ClockState.LATE}


@dataclass(frozen=True)
class OpinionRow:
    """One opinion asked of the reader's office or district."""

    id: int
    number: str
    title: str
    place_name: str
    office: str
    is_district: bool
    asked_on: date
    due: date
    left: int
    late_days: int
    given_on: date | None
    verdict: str
    is_open: bool


# Steps that can be taken at any time say nothing about what comes next.
ALWAYS = frozenset({"locate", "correct", "withhold", "restore", "change_lead", "confirm_import"})


def desk_rows(
    shelf: Shelf, roles: Iterable[Role], *, district: str = "", late_only: bool = False
) -> list[Row]:
    """The rows of one shelf; as many queries whatever the number of files."""
    states: Sequence[ProposalState] = CLOSED if shelf is Shelf.ENDED else OPEN
    files = desk_files(states, district)
    told = histories(PROPOSAL.name, [proposal.id for proposal in files])
    held = frozenset(roles)
    rivals = turns(files)
    rows = [_row(proposal, told.get(proposal.id, []), held, rivals) for proposal in files]
    kept = [row for row in rows if _stands_on(row, shelf, held)]
    if late_only:
        kept = [row for row in kept if row.clock and row.clock.late]
    return sorted(kept, key=_urgency) if shelf is not Shelf.ENDED else kept[::-1]


def opinion_rows(offices: Sequence[str], districts: Sequence[str]) -> list[OpinionRow]:
    """The opinions asked of these offices and districts, the most urgent first."""
    rows = [_opinion_row(opinion) for opinion in opinions_of(offices, districts)]
    return sorted(rows, key=lambda row: (row.given_on is not None, row.due, row.id))


def _row(
    proposal: Proposal,
    entries: Sequence[Entry],
    roles: frozenset[Role],
    rivals: Mapping[int, Turn],
) -> Row:
    state = ProposalState(proposal.state)
    steps = [
        row.step
        for row in PROPOSAL.rows.values()
        if state in row.sources
        and roles & set(row.by)
        and row.step not in ALWAYS
        and concerns(row, proposal)
    ]
    return Row(
        number=proposal.number or "",
        title=proposal.title,
        place_name=proposal.place_name,
        district=proposal.district,
        state=proposal.state,
        withheld=proposal.withheld,
        submitted_on=proposal.submitted_on,
        clock=clock_of(proposal, entries),
        turn=awaited(proposal, entries, rivals),
        steps=tuple(sorted(steps, key=comes_later)),
        opinions_awaited=len(awaited_opinions(proposal)),
        to_read=sum(1 for c in proposal.comments if c.awaits_moderation or c.objection),
        unanswered=unanswered_comments(proposal),
    )


def _stands_on(row: Row, shelf: Shelf, roles: frozenset[Role]) -> bool:
    if shelf is Shelf.ENDED:
        return True
    if shelf is Shelf.DUE:
        return row.is_due
    mine = bool(row.turn and row.turn.role in roles) or (Role.DESK in roles and bool(row.to_read))
    return mine if shelf is Shelf.MINE else not mine


def _urgency(row: Row) -> tuple[bool, date, str]:
    due = row.clock.due if row.clock else None
    return due is None, due or date.max, row.number


def _opinion_row(opinion: Opinion) -> OpinionRow:
    proposal = opinion.proposal
    due = due_of(opinion)
    return OpinionRow(
        id=opinion.id,
        number=proposal.number or "",
        title=proposal.title,
        place_name=proposal.place_name,
        office=opinion.office,
        is_district=opinion.is_district,
        asked_on=opinion.asked_on,
        due=due,
        left=(due - settings().today()).days,
        late_days=late_days(opinion),
        given_on=opinion.given_on,
        verdict=opinion.verdict or "",
        is_open=proposal.state in OPEN,
    )
