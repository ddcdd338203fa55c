"""Gathers what the guards on answers and on the end of an attempt read. Art. 33(2), 34(1)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from flask_babel import gettext as _

from pactregistry.conciliation.committee.facts import convening_facts
from pactregistry.conciliation.committee.seats import chairs_open
from pactregistry.conciliation.deliberating.texts import before_vote, draft_of
from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.rhythm import over_on
from pactregistry.conciliation.voices import parties_of
from pactregistry.config import settings
from pactregistry.languages import day
from pactregistry.people.models import Account
from pactregistry.workflow.facts_disputes import DisputeFacts
from pactregistry.workflow.states_disputes import Side


def closing_facts(dispute: Dispute, side: Side | None = None, **typed: Any) -> DisputeFacts:
    """The facts on how a dispute ends, for the party that answers; with what the form adds."""
    accepted = {answer.side: answer.accepted for answer in dispute.answers}
    parties = parties_of(dispute)
    over = over_on(dispute)
    facts = DisputeFacts(
        withheld=dispute.withheld,
        answered=side in accepted,
        all_answered=all(party in accepted for party in parties),
        all_accepted=all(accepted.get(party, False) for party in parties),
        chairs_open=chairs_open(dispute),
        term_over=over is not None and over < settings().today(),
    )
    return replace(facts, **typed)


def is_late(dispute: Dispute, day: date) -> bool:
    """Whether an answer of a day comes after the last one for answers."""
    return dispute.answer_by is not None and day > dispute.answer_by


def facts_without_proposal(dispute: Dispute, person: Account, **typed: Any) -> DisputeFacts:
    """The facts for a secretary who ends an attempt whose committee makes no proposal."""
    own = convening_facts(dispute, person)
    return closing_facts(
        dispute, in_the_file=own.in_the_file, under_way=tuple(_under_way(dispute)), **typed
    )


def _under_way(dispute: Dispute) -> Iterator[str]:
    """What the committee is at, in the reader's words; nothing of what it writes."""
    if before_vote(dispute) is not None:
        yield _("a text is before the vote")
    elif draft_of(dispute).text.strip():
        yield _("a draft is being written")
    for sitting in dispute.sittings:
        if sitting.held_on >= settings().today():
            yield _("a sitting is called for %(day)s", day=day(sitting.held_on))
