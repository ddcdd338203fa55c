"""The figures of a pact over time and beside similar ones. Art. 3(1)b, 30(3)b."""

from collections.abc import Mapping
from typing import Final

from pactregistry.people.permitted.groups import EVERYONE
from pactregistry.workflow.states import Role

ROWS: Final[Mapping[str, frozenset[Role]]] = {
    "reports.pact_figures": EVERYONE,
    "reports.pact_figures_file": EVERYONE,
}
