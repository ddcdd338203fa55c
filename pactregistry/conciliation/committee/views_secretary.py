"""The secretary's list: the open disputes, and what is awaited of whom in each. Art. 33(1), 34."""

from flask import abort, render_template, request

from pactregistry.conciliation.blueprint import conciliation
from pactregistry.conciliation.committee.secretary_list import Sought, find
from pactregistry.people.current import signed_in


@conciliation.get("/desk/committees")
def committees() -> str:
    """What a secretary convenes, and watches until it is closed."""
    sought = Sought.read(request.args)
    number = max(1, request.args.get("page", 1, type=int))
    page, shelves = find(signed_in(), sought, number)
    if page.number > page.count:
        abort(404)
    return render_template(
        "conciliation/committee/committees.html", page=page, shelves=shelves, sought=sought
    )
