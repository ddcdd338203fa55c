"""The one blueprint of the inventory; its view modules register themselves on it."""

from flask import Blueprint

inventory = Blueprint("inventory", __name__)
