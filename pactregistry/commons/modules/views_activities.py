"""Activities at the desk: coming, not reported, done, cancelled. Art. 10(2), 12."""

from flask import abort, render_template, request

from pactregistry.commons.modules import queries
from pactregistry.commons.modules.blueprint import modules
from pactregistry.commons.modules.queries import Shelf
from pactregistry.config import settings


@modules.get("/desk/activities/")
def desk_activities() -> str:
    """What citizens announced, the next day first."""
    wanted = request.args.get("shelf", Shelf.COMING)
    shelf = next((shelf for shelf in Shelf if shelf == wanted), Shelf.COMING)
    district = request.args.get("district", "")
    district = district if district in settings().city.districts else ""
    number = max(1, request.args.get("page", 1, type=int))
    page = queries.on_shelf(shelf, number, district)
    if page.number > page.count:
        abort(404)
    return render_template(
        "modules/desk/activities.html", page=page, shelf=shelf, shelves=Shelf, district=district
    )
