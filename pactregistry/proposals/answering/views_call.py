"""The page of one call for everyone, and its last minute for a calendar. Art. 3(1)b, 11(1)a."""

from http import HTTPStatus

from flask import Response, abort, render_template
from flask.typing import ResponseReturnValue

from pactregistry.commons.calls import queries
from pactregistry.commons.calls.models import Call
from pactregistry.journal import history
from pactregistry.people.current import account, holds
from pactregistry.proposals.answering.blueprint import answering
from pactregistry.proposals.answering.calendar import as_calendar
from pactregistry.proposals.answering.public_call import public_of
from pactregistry.proposals.entries import last
from pactregistry.workflow.lifecycle import CALL
from pactregistry.workflow.states import Role


@answering.get("/calls/<number>")
def call(number: str) -> ResponseReturnValue:
    """What is asked, until when, by which criteria; later who was taken, and why."""
    found = queries.published(number)
    entries = history(CALL.name, found.id)
    if found.withheld:
        entry = last(entries, "withhold")
        page = render_template("proposals/withheld.html", number=found.number, entry=entry)
        return page, HTTPStatus.GONE
    return render_template(
        "calls/call.html",
        call=public_of(found, entries),
        desk_id=found.id if _is_of_office(found) else None,
    )


@answering.get("/calls/<number>.ics")
def deadline(number: str) -> Response:
    """The closing moment as an entry for a calendar."""
    found = queries.public_call(number)
    if found.closes_at is None:
        abort(404)
    body = as_calendar(found, found.closes_at)
    answer = Response(body, content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{found.number}.ics"'
    return answer


def _is_of_office(found: Call) -> bool:
    person = account()
    roles = (Role.DESK, Role.MANAGER)
    return person is not None and any(holds(person, role, found.office) for role in roles)
