"""The blueprint of competing proposals and of the choices between them."""

from flask import Blueprint

competing = Blueprint("competing", __name__)
