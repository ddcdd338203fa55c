"""The feed's two addresses. Art. 11(11), 28(2)."""

from urllib.parse import urlencode

from flask import Response, jsonify, request
from flask.typing import ResponseReturnValue

from pactregistry.civicnetwork import feed
from pactregistry.civicnetwork.blueprint import site
from pactregistry.civicnetwork.publications import Publication, publications
from pactregistry.civicnetwork.sharing import shared
from pactregistry.config import settings

LATEST = 2**31 - 1  # no database counts its entries further


@site.get("/feed.atom")
def feed_atom() -> ResponseReturnValue:
    """The civic network feed as Atom."""
    items = _items()
    body = feed.as_atom(items, _address("feed.atom"), _older("feed.atom", items))
    return shared(Response(body, content_type="application/atom+xml; charset=utf-8"))


@site.get("/feed.json")
def feed_json() -> ResponseReturnValue:
    """The civic network feed as JSON Feed."""
    items = _items()
    response = jsonify(feed.as_json(items, _address("feed.json"), _older("feed.json", items)))
    response.content_type = "application/feed+json; charset=utf-8"
    return shared(response)


def _items() -> list[Publication]:
    args = request.args
    before = args.get("before", type=int)
    if before is not None:
        before = max(0, min(before, LATEST))
    return list(publications(before, args.get("district", ""), args.get("kind", "")))


def _address(name: str, **more: object) -> str:
    chosen = {key: request.args[key] for key in ("district", "kind") if request.args.get(key)}
    query = urlencode({**chosen, **more})
    return f"{settings().base_url}/{name}{'?' if query else ''}{query}"


def _older(name: str, items: list[Publication]) -> str | None:
    before = feed.older_page(items)
    return None if before is None else _address(name, before=before)
