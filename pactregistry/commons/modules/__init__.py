"""Predefined modules and the activities under them. Art. 10(4), 11(3), 12, 29."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Register the pages."""
