"""Who is waited for while proposals compete: authors, voters, or the office. Art. 10(2), 10(7)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.proposals.competing.facts import in_window, is_over
from pactregistry.proposals.competing.models import JointText, Rival
from pactregistry.proposals.competing.models_choice import Choice
from pactregistry.proposals.competing.reading import UNDER_WAY
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import ProposalState, Role


@dataclass(frozen=True)
class Turn:
    """Whose turn it is, in words, until when."""

    role: Role
    who: str
    until: date | None


def turns(proposals: Iterable[Proposal]) -> dict[int, Turn]:
    """Who but the office is waited for on competing files; four queries whatever their number."""
    there = [p.id for p in proposals if p.state == ProposalState.COMPETING]
    if not there:
        return {}
    query = select(Rival).where(Rival.proposal_id.in_(there)).order_by(Rival.id)
    competition_of = {
        rival.proposal_id: rival.competition_id for rival in db.session.scalars(query)
    }
    known = set(competition_of.values())
    under_way = select(Choice).where(Choice.competition_id.in_(known), Choice.state.in_(UNDER_WAY))
    choices = {choice.competition_id: choice for choice in db.session.scalars(under_way)}
    texts = _open_texts(known)
    found = {
        proposal_id: _between(competition_id, proposal_id, choices, texts)
        for proposal_id, competition_id in competition_of.items()
    }
    return {proposal_id: turn for proposal_id, turn in found.items() if turn is not None}


def _open_texts(known: Iterable[int]) -> dict[int, JointText]:
    query = select(JointText).where(JointText.competition_id.in_(known))
    query = query.options(selectinload(JointText.consents), selectinload(JointText.proposal))
    latest = {
        text.competition_id: text for text in db.session.scalars(query.order_by(JointText.id))
    }
    # A text whose file does not compete any more asks nobody.
    return {
        key: text
        for key, text in latest.items()
        if text.joined_on is None and text.proposal.state == ProposalState.COMPETING
    }


def _between(
    competition_id: int,
    proposal_id: int,
    choices: Mapping[int, Choice],
    texts: Mapping[int, JointText],
) -> Turn | None:
    today = settings().today()
    choice = choices.get(competition_id)
    if choice is not None:
        if in_window(choice, today):
            return Turn(Role.VISITOR, _("the votes of all who care"), choice.closes_on)
        if is_over(choice, today):
            return None
        first = choice.opens_on if choice.has_ballot else None
        coming = first if first is not None and first > today else choice.assembly_on
        return Turn(Role.CLOCK, _("the day of the participatory choice"), coming)
    text = texts.get(competition_id)
    if text is not None and proposal_id not in {c.proposal_id for c in text.consents}:
        return Turn(Role.CITIZEN, _("the author's answer to the joint text"), None)
    return None
