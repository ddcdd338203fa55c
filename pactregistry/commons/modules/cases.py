"""From what was typed to a place and a case that conditions can be checked against. Art. 10(4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pactregistry.commons.inventory.models import Commons
from pactregistry.commons.modules.conditions import Case
from pactregistry.workflow.states import CommonsKind


@dataclass(frozen=True)
class Announced:
    """What a citizen announces; what the City's list says of a place goes before what was typed."""

    happens_on: date
    people_count: int
    place_name: str
    district: str = ""
    longitude: float | None = None
    latitude: float | None = None
    commons: Commons | None = None
    commons_kind: CommonsKind | None = None
    heritage: bool | None = None
    consent: bool | None = None
    owner_consent: str = ""
    items: int | None = None
    note: str = ""
    public_author: str = ""
    group_id: int | None = None
    author_name: str = ""
    author_contact: str = ""
    accepts: bool = False
    risk_read: bool = False
    wants_kit: bool = False

    @property
    def answers(self) -> dict[str, Any]:
        """What only the citizen knew, as kept with the activity."""
        return {"heritage": self.heritage, "consent": self.consent}


def announced(values: Mapping[str, Any], commons: Commons | None) -> Announced:
    """What was typed, with the place of the City's list filled in where one was chosen."""
    if commons is None:
        return Announced(**values)
    place = {
        "place_name": commons.name,
        "district": commons.district,
        "longitude": commons.longitude,
        "latitude": commons.latitude,
        "commons_kind": commons.kind,
        "heritage": commons.heritage_protected,
    }
    return Announced(**{**values, **place, "commons": commons})


def case_of(given: Announced) -> Case:
    """What is known of it."""
    return Case(
        happens_on=given.happens_on,
        listed=given.commons is not None,
        district=given.district,
        kind=given.commons_kind,
        heritage=given.heritage,
        owner=given.commons.owner_kind if given.commons else None,
        consent=given.consent,
        items=given.items,
        people=given.people_count,
    )
