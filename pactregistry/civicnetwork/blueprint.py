"""The one blueprint of the public site; its view modules register themselves on it."""

from flask import Blueprint

site = Blueprint("civicnetwork", __name__)
