"""The inventory, modules and activities. Art. 10(4), 10(6), 12, 29."""

from collections.abc import Mapping
from typing import Final

from pactregistry.people.permitted.groups import DESK, EVERYONE, MANAGER, OFFICE, SIGNED_IN
from pactregistry.workflow.states import Role

ROWS: Final[Mapping[str, frozenset[Role]]] = {
    "modules.catalogue": EVERYONE,
    "modules.manual": EVERYONE,
    "modules.family": EVERYONE,
    "modules.version": EVERYONE,
    "modules.care": EVERYONE,
    "modules.activity": EVERYONE,
    "modules.photograph": EVERYONE,
    "modules.announce": SIGNED_IN,
    "modules.mine": SIGNED_IN,
    "modules.report_done": SIGNED_IN,
    "modules.cancel": SIGNED_IN,
    "modules.stop": DESK | MANAGER,
    "modules.withhold": DESK | MANAGER,
    "modules.restore": MANAGER,
    "modules.counter": DESK,
    "modules.listed": OFFICE,
    "modules.desk_module": OFFICE,
    "modules.desk_activities": OFFICE,
    "modules.new": DESK,
    "modules.edit": DESK,
    "modules.draft_next": DESK,
    "modules.publish": MANAGER,
    "modules.retire": MANAGER,
    "inventory.suggest": SIGNED_IN,
    "inventory.suggestion": SIGNED_IN,
    "inventory.desk_list": OFFICE,
    "inventory.desk_entry": OFFICE,
    "inventory.new": DESK,
    "inventory.review": DESK,
    "inventory.put_on_list": DESK,
    "inventory.decline": DESK,
    "inventory.revise": DESK,
    "inventory.withhold": DESK | MANAGER,
    "inventory.restore": MANAGER,
}
