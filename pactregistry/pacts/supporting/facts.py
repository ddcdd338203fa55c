"""What the guards read in the City's support. Art. 18(4), 20(2), 23(1), 24(2)."""

from typing import Any

from flask_babel import gettext

from pactregistry.pacts.models import Pact, PactVersion
from pactregistry.pacts.supporting.training import trained_on_risks
from pactregistry.supports.loans.reading import loans_for


def support_facts(version: PactVersion) -> dict[str, Any]:
    """The facts by name, for `VersionFacts`; a support that is not given asks nothing."""
    stated = {item.kind: item.details or {} for item in version.supports}
    staff, money = stated.get("staff"), stated.get("money")
    proposal = version.pact.origin
    return {
        "fundraising_unmet": _unmet(stated.get("fundraising")),
        "in_kind_considered": money is None or bool(money.get("why_not_in_kind")),
        "design_help_grounded": staff is None
        or bool(staff.get("interest") and staff.get("resources")),
        "training_before_risk": not (proposal and proposal.risk)
        or "training" in stated
        or trained_on_risks(version.pact),
    }


def granted_facts(pact: Pact, version: PactVersion | None) -> dict[str, Any]:
    """What guards on a pact read of its support, for `PactFacts`. Art. 20(2), 22(2), 24, 27(1)."""
    kinds = {item.kind for item in (version.supports if version else ())}
    return {
        "loans_returned": all(loan.is_over for loan in loans_for(pact_id=pact.id)),
        "fundraising_agreed": "fundraising" in kinds,
        "permit_eased": "permits" in kinds,
        "money_agreed": any(
            item.kind == "money" and item.amount_ceiling is not None
            for item in (version.supports if version else ())
        ),
    }


def _unmet(fundraising: dict[str, Any] | None) -> tuple[str, ...]:
    if fundraising is None:
        return ()
    conditions = {
        "occasional": gettext("occasional"),
        "tied": gettext("tied to a celebration, an anniversary or a campaign"),
        "modest": gettext("of modest value"),
    }
    return tuple(label for key, label in conditions.items() if not fundraising.get(key))
