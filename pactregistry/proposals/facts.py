"""Gathers the facts on a proposal that the guards of the lifecycle read. Art. 10, 11."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import or_, select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Entry, history
from pactregistry.languages import in_language
from pactregistry.people.acting import Actor
from pactregistry.people.models import Membership
from pactregistry.proposals.call_answered import call_facts, term_set
from pactregistry.proposals.comment_words import OPPOSITION
from pactregistry.proposals.comments_window import is_open
from pactregistry.proposals.competing.facts import competition_facts
from pactregistry.proposals.entries import is_announced, obstacles_notice, resolution_of
from pactregistry.proposals.models import Comment, Opinion, Proposal
from pactregistry.proposals.succession import is_offered
from pactregistry.workflow.facts import ProposalFacts
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.pack import Pack, Term
from pactregistry.workflow.states import ProposalState


def pack_of(proposal: Proposal) -> Pack:
    """The pack under which a file was sent; a draft follows the one in force today. Art. 36(1)."""
    here = settings()
    if proposal.state == ProposalState.DRAFT:
        return here.pack
    # The pack of an older register is not here: its files follow the present one.
    return here.packs.get(proposal.pack_id, here.pack)


def term_of(proposal: Proposal, key: str) -> Term:
    """A term of the file's pack with the city's value, or as the call sets it. Art. 11(2)."""
    return term_set(proposal, settings().city.term(pack_of(proposal), key, proposal.pact_kind))


def days_of(proposal: Proposal, key: str) -> int:
    """The days of a term that the text or the city sets; the start refuses a city without them."""
    value = term_of(proposal, key).value
    if value is None:
        message = f"neither the pack nor the city sets the term {key}"
        raise LookupError(message)
    return value


def approval_by_kind(pack: Pack, kind: str) -> str:
    """The name of a kind of pact that the City executive approves; empty for others. Art. 11(9)."""
    found = pack.kinds.get(kind)
    return in_language(found.label) if found is not None and found.needs_executive else ""


def office_name(opinion: Opinion) -> str:
    """The office or district that gives an opinion, as its reader calls it."""
    city = settings().city
    named = city.districts if opinion.is_district else city.offices
    return in_language(named[opinion.office].name) if opinion.office in named else opinion.office


def awaited_opinions(proposal: Proposal) -> list[Opinion]:
    """The opinions asked and not given yet, the oldest term first."""
    waiting = [opinion for opinion in proposal.opinions if opinion.given_on is None]
    return sorted(waiting, key=lambda opinion: (opinion.asked_on, opinion.id))


def unanswered_comments(proposal: Proposal) -> int:
    """How many public comments of the first level have no answer by the office. Art. 11(5)."""
    return len(_unanswered(proposal))


def _unanswered(proposal: Proposal) -> list[Comment]:
    answered = {c.parent_id for c in proposal.comments if c.is_answer}
    asked = [
        c
        for c in proposal.comments
        if c.parent_id is None and not (c.is_answer or c.hidden_category or c.awaits_moderation)
    ]
    return [comment for comment in asked if comment.id not in answered]


def is_proposer(proposal: Proposal, account_id: int) -> bool:
    """Whether an account proposed: as author or in the group, then or since. Art. 11(7), 11(8)."""
    if proposal.author_id == account_id:
        return True
    today = settings().today()
    # Who leaves the group before the decision proposed all the same.
    query = select(Membership.id).where(
        Membership.group_id == proposal.group_id,
        Membership.account_id == account_id,
        Membership.since <= today,
        or_(Membership.until.is_(None), Membership.until >= (proposal.submitted_on or today)),
    )
    return db.session.scalar(query.limit(1)) is not None


def _answer_awaited(proposal: Proposal, entries: Sequence[Entry]) -> date | None:
    told = obstacles_notice(entries) if proposal.state == ProposalState.WARNED else None
    return None if told is None or told.until < settings().today() else told.until


def facts_on(
    proposal: Proposal, entries: Sequence[Entry], actor: Actor, **typed: Any
) -> ProposalFacts:
    """The facts on a file as it stands, with what the form adds to them."""
    city = settings().city
    facts = ProposalFacts(
        reason_minimum=city.reason_minimum,
        formulas=city.formulas,
        withheld=proposal.withheld,
        announced_days=proposal.announced_days,
        resolution=resolution_of(entries),
        comments_until=proposal.comments_until if is_open(proposal) else None,
        opinions_awaited=tuple(office_name(opinion) for opinion in awaited_opinions(proposal)),
        comments_unanswered=unanswered_comments(proposal),
        actor_is_proposer=is_proposer(proposal, actor.account_id),
        substantial_change=proposal.substantial_change,
        approval_by_kind=approval_by_kind(pack_of(proposal), proposal.pact_kind),
        oppositions_unanswered=sum(1 for c in _unanswered(proposal) if c.kind == OPPOSITION),
        pack_offered=is_offered(proposal),
        obstacles_announced=not city.switches["obstacles_notice"] or is_announced(entries),
        obstacles_until=_answer_awaited(proposal, entries),
    )
    of_others = competition_facts(proposal) | call_facts(proposal, entries)
    return replace(facts, **of_others | typed)


def acceptance_facts(proposal: Proposal, actor: Actor) -> ProposalFacts:
    """The facts that `accept` asks for. Art. 11(7), 10(7)."""
    return facts_on(proposal, history(PROPOSAL.name, proposal.id), actor)
