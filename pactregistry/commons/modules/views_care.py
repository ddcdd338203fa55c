"""The map of occasional care, with its table and filters. Art. 12(2), 28(3)."""

from datetime import date

from flask import abort, render_template, request

from pactregistry.commons.modules import queries
from pactregistry.commons.modules.blueprint import modules
from pactregistry.commons.modules.care import SIZE, SQUARES, care_map
from pactregistry.commons.modules.queries import Filter
from pactregistry.config import settings
from pactregistry.paging import PAGE_SIZE, Page


@modules.get("/care")
def care() -> str:
    """Where care is done, by areas of concentration, and what was done last."""
    chosen = Filter(
        since=_day("since"),
        until=_day("until"),
        module=request.args.get("module", ""),
        district=_district(request.args.get("district", "")),
    )
    found = queries.done(chosen)
    number = max(1, request.args.get("page", 1, type=int))
    first = (number - 1) * PAGE_SIZE
    page = Page(found[first : first + PAGE_SIZE], len(found), number)
    if page.number > page.count:
        abort(404)
    args = {name: request.args[name] for name in _NAMES if request.args.get(name)}
    return render_template(
        "modules/care.html",
        care=care_map(found),
        page=page,
        chosen=chosen,
        args=args,
        families=queries.families(),
        size=SIZE,
        side=SIZE // SQUARES,
    )


_NAMES = ("since", "until", "module", "district")


def _day(name: str) -> date | None:
    try:
        return date.fromisoformat(request.args.get(name, ""))
    except ValueError:
        return None


def _district(key: str) -> str:
    return key if key in settings().city.districts else ""
