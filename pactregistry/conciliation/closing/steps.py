"""The page on which a party answers, or the desk records an answer on paper. Art. 33(2)."""

from collections.abc import Mapping

from flask import abort

from pactregistry.conciliation.access import room_of
from pactregistry.conciliation.closing.facts import closing_facts, is_late
from pactregistry.conciliation.deliberating.texts import proposal_of
from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.step_pages import DisputePage, page_on
from pactregistry.conciliation.voices import parties_of, speaker, voices
from pactregistry.config import settings
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Side

TEMPLATE = "conciliation/closing/answer.html"


def own_answer(step: str, number: str) -> tuple[DisputePage, Dispute, Side]:
    """An answer by who speaks for a party; nobody else may be here."""
    dispute, place = room_of(number)
    spoken = voices(dispute, place)
    side = next((side for side, role in spoken.items() if role is not Role.DESK), None)
    if side is None:
        abort(403)
    return _page(step, dispute, {side: spoken[side]}, side), dispute, side


def paper_answer(step: str, number: str) -> tuple[DisputePage, Dispute, list[Side]]:
    """An answer that the desk records, with the parties for whom it may."""
    dispute, place = room_of(number)
    spoken = {s: role for s, role in voices(dispute, place).items() if role is Role.DESK}
    if not spoken:
        abort(403)
    sides = [side for side in parties_of(dispute) if side in spoken]
    return _page(step, dispute, spoken, sides[0]), dispute, sides


def _page(step: str, dispute: Dispute, spoken: Mapping[Side, Role], side: Side) -> DisputePage:
    actor = speaker(spoken, side)
    # A letter that the desk records may be of an earlier day, and of any party for which it may.
    by_desk = actor.role is Role.DESK
    late = not by_desk and is_late(dispute, settings().today())
    facts = closing_facts(dispute, None if by_desk else side, answered_late=late)
    return page_on(dispute, step, actor, facts, text=proposal_of(dispute))
