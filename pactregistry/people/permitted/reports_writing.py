"""Writing a report in pieces, and sending it. Art. 30(4)."""

from collections.abc import Mapping
from typing import Final

from pactregistry.people.permitted.groups import SIGNED_IN
from pactregistry.workflow.states import Role

ROWS: Final[Mapping[str, frozenset[Role]]] = {
    "reports.write": SIGNED_IN,
    "reports.write_text": SIGNED_IN,
    "reports.write_figures": SIGNED_IN,
    "reports.write_short": SIGNED_IN,
    "reports.write_photographs": SIGNED_IN,
    "reports.write_photograph": SIGNED_IN,
    "reports.remove_photograph": SIGNED_IN,
    "reports.write_costs": SIGNED_IN,
    "reports.add_cost": SIGNED_IN,
    "reports.write_cost": SIGNED_IN,
    "reports.remove_cost": SIGNED_IN,
    "reports.receipt": SIGNED_IN,
    "reports.submit": SIGNED_IN,
}
