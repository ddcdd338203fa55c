"""The commons: inventory (Art. 2(1)a, 10(6), 16), calls (11(2)) and modules (10(4), 12, 29)."""

from flask import Flask

from pactregistry.commons import calls, inventory, modules


def init_app(app: Flask) -> None:
    """Register the pages of the inventory, of calls and of modules."""
    for part in (inventory, calls, modules):
        part.init_app(app)
