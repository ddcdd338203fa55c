"""The one blueprint of calls; its view modules register themselves on it."""

from flask import Blueprint

calls = Blueprint("calls", __name__)
