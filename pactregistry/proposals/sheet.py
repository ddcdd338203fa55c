"""The public projection of a proposal: the one source for page and preview. Art. 3(1)b, 11(5).

A frozen value without a private field; a page can show nothing that does not stand here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from pactregistry.config import settings
from pactregistry.journal import Entry, clock_marks
from pactregistry.proposals.comments_window import Window, window_of
from pactregistry.proposals.entries import last
from pactregistry.proposals.facts import awaited_opinions, office_name
from pactregistry.proposals.kinds import clock_days
from pactregistry.proposals.models import Comment, Opinion, Proposal
from pactregistry.proposals.sheet_text import SheetText, sheet_text
from pactregistry.proposals.timeline import Moment, timeline
from pactregistry.workflow.clocks import Clock, last_day, read_clock
from pactregistry.workflow.lifecycle import CLOSED, PROPOSAL

# The steps by which a file ends.
ENDING = (
    *("redirect", "lapse", "refuse", "resolve", "accept", "withdraw"),
    *("integrate", "record_choice", "award"),
)


@dataclass(frozen=True)
class PublicOpinion:
    """One opinion: by which office, asked and due when, and what it says; no officer's name."""

    id: int
    office: str
    is_district: bool
    asked_on: date
    due: date
    given_on: date | None
    late_days: int
    verdict: str
    text: str
    came_elsewhere: bool


@dataclass(frozen=True)
class PublicComment:
    """One comment with its replies; a hidden one keeps its category alone."""

    id: int
    public_name: str
    kind: str
    text: str
    written_at: datetime
    edited_at: datetime | None
    received_on: date | None
    is_answer: bool
    hidden_category: str
    replies: tuple["PublicComment", ...]


@dataclass(frozen=True)
class Decision:
    """How the file ended: with which reasons, under which remedies."""

    step: str
    occurred_on: date
    reasons: tuple[str, ...]
    instrument: str
    resolution: str
    remedies: dict[str, str]
    call: str = ""


@dataclass(frozen=True)
class PublicSheet:
    """All that the public may read of a proposal; `text` is None until the sheet is opened."""

    number: str
    state: str
    submitted_on: date | None
    registry_number: str
    place_name: str
    commons_number: str  # its entry of the list of commons, empty for none that is public
    district: str
    theme: str
    imported: bool
    text: SheetText | None
    substantial_change: bool
    announced_days: int | None
    pact_kind: str
    pack_id: str
    pack_version: str
    comments_from: date | None
    comments_until: date | None
    window: Window
    clock: Clock | None
    late_offices: tuple[str, ...]
    opinions: tuple[PublicOpinion, ...]
    comments: tuple[PublicComment, ...]
    comment_count: int
    hidden_count: int
    timeline: tuple[Moment, ...]
    decision: Decision | None

    @property
    def is_full(self) -> bool:
        """Whether the sheet was opened, and not only the line of its receipt."""
        return self.text is not None


def public_sheet(proposal: Proposal, entries: Sequence[Entry]) -> PublicSheet:
    """What the public reads of a proposal today."""
    full = proposal.comments_from is not None
    return PublicSheet(
        number=proposal.number or "",
        state=str(proposal.state),
        submitted_on=proposal.submitted_on,
        registry_number=proposal.registry_number,
        place_name=proposal.place_name,
        commons_number=_entry_of(proposal),
        district=proposal.district,
        theme=proposal.theme,
        imported=bool(proposal.imported_from),
        text=sheet_text(proposal) if full else None,
        substantial_change=proposal.substantial_change and full,
        announced_days=proposal.announced_days,
        pact_kind=proposal.pact_kind,
        pack_id=proposal.pack_id,
        pack_version=proposal.pack_version,
        comments_from=proposal.comments_from,
        comments_until=proposal.comments_until,
        window=window_of(proposal),
        clock=clock_of(proposal, entries),
        late_offices=_late_offices(proposal),
        opinions=tuple(_opinion(opinion) for opinion in _in_order(proposal.opinions)),
        comments=_comments(proposal.comments),
        comment_count=sum(1 for c in proposal.comments if _is_shown(c) and not c.is_answer),
        hidden_count=sum(1 for c in proposal.comments if c.hidden_category),
        timeline=timeline(proposal, entries),
        decision=_decision(proposal, entries),
    )


def clock_of(proposal: Proposal, entries: Sequence[Entry]) -> Clock | None:
    """The clock of the inquiry as it stands today."""
    marks = clock_marks(PROPOSAL, entries)
    return read_clock(marks, clock_days(proposal), settings().today())


def due_of(opinion: Opinion) -> date:
    """The last day for an opinion."""
    return last_day(opinion.asked_on, opinion.term_days)


def late_days(opinion: Opinion) -> int:
    """Days by which an opinion was given late, or is late today."""
    seen = opinion.given_on or settings().today()
    return max(0, (seen - due_of(opinion)).days)


def _late_offices(proposal: Proposal) -> tuple[str, ...]:
    late = [opinion for opinion in awaited_opinions(proposal) if late_days(opinion)]
    return tuple(office_name(opinion) for opinion in late)


def _in_order(opinions: Sequence[Opinion]) -> list[Opinion]:
    return sorted(opinions, key=lambda opinion: (opinion.asked_on, opinion.id))


def _opinion(opinion: Opinion) -> PublicOpinion:
    return PublicOpinion(
        id=opinion.id,
        office=office_name(opinion),
        is_district=opinion.is_district,
        asked_on=opinion.asked_on,
        due=due_of(opinion),
        given_on=opinion.given_on,
        late_days=late_days(opinion),
        verdict=opinion.verdict or "",
        text=opinion.text,
        came_elsewhere=bool(opinion.source_document),
    )


def _is_shown(comment: Comment) -> bool:
    return not (comment.hidden_category or comment.awaits_moderation)


def _comments(comments: Sequence[Comment]) -> tuple[PublicComment, ...]:
    public = sorted(
        (c for c in comments if not c.awaits_moderation), key=lambda c: (c.written_at, c.id)
    )
    return tuple(_comment(c, public) for c in public if c.parent_id is None)


def _comment(comment: Comment, others: Sequence[Comment]) -> PublicComment:
    hidden = bool(comment.hidden_category)
    return PublicComment(
        id=comment.id,
        public_name="" if hidden else comment.public_name,
        kind=comment.kind,
        text="" if hidden else comment.text,
        written_at=comment.written_at,
        edited_at=None if hidden else comment.edited_at,
        received_on=comment.received_on,
        is_answer=comment.is_answer,
        hidden_category=comment.hidden_category,
        replies=tuple(_comment(c, others) for c in others if c.parent_id == comment.id),
    )


def _decision(proposal: Proposal, entries: Sequence[Entry]) -> Decision | None:
    entry = last(entries, *ENDING)
    if proposal.state not in CLOSED or entry is None:
        return None
    told = entry.facts
    reasons = told.get("reasons") or ([entry.reason] if entry.reason else [])
    return Decision(
        step=entry.step,
        occurred_on=entry.occurred_on,
        reasons=tuple(reasons),
        instrument=str(told.get("instrument", "")),
        resolution=str(told.get("resolution", "")),
        remedies=dict(told.get("remedies", {})),
        call=str(told.get("call", "")) if entry.step == "award" else "",
    )


def _entry_of(proposal: Proposal) -> str:
    commons = proposal.commons
    return "" if commons is None or commons.withheld else commons.number or ""
