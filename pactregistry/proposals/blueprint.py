"""The one blueprint of proposals; its view modules register themselves on it."""

from flask import Blueprint

proposals = Blueprint("proposals", __name__)
