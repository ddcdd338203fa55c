"""Modules and occasional care in the read API. Art. 9(2), 12(2), 29(1)."""

from typing import Any

from flask.views import MethodView

from pactregistry.civicnetwork.api import Cursor, following, v1
from pactregistry.civicnetwork.care_record import (
    ActivitySchema,
    CarePage,
    ModulePage,
    ModuleSchema,
    care_records,
    module_records,
)
from pactregistry.commons.modules.queries import (
    all_done,
    all_modules,
    latest_public,
    public_activity,
)


@v1.route("/modules")
class Modules(MethodView):
    """The list of modules."""

    @v1.etag
    @v1.arguments(Cursor, location="query")
    @v1.response(200, ModulePage)
    def get(self, cursor: dict[str, int]) -> dict[str, Any]:
        """List the versions of modules that are or were in force, the oldest first."""
        modules = all_modules(cursor["after"], cursor["limit"])
        return {"items": module_records(modules), "next": following(modules, cursor["limit"])}


@v1.route("/modules/<string:key>")
class OneModule(MethodView):
    """One module."""

    @v1.etag
    @v1.response(200, ModuleSchema)
    @v1.alt_response(404, description="No such module")
    def get(self, key: str) -> dict[str, Any]:
        """Read the version of a module that is in force, or the last one that was."""
        return module_records([latest_public(key)])[0]


@v1.route("/care")
class Care(MethodView):
    """The list of done activities."""

    @v1.etag
    @v1.arguments(Cursor, location="query")
    @v1.response(200, CarePage)
    def get(self, cursor: dict[str, int]) -> dict[str, Any]:
        """List what was done without a pact, the oldest first."""
        activities = all_done(cursor["after"], cursor["limit"])
        return {"items": care_records(activities), "next": following(activities, cursor["limit"])}


@v1.route("/care/<string:number>")
class OneActivity(MethodView):
    """One done activity."""

    @v1.etag
    @v1.response(200, ActivitySchema)
    @v1.alt_response(404, description="No such public activity")
    def get(self, number: str) -> dict[str, Any]:
        """Read one done activity."""
        return care_records([public_activity(number)])[0]
