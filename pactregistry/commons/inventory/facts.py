"""Gathers the facts on an entry that the guards of the lifecycle read. Art. 8(3), 10(6), 14, 16."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pactregistry.commons.inventory.models import Commons
from pactregistry.config import settings
from pactregistry.workflow.facts import CommonsFacts
from pactregistry.workflow.states import CommonsKind, OwnerKind

READ = (
    "kind",
    "aims",
    "owner_kind",
    "owner",
    "source_act",
    "temporary_use",
    "temporary_use_until",
    "licence",
)


def facts_on(
    commons: Commons, actor_id: int | None, values: Mapping[str, Any] | None = None, **more: Any
) -> CommonsFacts:
    """The facts on an entry, as it stands or as it was typed, with what the step adds."""
    city = settings().city
    stated = {name: getattr(commons, name) for name in READ}
    stated |= {name: value for name, value in (values or {}).items() if name in READ}
    facts = CommonsFacts(
        reason_minimum=city.reason_minimum,
        formulas=city.formulas,
        withheld=bool(commons.withheld),
        aims=stated["aims"] or "",
        owner=_owner(stated),
        is_building=stated["kind"] is CommonsKind.BUILDING,
        source_act=stated["source_act"] or "",
        temporary_use=bool(stated["temporary_use"]),
        temporary_use_until=stated["temporary_use_until"],
        is_digital=stated["kind"] is CommonsKind.DIGITAL,
        licence=stated["licence"] or "",
        actor_is_proposer=actor_id is not None and commons.proposed_by_id == actor_id,
    )
    return replace(facts, **more)


def _owner(stated: Mapping[str, Any]) -> str:
    # Of what is the City's everyone knows the owner; of the others the kind is not enough.
    if stated["owner_kind"] is OwnerKind.CITY:
        return settings().city.profile.name
    return "" if stated["owner_kind"] is OwnerKind.UNKNOWN else stated["owner"] or ""
