"""The blueprint of the pages on which imported files are confirmed."""

from flask import Blueprint

imports = Blueprint("imports", __name__)
