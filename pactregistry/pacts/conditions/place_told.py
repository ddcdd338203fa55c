"""What is told in public of a place: its protection and its owner's consent. Art. 14, 15(6), 16(4).

Read from the pact's public history: an owner's name never stands there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from pactregistry.journal import Entry
from pactregistry.pacts.models import Pact
from pactregistry.workflow.citations import cite


@dataclass(frozen=True)
class HeritageTold:
    """The heritage authority's approval: asked when, answered when and how; the act if given."""

    asked_on: date | None
    answered_on: date | None
    outcome: str
    act: str
    cites: ClassVar = cite("15(6)")


@dataclass(frozen=True)
class OwnerTold:
    """The owner's consent: since when another owner has the place, when consent was given."""

    changed_on: date | None
    consented_on: date | None
    by_act: str
    cites: ClassVar = cite("14(1)", "16(4)")

    @property
    def is_awaited(self) -> bool:
        """Whether the present owner's consent is awaited."""
        if self.consented_on is None:
            return True
        return self.changed_on is not None and self.consented_on < self.changed_on


def heritage_told(pact: Pact, entries: Sequence[Entry]) -> HeritageTold | None:
    """What is told of a protected place; None where the question does not arise."""
    proposal = pact.origin
    protected = proposal is not None and proposal.heritage_protected and proposal.works
    if not (protected or pact.heritage_asked_on or pact.heritage_act):
        return None
    answer = _last(entries, "record_heritage")
    return HeritageTold(
        asked_on=pact.heritage_asked_on,
        answered_on=answer.occurred_on if answer else None,
        outcome=str(answer.facts.get("outcome", "")) if answer else "",
        act=pact.heritage_act,
    )


def owner_told(pact: Pact, entries: Sequence[Entry]) -> OwnerTold | None:
    """What is told of another's consent; None where none was recorded and no owner changed."""
    given = _last(entries, "record_consent")
    if given is None and pact.owner_changed_on is None:
        return None
    return OwnerTold(
        changed_on=pact.owner_changed_on,
        consented_on=given.occurred_on if given else None,
        by_act=str(given.facts.get("act", "")) if given else "",
    )


def _last(entries: Iterable[Entry], step: str) -> Entry | None:
    return next((e for e in reversed(list(entries)) if e.step == step), None)
