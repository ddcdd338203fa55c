"""The civic network feed, Atom and JSON Feed, older pages linked (RFC 5005). Art. 11(11)."""

from collections.abc import Sequence
from typing import Any

from flask import render_template
from flask_babel import force_locale, gettext

from pactregistry.civicnetwork.publications import FEED_SIZE, Publication
from pactregistry.config import settings

PDF = "application/pdf"


def as_atom(items: Sequence[Publication], address: str, older: str | None) -> str:
    """The feed as Atom; `older` is the address of the next page, None on the last."""
    here = settings()
    return render_template(
        "civicnetwork/feed.xml",
        title=_title(),
        base_url=here.base_url,
        address=address,
        older=older,
        items=items,
        updated=max((item.updated for item in items), default=here.now()),
    )


def as_json(items: Sequence[Publication], address: str, older: str | None) -> dict[str, Any]:
    """The feed as JSON Feed 1.1."""
    here = settings()
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(),
        "home_page_url": f"{here.base_url}/",
        "feed_url": address,
        "language": here.city.language,
        "authors": [{"name": here.city.profile.name}],
        "items": [_json_item(item) for item in items],
    }
    return feed | ({"next_url": older} if older else {})


def older_page(items: Sequence[Publication]) -> int | None:
    """The id before which the next page begins, None where this page is the last."""
    return items[-1].id if len(items) == FEED_SIZE else None


def _title() -> str:
    here = settings()
    with force_locale(here.city.language):
        return str(gettext("Collaboration pacts of %(city)s", city=here.city.profile.name))


def _json_item(item: Publication) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": item.tag,
        "url": item.page,
        "title": item.title,
        "content_text": item.summary or item.title,
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat(),
        "tags": list(item.categories),
    }
    return entry | ({"attachments": [{"url": item.pdf, "mime_type": PDF}]} if item.pdf else {})
