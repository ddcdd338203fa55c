"""The one blueprint of modules and activities; its view modules register themselves on it."""

from flask import Blueprint

modules = Blueprint("modules", __name__)
