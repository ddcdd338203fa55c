"""Evaluations, what citizens say for them, files closed without a report. Art. 30(3), 30(8)."""

from collections.abc import Mapping
from typing import Final

from pactregistry.people.permitted.groups import DESK, EVERYONE, MANAGER, SIGNED_IN
from pactregistry.workflow.states import Role

ROWS: Final[Mapping[str, frozenset[Role]]] = {
    "reports.evaluate": DESK,
    "reports.our_view": SIGNED_IN,
    "reports.close_unreported": MANAGER,
    "api.Evaluations": EVERYONE,
}
