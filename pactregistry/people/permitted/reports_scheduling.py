"""Which reports are due and late, for the office. Art. 10(2), 30(3)."""

from collections.abc import Mapping
from typing import Final

from pactregistry.people.permitted.groups import OFFICE
from pactregistry.workflow.states import Role

ROWS: Final[Mapping[str, frozenset[Role]]] = {
    "reports.desk_list": OFFICE,
    "reports.desk_file": OFFICE,
}
