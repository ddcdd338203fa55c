"""The pages of people: `/me`, `/groups/`, `/staff/`, the choice of language."""

from flask import Blueprint

people = Blueprint("people", __name__)
