"""The public list of support granted. Art. 3(1)b, 20, 25."""

from flask import abort, render_template, request

from pactregistry.civicnetwork.blueprint import site
from pactregistry.civicnetwork.public import Search
from pactregistry.civicnetwork.supports_list import FILTERS, find_supports, kinds_known
from pactregistry.workflow.lifecycle import PUBLISHED


@site.get("/supports/")
def supports() -> str:
    """All support granted in signed pacts: its kind, what, worth, pact."""
    search = Search.read(request.args, FILTERS)
    page, lines = find_supports(search, max(1, request.args.get("page", 1, type=int)))
    if page.number > page.count:
        abort(404)
    return render_template(
        "civicnetwork/supports.html",
        page=page,
        lines=lines,
        search=search,
        kinds=kinds_known(),
        states=PUBLISHED,
    )
