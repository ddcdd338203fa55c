"""What is still open on a text before it is frozen and signed, each with its page. Art. 34."""

from dataclasses import dataclass
from typing import Final

from flask import url_for

from pactregistry.pacts.models import PactVersion
from pactregistry.workflow.engine import Obstacle
from pactregistry.workflow.facts import VersionFacts
from pactregistry.workflow.lifecycle import VERSION
from pactregistry.workflow.states import Role, VersionState

# The group of conditions in which each is mended; and the other pages.
GROUPS: Final = {
    "collective_use_kept": "use",
    "preemption_open": "representation",
    "purpose_bound": "building",
    "additions_kept": "building",
    "executor_chosen": "regeneration",
    "no_exclusive_right": "sponsors",
    "risks_told": "risks",
    "insurance_settled": "insurance",
}
PAGES: Final = {
    "supervisor_named": "pacts.terms",
    "duration_grounded": "pacts.terms",
    "last_day_ahead": "pacts.terms",
    "ceiling_stated": "pacts.supports",
    "fundraising_occasional": "pacts.supports",
    "in_kind_considered": "pacts.supports",
    "design_help_grounded": "pacts.supports",
    "training_before_risk": "pacts.supports",
    "papers_given": "pacts.annexes",
}
OF_OFFICE: Final = {
    "kind_stated": "pacts.kind",
    "owner_consents": "pacts.record_consent",
    "executive_resolved": "pacts.terms",
    "kind_approved_to_sign": "pacts.terms",
}
# What the table shows elsewhere, section by section.
ON_THE_TABLE: Final = frozenset({"nothing_empty", "both_agree"})
BEFORE_SIGNING: Final = frozenset({*OF_OFFICE, "mandate_given", "papers_given"})


@dataclass(frozen=True)
class StillOpen:
    """One thing to settle: what it is, where it is mended, whether signing waits for it."""

    obstacle: Obstacle
    url: str
    signing_waits: bool


def still_open(version: PactVersion, facts: VersionFacts, *, for_desk: bool) -> list[StillOpen]:
    """All that is open, what binds first; nothing once the text is frozen."""
    if version.state != VersionState.CODESIGN:
        return []
    freezing = VERSION.obstacles("freeze", VersionState.CODESIGN, Role.DESK, facts)
    signing = VERSION.obstacles("sign", VersionState.READY, Role.LEAD, facts)
    pages = PAGES | OF_OFFICE if for_desk else PAGES
    found = [(each, False) for each in freezing if each.name not in ON_THE_TABLE]
    found += [(each, True) for each in signing if each.name in BEFORE_SIGNING]
    points = [StillOpen(each, _url(version, each.name, pages), waits) for each, waits in found]
    return sorted(points, key=lambda point: not point.obstacle.binds)


def _url(version: PactVersion, name: str, pages: dict[str, str]) -> str:
    number = version.pact.number
    if name in GROUPS:
        return url_for("pacts.condition", number=number, key=GROUPS[name])
    return url_for(pages[name], number=number) if name in pages else ""
