"""A proposal before it is sent: begun, saved as typed, or thrown away. Art. 4(1), 11(1).

A draft is private. Throwing it away is no act of the procedure, so the journal tells nothing of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from pactregistry.config import settings
from pactregistry.database import db, lock
from pactregistry.documents.actions import attach
from pactregistry.documents.models import Attachment
from pactregistry.documents.uploads import Upload
from pactregistry.journal import Stale, expect, record
from pactregistry.people.acting import Actor, Day, act, day_obstacles
from pactregistry.people.models import Group
from pactregistry.proposals import drafts, papers, placing
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Obstacle, Unlawful
from pactregistry.workflow.facts import ProposalFacts
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import (
    CommonsKind,
    Intensity,
    ProposalState,
    ProposerKind,
    Role,
    Track,
)

UPLOADS_AN_HOUR = 20  # protects the machine; not a rule of the regulation

# What the author types; a form that sends anything else is refused.
TYPED = frozenset(
    {
        "title",
        "summary",
        "description",
        "benefits",
        "theme",
        "intensity",
        "commons_kind",
        "commons_id",
        "place_name",
        "district",
        "longitude",
        "latitude",
        "private_owner",
        "heritage_protected",
        "proposer_kind",
        "group_id",
        "public_author",
        "interest_declared",
        "support_asked",
        "people_count",
        "wished_from",
        "wished_until",
        "works",
        "money",
        "risk",
        "answers",
    }
)


class UploadFlood(Exception):
    """Too many papers in a short time: wait an hour."""


@dataclass(frozen=True)
class Start:
    """The answers to the first questions, which choose the pace. Art. 3(1)f-h."""

    intensity: Intensity
    proposer_kind: ProposerKind
    works: bool
    money: bool
    risk: bool
    # What is known beforehand by the columns of a proposal: a call that it answers, a commons.
    known: Mapping[str, Any] = field(default_factory=dict)
    track: Track = Track.SPONTANEOUS


@dataclass(frozen=True)
class Counter:
    """The person at the counter, and when and with what the proposal came. Art. 4(1), 10(2)."""

    name: str
    contact: str
    came_on: date
    document: str
    came_at: datetime | None = None


def begin(actor: Actor, start: Start, counter: Counter | None = None) -> Proposal:
    """Begin a draft: the actor's own, or typed by an officer for a person at the counter."""
    here = settings()
    day = Day(counter.came_on if counter else here.today())
    if counter:
        _refuse_wrong_day(counter)
    step = PROPOSAL.take("draft", None, actor.role, ProposalFacts())
    proposal = Proposal(
        created_at=here.now(),
        pack_id=here.pack.id,
        pack_version=here.pack.version,
        author_id=None if counter else actor.account_id,
        author_name=counter.name if counter else "",
        author_contact=counter.contact if counter else "",
        entered_by_id=actor.account_id if counter else None,
        proposer_kind=start.proposer_kind,
        intensity=start.intensity,
        commons_kind=CommonsKind.PUBLIC_SPACE,
        works=start.works,
        money=start.money,
        risk=start.risk,
        track=start.track,
    )
    for name, value in start.known.items():
        setattr(proposal, name, value)
    private = {"document": counter.document} if counter else {}
    if counter and counter.came_at:
        private["came_at"] = counter.came_at.isoformat()
    record(proposal, step, act(actor, day, private=private))
    db.session.commit()
    return proposal


def save(draft: Proposal, seen: int, values: Mapping[str, Any]) -> None:
    """Keep what was typed in one step; the group chosen gives kind and public name. Art. 4(2)."""
    expect(draft, PROPOSAL.name, seen)
    values = placing.filled_in(draft, values)
    for name in sorted(values):
        if name not in TYPED:
            message = f"not typed by an author: {name}"
            raise ValueError(message)
        setattr(draft, name, values[name])
    group = db.session.get(Group, draft.group_id) if draft.group_id else None
    if group is not None:
        draft.proposer_kind = group.kind
        draft.public_author = group.name
    db.session.commit()


def add_paper(draft: Proposal, actor: Actor, upload: Upload, kind: str) -> Attachment:
    """Keep a paper with the draft.

    Raises:
        Stale: it was sent meanwhile.
    """
    lock(draft)
    if draft.state != ProposalState.DRAFT:
        raise Stale(PROPOSAL.name, draft, draft.version)
    added = keep_paper(draft, actor, upload, kind)
    db.session.commit()
    return added


def keep_paper(proposal: Proposal, actor: Actor, upload: Upload, kind: str) -> Attachment:
    """Keep a paper with a proposal, private, inside the act that sends it; does not commit.

    Raises:
        UploadFlood: this person added too many papers within the hour.
    """
    if drafts.uploads_this_hour(actor.account_id) >= UPLOADS_AN_HOUR:
        raise UploadFlood
    known = {paper.key for paper in papers.asked(proposal)}
    return attach(
        upload,
        (PROPOSAL.name, proposal.id),
        kind if kind in known else papers.OTHER,
        added_at=settings().now(),
        added_by_id=actor.account_id,
    )


def remove_paper(paper: Attachment) -> None:
    """Take a paper out of a draft, before anybody but the author has seen it."""
    db.session.delete(paper)
    db.session.commit()


def throw_away(draft: Proposal, seen: int) -> None:
    """Delete a draft with its papers."""
    expect(draft, PROPOSAL.name, seen)
    for paper in papers.given(draft):
        db.session.delete(paper)
    db.session.delete(draft)
    db.session.commit()


def _refuse_wrong_day(counter: Counter) -> None:
    found = list(day_obstacles((), Day(counter.came_on), by=Role.DESK))
    if counter.came_on < settings().today() and not counter.document.strip():
        found.append(
            Obstacle(
                "earlier_without_document",
                cite("3(1)b"),
                binds=True,
                message=N_("An earlier day needs the paper that shows it."),
                remedy=N_("Name the paper: a letter with its date, or its registry number."),
                mender=Role.DESK,
            )
        )
    if found:
        raise Unlawful(PROPOSAL.name, "draft", tuple(found))
