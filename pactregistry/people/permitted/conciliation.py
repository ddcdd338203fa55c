"""Disputes and their committees. Art. 33."""

from collections.abc import Mapping
from typing import Final

from pactregistry.people.permitted.groups import EVERYONE
from pactregistry.workflow.states import Role

ROWS: Final[Mapping[str, frozenset[Role]]] = {
    "conciliation.show": EVERYONE,
}
