"""Pacts and proposals with search, filters and paging. Art. 3(1)b, 11(5), 11(11)."""

from collections.abc import Callable

from flask import abort, render_template, request

from pactregistry.civicnetwork.blueprint import site
from pactregistry.civicnetwork.public import Search, find_pacts, find_proposals
from pactregistry.civicnetwork.published import is_open, public_title
from pactregistry.paging import Page
from pactregistry.workflow.lifecycle import PUBLIC, PUBLISHED
from pactregistry.workflow.states import CommonsKind, Intensity


@site.get("/pacts/")
def pacts() -> str:
    """Published pacts."""
    search, page = _found(find_pacts)
    return render_template(
        "civicnetwork/pacts.html",
        page=page,
        search=search,
        states=PUBLISHED,
        intensities=Intensity,
        kinds=CommonsKind,
    )


@site.get("/proposals/")
def proposals() -> str:
    """Received proposals."""
    search, page = _found(find_proposals)
    return render_template(
        "civicnetwork/proposals.html",
        page=page,
        lines=[(p, public_title(p), is_open(p)) for p in page.items],
        search=search,
        states=PUBLIC,
        intensities=Intensity,
        kinds=CommonsKind,
    )


def _found(find: Callable[[Search, int], Page]) -> tuple[Search, Page]:
    search = Search.read(request.args)
    page = find(search, max(1, request.args.get("page", 1, type=int)))
    if page.number > page.count:
        abort(404)
    return search, page
