"""The one blueprint of answers to calls; its view modules register themselves on it."""

from flask import Blueprint

answering = Blueprint("answering", __name__)
