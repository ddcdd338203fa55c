"""The blueprint of the demo's own pages."""

from flask import Blueprint

demo = Blueprint("demo", __name__)
