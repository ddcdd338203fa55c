"""What the guards on competing proposals and on a choice read. Art. 10(7), 4(1)."""

from datetime import date, timedelta
from typing import Any

from pactregistry.config import settings
from pactregistry.people.models import Account
from pactregistry.proposals.competing import reading
from pactregistry.proposals.competing.finding import candidates
from pactregistry.proposals.competing.models import Competition, JointText
from pactregistry.proposals.competing.models_choice import Choice
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.facts import ChoiceFacts
from pactregistry.workflow.lifecycle import OPEN
from pactregistry.workflow.states import ChoiceState, ProposalState


def competition_facts(proposal: Proposal) -> dict[str, Any]:
    """What `ProposalFacts` says of rivals; nothing of a file that has ended or is a draft."""
    if proposal.state not in OPEN:
        return {}
    found = reading.competition_of(proposal)
    named_already = {rival.proposal_id for rival in found.rivals} if found else set()
    others = [c.proposal for c in candidates(proposal) if c.proposal.id not in named_already]
    nearby = {"others_nearby": tuple(other.number or "" for other in others)}
    if found is None:
        # An imported file may compete with one that nobody has named here yet.
        alone = proposal.state == ProposalState.COMPETING
        return {**nearby, "consents_missing": (named(proposal),) if alone else ()}
    told = {**nearby, "rival_open": bool(reading.others_open(found, proposal))}
    if proposal.state != ProposalState.COMPETING:
        return told
    latest = next(iter(reading.choices_of(found)), None)
    return {
        **told,
        "consents_missing": consents_missing(found, reading.open_text(found)),
        "choice_recorded": awaits_recording(latest) or is_tied(latest),
        "choice_tied": is_tied(latest),
        "choice_running": is_running(latest),
    }


def named(proposal: Proposal) -> str:
    """A proposal in one line: its number and who proposes, as the public reads it."""
    who = f" ({proposal.public_author})" if proposal.public_author else ""
    return f"{proposal.number}{who}"


def consents_missing(found: Competition, text: JointText | None) -> tuple[str, ...]:
    """Whose consent a joint text still lacks: all while there is no text, then all but who agreed.

    Who declined is among them: the text does not have that consent.
    """
    agreed = {c.proposal_id for c in text.consents if c.agrees} if text else set()
    return tuple(named(p) for p in reading.still_competing(found) if p.id not in agreed)


def awaits_recording(choice: Choice | None) -> bool:
    """Whether a choice was counted, chose a proposal that still competes, and is not recorded."""
    if choice is None or choice.state != ChoiceState.COUNTED or choice.winner_id is None:
        return False
    chosen = next(o.proposal for o in choice.options if o.proposal_id == choice.winner_id)
    return chosen.state == ProposalState.COMPETING


def is_tied(choice: Choice | None) -> bool:
    """Whether a choice was counted and chose nobody."""
    return choice is not None and choice.state == ChoiceState.COUNTED and choice.winner_id is None


def is_running(choice: Choice | None) -> bool:
    """Whether a choice is announced, open, or counted and waiting to be recorded."""
    return choice is not None and (choice.state in reading.UNDER_WAY or awaits_recording(choice))


def is_over(choice: Choice, today: date) -> bool:
    """Whether all announced days are over: the ballot's last day, the day of the assembly."""
    ballot_over = not choice.has_ballot or (choice.closes_on or today) < today
    assembly_held = not choice.has_assembly or (choice.assembly_on or today) <= today
    return ballot_over and assembly_held


def has_begun(choice: Choice, today: date) -> bool:
    """Whether the first announced day has come."""
    first = choice.opens_on if choice.has_ballot else choice.assembly_on
    return first is not None and first <= today


def in_window(choice: Choice, today: date) -> bool:
    """Whether one may vote on these pages today; a sweep that comes late loses no vote."""
    if not choice.has_ballot or choice.opens_on is None or choice.closes_on is None:
        return False
    return choice.opens_on <= today <= choice.closes_on


def days_follow(choice: Choice, published: date) -> bool:
    """Whether notice, first day, last day and assembly follow each other.

    Nobody votes on these pages in the past: the notice of a ballot is public when it stands here.
    """
    notice = max(published, settings().today()) if choice.has_ballot else published
    days = [notice]
    if choice.has_ballot and choice.opens_on and choice.closes_on:
        if choice.closes_on < choice.opens_on:
            return False
        days += [choice.opens_on, choice.closes_on + timedelta(days=1)]
    if choice.has_assembly and choice.assembly_on:
        days.append(choice.assembly_on)
    strictly = days[0] < days[1] if len(days) > 1 else False
    return strictly and days == sorted(days)


def notice_short(choice: Choice, published: date) -> bool:
    """Whether fewer days than the city's measure lie between notice and first day."""
    first = choice.opens_on if choice.has_ballot else choice.assembly_on
    return first is not None and (first - published).days < settings().city.competing.notice_days


def choice_facts(choice: Choice, **typed: Any) -> ChoiceFacts:
    """The facts on a choice as it stands today, with what the act adds to them."""
    today = settings().today()
    known: dict[str, Any] = {
        "rivals": len(reading.still_competing(choice.competition)),
        "day_reached": has_begun(choice, today),
        "within_window": in_window(choice, today),
        "ballot_open": not is_over(choice, today),
        "notice_days": settings().city.competing.notice_days,
    }
    return ChoiceFacts(**known | typed)


def voter_facts(choice: Choice, voter: Account) -> ChoiceFacts:
    """The facts on one person's vote."""
    return choice_facts(
        choice,
        may_vote=voter.confirmed_at is not None,
        voted_already=reading.has_voted(choice, voter.id),
    )
