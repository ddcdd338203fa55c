"""The list of commons and the page of each: what may be, what was done there. Art. 10(6), 16."""

from http import HTTPStatus

from flask import abort, jsonify, render_template, request
from flask.typing import ResponseReturnValue

from pactregistry.civicnetwork.blueprint import site
from pactregistry.civicnetwork.commons_list import (
    FILTERS,
    YES,
    about_the_list,
    find_commons,
    known_commons,
    public_commons,
)
from pactregistry.civicnetwork.commons_record import PRIVATE_STEPS, dump_commons
from pactregistry.civicnetwork.modules_there import modules_on
from pactregistry.civicnetwork.place_history import history_of
from pactregistry.civicnetwork.public import Search
from pactregistry.civicnetwork.sharing import shared
from pactregistry.civicnetwork.spots import commons_spot
from pactregistry.commons.calls.queries import open_calls_on
from pactregistry.commons.inventory.due import use_ended
from pactregistry.commons.inventory.queries import ON_LIST
from pactregistry.commons.picture import picture_of
from pactregistry.journal import history
from pactregistry.paging import PAGE_SIZE
from pactregistry.workflow.lifecycle import COMMONS
from pactregistry.workflow.states import CommonsKind, OwnerKind, Reserved


@site.get("/commons/")
def commons() -> str:
    """The list of commons open to collaboration, with its date."""
    search = Search.read(request.args, FILTERS)
    page = find_commons(search, max(1, request.args.get("page", 1, type=int)))
    if page.number > page.count:
        abort(HTTPStatus.NOT_FOUND)
    return render_template(
        "civicnetwork/commons.html",
        page=page,
        search=search,
        about=about_the_list(),
        picture=picture_of(map(commons_spot, page.items), most=PAGE_SIZE),
        states=ON_LIST,
        kinds=CommonsKind,
        owners=OwnerKind,
        reserved=Reserved,
        yes=YES,
        use_ended=use_ended,
    )


@site.get("/commons/<number>")
def commons_page(number: str) -> ResponseReturnValue:
    """One place: its entry, what may be done there, its pacts and proposals over time."""
    place = known_commons(number)
    entries = [e for e in history(COMMONS.name, place.id) if e.step not in PRIVATE_STEPS]
    if place.withheld:
        hidden = next(entry for entry in reversed(entries) if entry.step == "withhold")
        page = render_template("proposals/withheld.html", number=number, entry=hidden)
        return page, HTTPStatus.GONE
    on_list = place.state in ON_LIST
    return render_template(
        "civicnetwork/commons_page.html",
        place=place,
        on_list=on_list,
        entries=entries,
        ended=use_ended(place),
        picture=picture_of([commons_spot(place)]),
        past=history_of(place.id),
        calls=open_calls_on(place.id) if on_list else (),
        modules=modules_on(place) if on_list else (),
    )


@site.get("/commons/<number>.json")
def commons_json(number: str) -> ResponseReturnValue:
    """One entry by the data contract."""
    return shared(jsonify(dump_commons([public_commons(number)])[0]))
