"""What a pact is granted and paid, and who decides on it. Art. 24, 25."""

from collections.abc import Mapping
from typing import Final

from pactregistry.people.permitted.groups import DESK, EVERYONE, MANAGER
from pactregistry.workflow.states import Role

ROWS: Final[Mapping[str, frozenset[Role]]] = {
    "reports.money": EVERYONE,
    "reports.grant_advance": MANAGER,
    "reports.record_payment": DESK | MANAGER,
    "reports.examine_costs": DESK,
    "reports.settle": MANAGER,
    "api.Grants": EVERYONE,
}
