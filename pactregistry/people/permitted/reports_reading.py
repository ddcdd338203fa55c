"""Reports as the office and everyone read them. Art. 30(3), 30(7)."""

from collections.abc import Mapping
from typing import Final

from pactregistry.people.permitted.groups import DESK, EVERYONE, MANAGER, SIGNED_IN
from pactregistry.workflow.states import Role

ROWS: Final[Mapping[str, frozenset[Role]]] = {
    "civicnetwork.reports": EVERYONE,
    "civicnetwork.report_json": EVERYONE,
    "api.Reports": EVERYONE,
    "api.OneReport": EVERYONE,
    "reports.show": EVERYONE,
    "reports.public_file": EVERYONE,
    "reports.photograph": EVERYONE,
    "reports.send_back": DESK,
    "reports.accept": DESK,
    "reports.city_figures": DESK,
    "reports.withhold_report": DESK | MANAGER,
    "reports.restore_report": MANAGER,
    "reports.withdraw_photograph": SIGNED_IN,
}
