"""The blueprint of the municipal spaces. Art. 21."""

from flask import Blueprint

spaces = Blueprint("spaces", __name__)
