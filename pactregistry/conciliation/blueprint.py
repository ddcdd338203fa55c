"""The pages of disputes and their committees. Art. 33."""

from flask import Blueprint

conciliation = Blueprint("conciliation", __name__)
