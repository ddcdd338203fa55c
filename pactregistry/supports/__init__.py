"""What the City gives besides money: loans, spaces, training, eased permits. Art. 18-27."""

from flask import Flask

from pactregistry.supports import loans, spaces, training


def init_app(app: Flask) -> None:
    """Register the pages."""
    for room in (loans, spaces, training):
        room.init_app(app)
