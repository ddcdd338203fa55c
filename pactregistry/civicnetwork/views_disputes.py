"""The public list of disputes: those whose committee sat, and how many others. Art. 33, 3(1)b."""

from flask import abort, render_template, request

from pactregistry.civicnetwork.blueprint import site
from pactregistry.civicnetwork.disputes_list import FILTERS, STATES, find_disputes, years
from pactregistry.civicnetwork.public import Search
from pactregistry.conciliation.closing.public import all_told
from pactregistry.conciliation.closing.queries import untold_counts


@site.get("/disputes/")
def disputes() -> str:
    """Disputes before a committee and settled or not; requests are only counted."""
    search = Search.read(request.args, FILTERS)
    page = find_disputes(search, max(1, request.args.get("page", 1, type=int)))
    if page.number > page.count:
        abort(404)
    waiting, ended = untold_counts()
    return render_template(
        "civicnetwork/disputes.html",
        page=page,
        rows=all_told(list(page.items)),
        search=search,
        states=STATES,
        years=years(),
        waiting=waiting,
        ended=ended,
    )
