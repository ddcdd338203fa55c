"""What the City gives besides money: loans, spaces, training, eased permits. Art. 18-27."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Register the pages."""
