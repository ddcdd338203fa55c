"""The people and files of the rooms' own tests, for scenes that a jurist can read."""

from tests.calls.conftest import stage as calls
from tests.commons.modules.conftest import care
from tests.inventory.conftest import inventory
from tests.packs.conftest import walk
from tests.pacts.conftest import accepted, cast, enter
from tests.pacts.life.conftest import scene
from tests.proposals.competing.conftest import court
from tests.proposals.conftest import office, people, sent

__all__ = [
    "accepted",
    "calls",
    "care",
    "cast",
    "court",
    "enter",
    "inventory",
    "office",
    "people",
    "scene",
    "sent",
    "walk",
]
