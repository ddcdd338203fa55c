"""The read API over pacts and proposals: cursor pages, ETag, CORS, OpenAPI 3.1. Art. 9(2)."""

from typing import Any

from flask import Flask, Response
from flask.views import MethodView
from flask_smorest import Api, Blueprint
from marshmallow import Schema, fields, validate

from pactregistry.civicnetwork.calls_record import CallPage, CallSchema, call_records
from pactregistry.civicnetwork.choices import ChoicePage, choice_records
from pactregistry.civicnetwork.commons_list import all_commons, public_commons
from pactregistry.civicnetwork.commons_record import CommonsPage, CommonsSchema, commons_records
from pactregistry.civicnetwork.data import pact_records, proposal_records
from pactregistry.civicnetwork.public import (
    all_pacts,
    all_proposals,
    public_pact,
    public_proposal,
)
from pactregistry.civicnetwork.schemas import PactSchema, ProposalSchema
from pactregistry.commons.calls.queries import all_calls, public_call
from pactregistry.proposals.competing.reading import all_choices

MOST = 100
USUAL = 20

v1 = Blueprint("api", __name__, url_prefix="/api/v1", description="Public pacts and proposals")


@v1.after_request
def open_to_all(response: Response) -> Response:
    """Let other sites read the API."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


class Cursor(Schema):
    """Where a page begins and how long it is."""

    after = fields.Integer(load_default=0, validate=validate.Range(min=0, max=2**62))
    limit = fields.Integer(load_default=USUAL, validate=validate.Range(min=1, max=MOST))


class PactPage(Schema):
    """A page of pacts; `next` is the cursor of the following one, null on the last."""

    items = fields.List(fields.Nested(PactSchema))
    next = fields.Integer(allow_none=True)


class ProposalPage(Schema):
    """A page of proposals; `next` is the cursor of the following one, null on the last."""

    items = fields.List(fields.Nested(ProposalSchema))
    next = fields.Integer(allow_none=True)


@v1.route("/pacts")
class Pacts(MethodView):
    """The list of published pacts."""

    @v1.etag
    @v1.arguments(Cursor, location="query")
    @v1.response(200, PactPage)
    def get(self, cursor: dict[str, int]) -> dict[str, Any]:
        """List published pacts, the oldest first."""
        pacts = all_pacts(cursor["after"], cursor["limit"])
        return {"items": pact_records(pacts), "next": following(pacts, cursor["limit"])}


@v1.route("/pacts/<string:number>")
class OnePact(MethodView):
    """One published pact."""

    @v1.etag
    @v1.response(200, PactSchema)
    @v1.alt_response(404, description="No such public pact")
    def get(self, number: str) -> dict[str, Any]:
        """Read one published pact."""
        return pact_records([public_pact(number)])[0]


@v1.route("/proposals")
class Proposals(MethodView):
    """The list of received proposals."""

    @v1.etag
    @v1.arguments(Cursor, location="query")
    @v1.response(200, ProposalPage)
    def get(self, cursor: dict[str, int]) -> dict[str, Any]:
        """List received proposals, the oldest first."""
        proposals = all_proposals(cursor["after"], cursor["limit"])
        return {"items": proposal_records(proposals), "next": following(proposals, cursor["limit"])}


@v1.route("/proposals/<string:number>")
class OneProposal(MethodView):
    """One received proposal."""

    @v1.etag
    @v1.response(200, ProposalSchema)
    @v1.alt_response(404, description="No such public proposal")
    def get(self, number: str) -> dict[str, Any]:
        """Read one received proposal."""
        return proposal_records([public_proposal(number)])[0]


@v1.route("/calls")
class Calls(MethodView):
    """The list of calls."""

    @v1.etag
    @v1.arguments(Cursor, location="query")
    @v1.response(200, CallPage)
    def get(self, cursor: dict[str, int]) -> dict[str, Any]:
        """List calls of the City, the oldest first."""
        calls = all_calls(cursor["after"], cursor["limit"])
        return {"items": call_records(calls), "next": following(calls, cursor["limit"])}


@v1.route("/calls/<string:number>")
class OneCall(MethodView):
    """One call of the City."""

    @v1.etag
    @v1.response(200, CallSchema)
    @v1.alt_response(404, description="No such public call")
    def get(self, number: str) -> dict[str, Any]:
        """Read one call of the City."""
        return call_records([public_call(number)])[0]


@v1.route("/choices")
class Choices(MethodView):
    """The list of participatory choices."""

    @v1.etag
    @v1.arguments(Cursor, location="query")
    @v1.response(200, ChoicePage)
    def get(self, cursor: dict[str, int]) -> dict[str, Any]:
        """List participatory choices, the oldest first."""
        choices = all_choices(cursor["after"], cursor["limit"])
        return {"items": choice_records(choices), "next": following(choices, cursor["limit"])}


@v1.route("/commons")
class CommonsList(MethodView):
    """The list of commons."""

    @v1.etag
    @v1.arguments(Cursor, location="query")
    @v1.response(200, CommonsPage)
    def get(self, cursor: dict[str, int]) -> dict[str, Any]:
        """List the commons that stand on the City's list, the oldest entry first."""
        entries = all_commons(cursor["after"], cursor["limit"])
        return {"items": commons_records(entries), "next": following(entries, cursor["limit"])}


@v1.route("/commons/<string:number>")
class OneCommons(MethodView):
    """One entry of the list of commons."""

    @v1.etag
    @v1.response(200, CommonsSchema)
    @v1.alt_response(404, description="No such public entry")
    def get(self, number: str) -> dict[str, Any]:
        """Read one entry of the list of commons."""
        return commons_records([public_commons(number)])[0]


def init_app(app: Flask) -> None:
    """Serve the API and its description."""
    app.config.update(
        API_TITLE="pactregistry",
        API_VERSION="v1",
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX="/api",
        OPENAPI_JSON_PATH="openapi.json",
    )
    Api(app).register_blueprint(v1)


def following(items: Any, limit: int) -> int | None:
    """The cursor of the page after this one, None on the last."""
    return items[-1].id if len(items) == limit else None
