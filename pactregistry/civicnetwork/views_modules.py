"""A module and a done activity as JSON by suffix. Art. 9(2), 12(2), 29(1)."""

from flask import jsonify
from flask.typing import ResponseReturnValue

from pactregistry.civicnetwork.blueprint import site
from pactregistry.civicnetwork.care_record import dump_care, dump_modules
from pactregistry.civicnetwork.sharing import shared
from pactregistry.commons.modules.queries import latest_public, public_activity


@site.get("/modules/<key>.json")
def module_json(key: str) -> ResponseReturnValue:
    """The version of a module that is in force, or the last one that was."""
    return shared(jsonify(dump_modules([latest_public(key)])[0]))


@site.get("/activities/<number>.json")
def activity_json(number: str) -> ResponseReturnValue:
    """One done activity."""
    return shared(jsonify(dump_care([public_activity(number)])[0]))
