"""What the public, and beyond it the parties, read of competing proposals. Art. 3(1)b, 10(7).

Frozen values without names: a page can show nothing that does not stand here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pactregistry.config import settings
from pactregistry.documents.models import Attachment
from pactregistry.proposals.competing import reading
from pactregistry.proposals.competing.actions_rivals import MEETING
from pactregistry.proposals.competing.models import Competition, Meeting
from pactregistry.proposals.competing.models_choice import Choice
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.clocks import civil_day
from pactregistry.workflow.states import ChoiceState


@dataclass(frozen=True)
class PublicRival:
    """One proposal by its number; its words only while they are public."""

    number: str
    title: str
    public_author: str
    state: str


@dataclass(frozen=True)
class PublicMeeting:
    """One meeting: numbers and roles, minutes, the scans that may be read."""

    held_on: date
    recorded_on: date | None
    place: str
    people: int | None
    roles: str
    minutes: str
    public: bool
    source_document: str
    papers: tuple[Attachment, ...]


@dataclass(frozen=True)
class Standing:
    """A choice in one line: where it stands and its days."""

    number: str
    state: str
    kind: str
    opens_on: date | None
    closes_on: date | None
    assembly_on: date | None
    assembly_place: str


@dataclass(frozen=True)
class PublicCompetition:
    """All that is public of a competition, or what its parties read as well."""

    number: str
    place_name: str
    declared_on: date
    comparison: str
    rivals: tuple[PublicRival, ...]
    meetings: tuple[PublicMeeting, ...]
    choices: tuple[Standing, ...]
    is_withheld: bool


@dataclass(frozen=True)
class Rivalry:
    """What a sheet says of rivals: who they are, the choice between them, what came of it."""

    number: str
    others: tuple[PublicRival, ...]
    choice: Standing | None
    joined_into: PublicRival | None
    joined_from: tuple[PublicRival, ...]


def public_competition(found: Competition, *, for_parties: bool = False) -> PublicCompetition:
    """A competition as the public reads it; the parties read their own minutes too."""
    # Words about a withheld file could repeat what must not be read.
    withheld = any(rival.proposal.withheld for rival in found.rivals)
    meetings = [] if withheld else reading.meetings_of(found)
    shown = [meeting for meeting in meetings if meeting.public or for_parties]
    papers = reading.papers_with(MEETING, [meeting.id for meeting in shown])
    return PublicCompetition(
        number=found.number,
        place_name="" if withheld else found.place_name,
        declared_on=found.declared_on,
        comparison="" if withheld else found.comparison,
        rivals=tuple(public_rival(rival.proposal) for rival in found.rivals),
        meetings=tuple(
            _meeting(m, [p for p in papers[m.id] if p.public or for_parties]) for m in shown
        ),
        choices=tuple(standing(choice) for choice in reading.choices_of(found)),
        is_withheld=withheld,
    )


def rivalry(proposal: Proposal) -> Rivalry | None:
    """What a proposal's own pages say of its rivals; None where it has none."""
    found = reading.competition_of(proposal)
    if found is None:
        return None
    into = reading.joined_into(proposal)
    latest = next(iter(reading.choices_of(found)), None)
    return Rivalry(
        number=found.number,
        others=tuple(
            public_rival(r.proposal) for r in found.rivals if r.proposal_id != proposal.id
        ),
        choice=standing(latest) if latest is not None else None,
        joined_into=public_rival(into) if into is not None else None,
        joined_from=tuple(public_rival(other) for other in reading.joined_in(proposal)),
    )


def public_rival(proposal: Proposal) -> PublicRival:
    """A proposal as the pages of its rivals name it."""
    shown = proposal.comments_from is not None and not proposal.withheld
    return PublicRival(
        number=proposal.number or "",
        title=proposal.title if shown else "",
        public_author=proposal.public_author if shown else "",
        state=str(proposal.state),
    )


def standing(choice: Choice) -> Standing:
    """A choice in one line; open on its first day, however late the clock was looked at."""
    begun = choice.has_ballot and choice.opens_on and choice.opens_on <= settings().today()
    is_open = choice.state == ChoiceState.CALLED and begun
    return Standing(
        number=choice.number,
        state=ChoiceState.OPEN if is_open else str(choice.state),
        kind=choice.kind,
        opens_on=choice.opens_on,
        closes_on=choice.closes_on,
        assembly_on=choice.assembly_on,
        assembly_place=choice.assembly_place,
    )


def _meeting(meeting: Meeting, papers: Sequence[Attachment]) -> PublicMeeting:
    recorded = civil_day(meeting.recorded_at, settings().city.zone)
    return PublicMeeting(
        held_on=meeting.held_on,
        recorded_on=recorded if recorded != meeting.held_on else None,
        place=meeting.place,
        people=meeting.people,
        roles=meeting.roles,
        minutes=meeting.minutes,
        public=meeting.public,
        source_document=meeting.source_document,
        papers=tuple(papers),
    )
