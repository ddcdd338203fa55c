"""The office's steps of the inquiry: opening, missing papers, the executive. Art. 11(4)-11(9)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Entry, expect, history, record
from pactregistry.people.acting import Actor, Day, act
from pactregistry.people.addressees import holders, write
from pactregistry.proposals.acting import refuse_wrong_day
from pactregistry.proposals.actions_opinions import ask
from pactregistry.proposals.addressees import author_of, bodies_of
from pactregistry.proposals.comments_window import days_from
from pactregistry.proposals.facts import days_of, facts_on, office_name, pack_of
from pactregistry.proposals.kinds import comment_days, set_by_text, whole_days
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.sheet_text import text_digest
from pactregistry.workflow.clocks import last_day
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState, Role


@dataclass(frozen=True)
class Inquiry:
    """What the office announces when it opens an inquiry. Art. 11(4)-(6)."""

    days: int | None
    offices: tuple[str, ...]
    district: bool
    opinion_days: int
    comments_from: date
    comment_days: int
    substantial_change: bool
    digest_read: str
    pact_kind: str = ""
    weighty: bool = False


def open_inquiry(proposal: Proposal, actor: Actor, seen: int, day: Day, inquiry: Inquiry) -> Entry:
    """Announce time and offices, ask the opinions, open the comment window, publish the sheet."""
    expect(proposal, PROPOSAL.name, seen)
    entries = history(PROPOSAL.name, proposal.id)
    pack = pack_of(proposal)
    days = set_by_text(pack, "inquiry") or inquiry.days
    facts = facts_on(
        proposal,
        entries,
        actor,
        announced_days=days,
        offices=inquiry.offices,
        kind_missing=bool(pack.kinds) and inquiry.pact_kind not in pack.kinds,
        preview_confirmed=inquiry.digest_read == text_digest(proposal),
    )
    refuse_wrong_day("open_inquiry", proposal, actor, facts, day, entries)
    step = PROPOSAL.take("open_inquiry", ProposalState(proposal.state), actor.role, facts)
    proposal.pact_kind = inquiry.pact_kind if pack.kinds else ""
    comments = comment_days(proposal, inquiry.comment_days, weighty=inquiry.weighty)
    proposal.announced_days = whole_days(proposal, days, comments)
    proposal.substantial_change = inquiry.substantial_change
    # Nobody could comment before the sheet was public, whatever the day of the office's note.
    since = max(inquiry.comments_from, settings().today())
    proposal.comments_from, proposal.comments_until = days_from(since, comments)
    asked = list(inquiry.offices)
    told = {
        "days": proposal.announced_days,
        "kind": proposal.pact_kind,
        "offices": asked,
        "district": proposal.district if inquiry.district else "",
        "comments_from": since.isoformat(),
        "comments_until": proposal.comments_until.isoformat(),
    }
    entry = record(proposal, step, act(actor, day, facts=told))
    for office in asked:
        ask(proposal, office, is_district=False, days=inquiry.opinion_days)
    if inquiry.district and proposal.district:
        ask(proposal, proposal.district, is_district=True, days=inquiry.opinion_days)
    offices = [office_name(opinion) for opinion in proposal.opinions]
    context = {"proposal": proposal, "due": _due(proposal), "offices": offices}
    write(author_of(proposal), "inquiry_opened", **context)
    db.session.commit()
    return entry


def request_supplement(
    proposal: Proposal, actor: Actor, seen: int, day: Day, items: Sequence[str]
) -> Entry:
    """List what is missing, once and in full; the clock stops until it comes. Art. 11(4), 3(1)f."""
    expect(proposal, PROPOSAL.name, seen)
    entries = history(PROPOSAL.name, proposal.id)
    listed = tuple(item.strip() for item in items if item.strip())
    facts = facts_on(proposal, entries, actor, listed_items=listed)
    refuse_wrong_day("request_supplement", proposal, actor, facts, day, entries)
    step = PROPOSAL.take("request_supplement", ProposalState(proposal.state), actor.role, facts)
    until = last_day(day.occurred_on, days_of(proposal, "supplement"))
    told = {"count": len(listed), "until": until.isoformat()}
    # The items may name people and papers: they stay between the office and the author.
    entry = record(proposal, step, act(actor, day, facts=told, private={"items": list(listed)}))
    to = author_of(proposal)
    write(to, "supplement_asked", proposal=proposal, items=listed, until=until)
    db.session.commit()
    return entry


def refer(
    proposal: Proposal, actor: Actor, seen: int, day: Day, *, why: str, substantial_change: bool
) -> Entry:
    """Send a substantial change of places or of their use to the City executive. Art. 11(9)."""
    expect(proposal, PROPOSAL.name, seen)
    entries = history(PROPOSAL.name, proposal.id)
    facts = facts_on(proposal, entries, actor, substantial_change=substantial_change)
    refuse_wrong_day("refer", proposal, actor, facts, day, entries)
    step = PROPOSAL.take("refer", ProposalState(proposal.state), actor.role, facts)
    proposal.substantial_change = substantial_change
    entry = record(proposal, step, act(actor, day, reason=why.strip()))
    executives = {office.key for office in settings().city.offices_of("executive")}
    to = [who for key in sorted(executives) for who in holders(Role.EXECUTIVE, key)]
    write(to, "executive_asked", proposal=proposal, why=why)
    write(author_of(proposal), "referred", proposal=proposal, why=why)
    db.session.commit()
    return entry


def resolve(
    proposal: Proposal,
    actor: Actor,
    seen: int,
    day: Day,
    *,
    outcome: ProposalState,
    resolution: str,
    reasons: Sequence[str],
) -> Entry:
    """Record the executive's resolution: the file goes on, or is refused. Art. 11(9), 11(8)."""
    expect(proposal, PROPOSAL.name, seen)
    entries = history(PROPOSAL.name, proposal.id)
    given = tuple(reason.strip() for reason in reasons if reason.strip())
    facts = facts_on(
        proposal,
        entries,
        actor,
        resolution=resolution,
        reasons=given,
        favourable=outcome == ProposalState.INQUIRY,
    )
    refuse_wrong_day("resolve", proposal, actor, facts, day, entries)
    step = PROPOSAL.take("resolve", ProposalState(proposal.state), actor.role, facts, to=outcome)
    told = {
        "resolution": resolution.strip(),
        "reasons": list(given),
        "remedies": dict(settings().city.remedies) if outcome == ProposalState.REFUSED else {},
    }
    entry = record(proposal, step, act(actor, day, reason="\n\n".join(given), facts=told))
    context = {"proposal": proposal, "resolution": resolution, "reasons": given}
    write(author_of(proposal), "resolved", **context)
    write(bodies_of(proposal), "resolved_bodies", **context)
    db.session.commit()
    return entry


def note_registry_number(proposal: Proposal, seen: int, registry_number: str) -> None:
    """Add the City's own registry number beside ours. Art. 11(1)."""
    expect(proposal, PROPOSAL.name, seen)
    proposal.registry_number = registry_number.strip()
    db.session.commit()


def _due(proposal: Proposal) -> date | None:
    if proposal.submitted_on is None or proposal.announced_days is None:
        return None
    return last_day(proposal.submitted_on, proposal.announced_days)
