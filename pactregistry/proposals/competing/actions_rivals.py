"""Proposals are declared competing, meet, and are released when no rival is left. Art. 10(7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents.actions import attach
from pactregistry.documents.uploads import Upload
from pactregistry.journal import Entry, expect, history, next_number, record
from pactregistry.people.acting import Actor, Day, act, day_obstacles
from pactregistry.people.addressees import write
from pactregistry.proposals.acting import refuse_wrong_day
from pactregistry.proposals.addressees import author_of
from pactregistry.proposals.competing import reading
from pactregistry.proposals.competing.models import Competition, Meeting, Rival
from pactregistry.proposals.facts import facts_on
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.reading import locked
from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Obstacle, Unlawful
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState, Role

MEETING = "meeting"


@dataclass(frozen=True)
class Held:
    """What is recorded of a meeting: numbers and roles for all, names for the office alone."""

    held_on: date
    place: str
    people: int | None
    roles: str
    names: str
    minutes: str
    public: bool
    source_document: str = ""
    scan_public: bool = False


def declare(
    proposal: Proposal,
    actor: Actor,
    seen: int,
    day: Day,
    others: Sequence[Proposal],
    comparison: str,
) -> Competition:
    """Declare proposals competing, all in one act; one that competes already brings its rivals."""
    expect(proposal, PROPOSAL.name, seen)
    chosen = [proposal, *(locked(other.id) for other in others)]
    found = _standing(chosen)
    if len(chosen) == 1:
        raise Unlawful(PROPOSAL.name, "declare_competing", (_alone(),))
    if found is None:
        found = _new(proposal, actor, day)
    if comparison.strip():
        found.comparison = "\n\n".join(filter(None, (found.comparison, comparison.strip())))
    for one in chosen:
        if one.state != ProposalState.COMPETING:
            _declare_one(one, found, actor, day)
        if all(rival.proposal_id != one.id for rival in found.rivals):
            found.rivals.append(Rival(proposal=one, joined_on=day.occurred_on))
    db.session.flush()
    for rival in found.rivals:
        rivals = [other.proposal for other in found.rivals if other is not rival]
        context = {"proposal": rival.proposal, "rivals": rivals, "competition": found}
        write(author_of(rival.proposal), "competing_declared", **context)
    db.session.commit()
    return found


def record_meeting(
    found: Competition, actor: Actor, day: Day, held: Held, scans: Sequence[Upload] = ()
) -> Meeting:
    """Keep the minutes of a meeting, held now or before, on paper or not. Art. 3(1)b."""
    against = [*day_obstacles((), day, by=actor.role)]
    if not (held.minutes.strip() or scans):
        against.append(_no_minutes())
    if against:
        raise Unlawful(PROPOSAL.name, "declare_competing", tuple(against))
    meeting = Meeting(
        competition_id=found.id,
        held_on=held.held_on,
        place=held.place.strip(),
        people=held.people,
        roles=held.roles.strip(),
        names=held.names.strip(),
        minutes=held.minutes.strip(),
        public=held.public,
        source_document=held.source_document.strip(),
        recorded_at=settings().now(),
        recorded_by_id=actor.account_id,
    )
    db.session.add(meeting)
    db.session.flush()
    for scan in scans:
        attach(
            scan,
            (MEETING, meeting.id),
            MEETING,
            added_at=settings().now(),
            added_by_id=actor.account_id,
            public=held.public and held.scan_public,
        )
    for proposal in reading.still_competing(found):
        context = {"proposal": proposal, "competition": found, "meeting": meeting}
        write(author_of(proposal), "competing_meeting", **context)
    db.session.commit()
    return meeting


def release(proposal: Proposal, actor: Actor, seen: int, day: Day) -> Entry:
    """Let a proposal go on whose rivals have all ended."""
    expect(proposal, PROPOSAL.name, seen)
    entries = history(PROPOSAL.name, proposal.id)
    facts = facts_on(proposal, entries, actor)
    refuse_wrong_day("release", proposal, actor, facts, day, entries)
    step = PROPOSAL.take("release", ProposalState(proposal.state), actor.role, facts)
    entry = record(proposal, step, act(actor, day))
    write(author_of(proposal), "competing_released", proposal=proposal)
    db.session.commit()
    return entry


def _standing(chosen: Sequence[Proposal]) -> Competition | None:
    """The competition in which some of these stand already."""
    there = [p for p in chosen if p.state == ProposalState.COMPETING]
    found = {c.id: c for c in map(reading.competition_of, there) if c is not None}
    if len(found) > 1:
        raise Unlawful(PROPOSAL.name, "declare_competing", (_two_competitions(),))
    return next(iter(found.values()), None)


def _new(proposal: Proposal, actor: Actor, day: Day) -> Competition:
    here = settings()
    found = Competition(
        number=next_number("K", here.today().year),
        commons_id=proposal.commons_id,
        place_name=proposal.place_name,
        district=proposal.district,
        comparison="",
        declared_on=day.occurred_on,
        declared_by_id=actor.account_id,
        recorded_at=here.now(),
    )
    db.session.add(found)
    db.session.flush()
    return found


def _declare_one(proposal: Proposal, found: Competition, actor: Actor, day: Day) -> None:
    entries = history(PROPOSAL.name, proposal.id)
    running = reading.choice_under_way(found) is not None
    facts = facts_on(proposal, entries, actor, choice_running=running)
    refuse_wrong_day("declare_competing", proposal, actor, facts, day, entries)
    step = PROPOSAL.take("declare_competing", ProposalState(proposal.state), actor.role, facts)
    record(proposal, step, act(actor, day, facts={"competition": found.number}))


def _obstacle(name: str, message: str, remedy: str) -> Obstacle:
    return Obstacle(
        name, cite("10(7)"), binds=True, message=message, remedy=remedy, mender=Role.DESK
    )


def _alone() -> Obstacle:
    return _obstacle(
        "alone",
        N_("No other proposal is chosen: one alone does not compete."),
        N_("Mark at least one of the proposals found, or leave the file as it is."),
    )


def _two_competitions() -> Obstacle:
    return _obstacle(
        "two_competitions",
        N_("The proposals chosen stand in two different competitions already."),
        N_("Choose those of one of them; the other comes to its own end first."),
    )


def _no_minutes() -> Obstacle:
    return _obstacle(
        "no_minutes",
        N_("The minutes are missing."),
        N_("Write what was said and agreed, or attach the scan of the minutes."),
    )
