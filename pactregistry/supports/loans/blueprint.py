"""The one blueprint of loans; its view modules register themselves on it."""

from flask import Blueprint

loans = Blueprint("loans", __name__)
