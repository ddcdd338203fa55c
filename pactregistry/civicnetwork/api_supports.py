"""The read API over support and money granted, and funds raised. Art. 3(1)b, 9(2), 24, 25(1)."""

from typing import Any

from flask.views import MethodView

from pactregistry.civicnetwork.api import Cursor, following, v1
from pactregistry.civicnetwork.evaluations_record import EvaluationList, evaluation_records
from pactregistry.civicnetwork.funds_record import FundsList, funds_records
from pactregistry.civicnetwork.grants_record import GrantList, grant_records
from pactregistry.civicnetwork.supports_list import GrantedPage, all_supports, support_records


@v1.route("/supports")
class Supports(MethodView):
    """The list of support granted."""

    @v1.etag
    @v1.arguments(Cursor, location="query")
    @v1.response(200, GrantedPage)
    def get(self, cursor: dict[str, int]) -> dict[str, Any]:
        """List the support that signed pacts grant, the oldest first."""
        items = all_supports(cursor["after"], cursor["limit"])
        return {"items": support_records(items), "next": following(items, cursor["limit"])}


@v1.route("/funds")
class Funds(MethodView):
    """The list of funds raised and spent."""

    @v1.etag
    @v1.response(200, FundsList)
    def get(self) -> dict[str, Any]:
        """List what pacts raised and what it went to."""
        return {"items": funds_records(), "next": None}


@v1.route("/evaluations")
class Evaluations(MethodView):
    """The list of evaluations of pacts."""

    @v1.etag
    @v1.response(200, EvaluationList)
    def get(self) -> dict[str, Any]:
        """List what pacts were found to bring, and whether they go on."""
        return {"items": evaluation_records(), "next": None}


@v1.route("/grants")
class Grants(MethodView):
    """The list of money granted and paid."""

    @v1.etag
    @v1.response(200, GrantList)
    def get(self) -> dict[str, Any]:
        """List what the City granted in money and when it was paid."""
        return {"items": grant_records(), "next": None}
