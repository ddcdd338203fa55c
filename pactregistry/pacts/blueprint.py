"""The one blueprint of pacts; its view modules register themselves on it."""

from flask import Blueprint

pacts = Blueprint("pacts", __name__)
