"""The calls of the City, for everyone: open, being compared, decided. Art. 3(1)b, 11(1)a."""

from flask import abort, render_template, request

from pactregistry.commons.calls import queries
from pactregistry.commons.calls.blueprint import calls

FILTERS = ("state", "district")


@calls.get("/calls/")
def index() -> str:
    """The list of calls, those that take entries first."""
    chosen = {name: request.args[name] for name in FILTERS if request.args.get(name)}
    words = request.args.get("q", "").strip()
    page = queries.find_calls(words, chosen, max(1, request.args.get("page", 1, type=int)))
    if page.number > page.count:
        abort(404)
    return render_template(
        "calls/list.html", page=page, words=words, chosen=chosen, states=queries.SHOWN
    )
