"""The blueprint of training. Art. 18."""

from flask import Blueprint

training = Blueprint("training", __name__)
