"""What the guards read in the conditions of a version. Art. 5(3), 13(3)-(5), 15, 17, 31."""

from typing import Any

from pactregistry.config import settings
from pactregistry.pacts.conditions import cases
from pactregistry.pacts.conditions.formalities import named_sponsors
from pactregistry.pacts.conditions.representation import opens_preemption
from pactregistry.pacts.models import PactVersion


def condition_facts(version: PactVersion) -> dict[str, Any]:
    """The facts by name, for `VersionFacts`; what a case is not asked for holds."""
    stated = version.conditions
    use, building = stated.get("use", {}), stated.get("building", {})
    works, owners = stated.get("regeneration", {}), stated.get("representation", {})
    sponsors, risks = stated.get("sponsors", {}), stated.get("risks", {})
    on_place, on_building = cases.on_place(version), cases.on_building(version)
    share = settings().packs[version.pack_id].thresholds["owners_share"].value
    chosen = works.get("executor") == "citizens" or bool(works.get("consultation"))
    return {
        "preemption_claimed": bool(owners.get("preemption")),
        "preemption_open": opens_preemption(owners, share),
        "collective_use_kept": not on_place
        or bool(use.get("kept_open") and (use.get("opening") or not on_building)),
        "purpose_bound": not on_building or bool(building.get("purpose")),
        "additions_kept": bool(building.get("additions_kept"))
        or not (building.get("additions") or building.get("works")),
        "executor_chosen": not cases.on_regeneration(version) or chosen,
        "no_exclusive_right": not named_sponsors(sponsors)
        or bool(sponsors.get("nothing_exclusive")),
        "risks_told": not _is_risky(version) or bool(risks.get("risks") or risks.get("others")),
        "insurance_settled": not cases.on_danger(version) or "insurance" in stated,
    }


def _is_risky(version: PactVersion) -> bool:
    proposal = version.pact.origin
    return proposal is not None and (proposal.risk or proposal.works)
