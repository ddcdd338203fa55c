"""Downloads of open data, and one pact or proposal as JSON by suffix. Art. 9(2), 11(11)."""

from flask import Response, abort, current_app, jsonify, render_template
from flask.typing import ResponseReturnValue

from pactregistry.civicnetwork.blueprint import site
from pactregistry.civicnetwork.data import (
    DATASETS,
    FILES,
    FORMS,
    LICENCE,
    data_file,
    dump_pacts,
    dump_proposals,
)
from pactregistry.civicnetwork.public import public_pact, public_proposal
from pactregistry.civicnetwork.sharing import shared


@site.get("/data/")
def data() -> str:
    """What can be downloaded, in which form, under which licence."""
    served = {rule.rule for rule in current_app.url_map.iter_rules()}
    return render_template(
        "civicnetwork/data.html",
        datasets=DATASETS,
        read_in_pages=[name for name in DATASETS if f"/api/v1/{name}" in served],
        forms=FORMS,
        licence=LICENCE,
    )


@site.get("/data/<name>")
def download(name: str) -> ResponseReturnValue:
    """One whole file of open data."""
    if name not in FILES:
        abort(404)
    body, media_type = data_file(name)
    response = Response(body, content_type=f"{media_type}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return shared(response)


@site.get("/pacts/<number>.json")
def pact_json(number: str) -> ResponseReturnValue:
    """One published pact by the data contract."""
    return shared(jsonify(dump_pacts([public_pact(number)])[0]))


@site.get("/proposals/<number>.json")
def proposal_json(number: str) -> ResponseReturnValue:
    """One received proposal by the data contract."""
    return shared(jsonify(dump_proposals([public_proposal(number)])[0]))
