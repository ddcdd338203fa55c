"""The disputes of the person at the page, those of the office, and the way into a room. Art. 33."""

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pactregistry.conciliation.asking.lists import disputes_on_desk, own_disputes
from pactregistry.conciliation.blueprint import conciliation


@conciliation.get("/me/disputes")
def mine() -> str:
    """The disputes in which one speaks, sits or is named."""
    return render_template("conciliation/mine.html", lines=own_disputes())


@conciliation.get("/desk/disputes")
def desk_disputes() -> str:
    """The disputes on all pacts: their days and what is awaited, never what is asked."""
    also_closed = request.args.get("closed") == "1"
    number = max(1, request.args.get("page", 1, type=int))
    page = disputes_on_desk(number, also_closed=also_closed)
    if page.number > page.count:
        abort(404)
    return render_template("conciliation/desk_list.html", page=page, also_closed=also_closed)


@conciliation.get("/disputes/<number>/room")
def room(number: str) -> ResponseReturnValue:
    """Lead who comes from a mail to the page of the dispute, by way of signing in."""
    return redirect(url_for("conciliation.show", number=number))
