"""Gathers what the guards on sittings, minutes, the vote and the proposal read. Art. 33."""

from dataclasses import replace
from typing import Any

from flask_babel import gettext as _

from pactregistry.conciliation.access import Place
from pactregistry.conciliation.committee.exclusion import excluded_as
from pactregistry.conciliation.committee.seats import chairs_open
from pactregistry.conciliation.deliberating import texts
from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.queries import took_part_in_file
from pactregistry.conciliation.voices import parties_of
from pactregistry.conciliation.words import SIDES
from pactregistry.config import settings
from pactregistry.people.acting import Actor
from pactregistry.workflow.facts_disputes import DisputeFacts
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Side


def facts_on(dispute: Dispute, place: Place, actor: Actor, **typed: Any) -> DisputeFacts:
    """The facts on the committee's work, for who acts; with what the form adds."""
    text = texts.before_vote(dispute)
    secretary = actor.role is Role.SECRETARY
    facts = DisputeFacts(
        withheld=dispute.withheld,
        is_designated=place.sits,
        chairs_open=chairs_open(dispute),
        in_the_file=secretary and took_part_in_file(dispute.pact, actor.account_id),
        sides_unheard=tuple(_(SIDES[side]) for side in unheard(dispute)),
        text_before_vote=text is not None,
        voted=texts.vote_of(text, place.member) is not None,
        majority=texts.has_majority(dispute, text),
        votes_awaited=tuple(member.name for member in texts.awaited(dispute, text)),
        days_late=max(0, (settings().today() - dispute.propose_by).days),
    )
    return replace(facts, **typed)


def excluded_now(place: Place) -> str:
    """Why a member who said yes may not sit any more, in the reader's words; empty who may.

    Somebody may join the pact, or take a step in its file, while the committee sits.
    """
    member = place.member
    return "" if member is None else excluded_as(member.dispute, member.email, member.account)


def heard(dispute: Dispute) -> set[Side]:
    """The parties that were heard in a sitting, as its minutes tell."""
    return {Side(side) for sitting in dispute.sittings for side in sitting.heard.split()}


def unheard(dispute: Dispute) -> list[Side]:
    """The parties that no minutes tell of yet."""
    told = heard(dispute)
    return [side for side in parties_of(dispute) if side not in told]
