"""Which groups of conditions a case is asked for: paperwork in proportion. Art. 3(1)f-h, 13-17."""

from pactregistry.pacts.models import PactVersion
from pactregistry.workflow.states import CommonsKind, Intensity, Pace

SPACES = frozenset({CommonsKind.PUBLIC_SPACE, CommonsKind.PRIVATE_SPACE})


def is_full(version: PactVersion) -> bool:
    """Whether more than simple care is agreed."""
    return version.pact.pace is Pace.FULL


def on_space(version: PactVersion) -> bool:
    """Whether a space is managed together. Art. 13, 14."""
    return is_full(version) and version.pact.commons_kind in SPACES


def on_building(version: PactVersion) -> bool:
    """Whether a building is managed together. Art. 17."""
    return version.pact.commons_kind is CommonsKind.BUILDING


def on_place(version: PactVersion) -> bool:
    """Whether the pact is on a place that everyone must be able to go on using."""
    return on_space(version) or on_building(version)


def on_regeneration(version: PactVersion) -> bool:
    """Whether a place is recovered or transformed. Art. 15."""
    return version.pact.intensity is Intensity.REGENERATION


def on_account(version: PactVersion) -> bool:
    """Whether more than three questions at the end is to be reported. Art. 3(1)f, 24(5), 30(2)."""
    return is_full(version) or any(item.kind == "money" for item in version.supports)


def on_danger(version: PactVersion) -> bool:
    """Whether those who act meet some danger. Art. 31(1)."""
    proposal = version.pact.origin
    dangerous = proposal is not None and (proposal.risk or proposal.works)
    return dangerous or is_full(version)
