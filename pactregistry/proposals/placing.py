"""What the list of commons knows of a place, filled into a proposal; the author may contradict it.

Art. 10(6), 14(1), 15(6).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from pactregistry.commons.inventory.models import Commons
from pactregistry.commons.inventory.queries import ON_LIST, commons_by_id, listed
from pactregistry.config import settings
from pactregistry.languages import in_language
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import OwnerKind
from pactregistry.workflow.words import COMMONS_KINDS


@dataclass(frozen=True)
class Contradiction:
    """Where a proposal says otherwise than the list of commons: both, for the office."""

    label: str
    listed: str
    typed: str


def known_of(commons: Commons) -> dict[str, Any]:
    """What a proposal takes over from an entry of the list, by its own columns."""
    known: dict[str, Any] = {
        "commons_id": commons.id,
        "commons_kind": commons.kind,
        "place_name": commons.name,
        "district": commons.district,
        "longitude": commons.longitude,
        "latitude": commons.latitude,
        "heritage_protected": commons.heritage_protected,
    }
    if commons.owner_kind is not OwnerKind.UNKNOWN:
        known["private_owner"] = commons.owner_kind is not OwnerKind.CITY
    return known


def filled_in(draft: Proposal, values: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, with what the list knows of a place that was chosen from it just now."""
    chosen = values.get("commons_id")
    commons = commons_by_id(chosen) if chosen and chosen != draft.commons_id else None
    if commons is None or commons.state not in ON_LIST or commons.withheld:
        return dict(values)
    return {**values, **known_of(commons)}


def offered_to(draft: Proposal, words: str) -> Sequence[Commons]:
    """The entries that a draft may be about: those of its call, else the whole list."""
    if draft.call is not None and draft.call.commons:
        return draft.call.commons
    return listed(words, keep=draft.commons_id)


def contradictions(proposal: Proposal) -> list[Contradiction]:
    """What the author says otherwise than the list of commons; empty without an entry."""
    commons = proposal.commons
    if commons is None:
        return []
    labels = {
        "commons_kind": _("What it is about"),
        "district": _("District"),
        "heritage_protected": _("Protected"),
        "private_owner": _("Of another owner than the City"),
    }
    known = known_of(commons)
    return [
        Contradiction(label, _shown(known[name]), _shown(getattr(proposal, name)))
        for name, label in labels.items()
        if name in known and known[name] != getattr(proposal, name)
    ]


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    districts = settings().city.districts
    if value in districts:
        return in_language(districts[str(value)].name)
    return str(_(COMMONS_KINDS[str(value)]) if value in COMMONS_KINDS else _("not told"))
