"""The predefined modules that may be used on a place of the list. Art. 10(4), 29(1)."""

from pactregistry.commons.inventory.models import Commons
from pactregistry.commons.modules.conditions import Conditions
from pactregistry.commons.modules.models import Module
from pactregistry.commons.modules.queries import offered


def modules_on(place: Commons) -> list[Module]:
    """The modules in force whose conditions the place itself does not exclude."""
    return [module for module in offered() if _fits(Conditions.read(module.conditions), place)]


def _fits(conditions: Conditions, place: Commons) -> bool:
    kind = not conditions.kinds or place.kind in conditions.kinds
    district = not conditions.districts or place.district in conditions.districts
    return kind and district and not (conditions.no_heritage and place.heritage_protected)
