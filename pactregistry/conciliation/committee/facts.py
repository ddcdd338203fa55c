"""Gathers what the guards on the committee read. Art. 33(1)."""

from dataclasses import replace
from typing import Any

from flask_babel import gettext as _

from pactregistry.conciliation.access import is_outside
from pactregistry.conciliation.committee import seats
from pactregistry.conciliation.committee.exclusion import excluded_as
from pactregistry.conciliation.committee.seats import named_elsewhere
from pactregistry.conciliation.committee.words import NAMED_TWICE
from pactregistry.conciliation.models import Dispute, Member
from pactregistry.people.models import Account
from pactregistry.workflow.facts_disputes import DisputeFacts
from pactregistry.workflow.states_disputes import Chair, Side


def naming_facts(dispute: Dispute, chair: Chair, side: Side | None, **typed: Any) -> DisputeFacts:
    """The facts for who names somebody for a seat, or answers on the third member."""
    member = seats.member_on(dispute, chair)
    facts = DisputeFacts(
        seat_filled=member is not None,
        own_chair=side in seats.namers(dispute, chair),
        awaits_other_side=seats.answers_on(member, side),
    )
    return replace(facts, **typed)


def person_facts(
    dispute: Dispute, chair: Chair, side: Side, email: str, person: Account | None
) -> DisputeFacts:
    """The same, with what is known of the person who is named."""
    return naming_facts(
        dispute,
        chair,
        side,
        excluded_as=excluded_as(dispute, email, person),
        sits_already=seats.named_elsewhere(dispute, chair, email, person),
    )


def replacing_facts(
    dispute: Dispute, chair: Chair, side: Side | None, *, by_secretary: bool, **typed: Any
) -> DisputeFacts:
    """The facts for who replaces a member; the secretary may, whoever named it."""
    member = seats.member_on(dispute, chair)
    facts = DisputeFacts(
        seat_filled=member is not None,
        seat_taken=not by_secretary and member is not None and member.seated_on is not None,
        own_chair=by_secretary or seats.may_replace(dispute, chair, side),
    )
    return replace(facts, **typed)


def seat_facts(dispute: Dispute, member: Member, person: Account, **typed: Any) -> DisputeFacts:
    """The facts for a member who says yes or leaves; who may not sit is asked anew."""
    excluded = excluded_as(dispute, member.email, person)
    if not excluded and named_elsewhere(dispute, member.chair, person.email.lower(), person):
        excluded = _(NAMED_TWICE)
    facts = DisputeFacts(is_designated=member.designated, excluded_as=excluded)
    return replace(facts, **typed)


def convening_facts(dispute: Dispute, person: Account) -> DisputeFacts:
    """The facts for the secretary who convenes."""
    return DisputeFacts(
        chairs_open=seats.chairs_open(dispute),
        in_the_file=not is_outside(dispute, person),
    )
