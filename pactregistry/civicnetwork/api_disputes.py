"""The read API over disputes: days and outcome of those whose committee sat. Art. 9(2), 33."""

from typing import Any

from flask.views import MethodView

from pactregistry.civicnetwork.api import Cursor, following, v1
from pactregistry.civicnetwork.disputes_list import all_disputes, public_dispute
from pactregistry.civicnetwork.disputes_record import DisputePage, DisputeSchema, dispute_record
from pactregistry.conciliation.closing.public import all_told


@v1.route("/disputes")
class Disputes(MethodView):
    """The list of disputes."""

    @v1.etag
    @v1.arguments(Cursor, location="query")
    @v1.response(200, DisputePage)
    def get(self, cursor: dict[str, int]) -> dict[str, Any]:
        """List disputes whose committee sat, the oldest first."""
        found = all_disputes(cursor["after"], cursor["limit"])
        items = [dispute_record(told) for told in all_told(found)]
        return {"items": items, "next": following(found, cursor["limit"])}


@v1.route("/disputes/<string:number>")
class OneDispute(MethodView):
    """One dispute."""

    @v1.etag
    @v1.response(200, DisputeSchema)
    @v1.alt_response(404, description="No such public dispute")
    def get(self, number: str) -> dict[str, Any]:
        """Read one dispute whose committee sat."""
        return dispute_record(all_told([public_dispute(number)])[0])
