"""Figures of how the regulation is applied, and the report on a year. Art. 3(1)b, 35(2)."""

from collections.abc import Mapping
from typing import Final

from pactregistry.people.permitted.groups import DESK, EVERYONE, MANAGER
from pactregistry.workflow.states import Role

ROWS: Final[Mapping[str, frozenset[Role]]] = {
    "civicnetwork.figures": EVERYONE,
    "civicnetwork.figures_json": EVERYONE,
    "civicnetwork.figures_table": EVERYONE,
    "reports.year": EVERYONE,
    "reports.year_json": EVERYONE,
    "reports.year_pdf": EVERYONE,
    "reports.year_file": EVERYONE,
    "reports.desk_years": DESK | MANAGER,
    "reports.desk_year": DESK | MANAGER,
    "reports.begin_year": DESK,
    "reports.revise_year": DESK,
    "reports.publish_year": MANAGER,
}
