"""The pages on what follows the signature. Art. 24, 25, 30."""

from flask import Blueprint

reports = Blueprint("reports", __name__)
