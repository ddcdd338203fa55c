"""One call by the data contract. Art. 9(2), 11(2)."""

from flask import jsonify
from flask.typing import ResponseReturnValue

from pactregistry.civicnetwork.blueprint import site
from pactregistry.civicnetwork.calls_record import dump_calls
from pactregistry.civicnetwork.sharing import shared
from pactregistry.commons.calls.queries import public_call


@site.get("/calls/<number>.json")
def call_json(number: str) -> ResponseReturnValue:
    """One public call."""
    return shared(jsonify(dump_calls([public_call(number)])[0]))
