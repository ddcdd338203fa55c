"""The office's list of pacts, and the file of one with its lawful steps. Art. 10(2), 5(2)b."""

from flask import abort, render_template, request

from pactregistry.config import settings
from pactregistry.journal import history
from pactregistry.pacts import doors
from pactregistry.pacts.access import OFFICERS
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.life.desk_list import STATES, WHAT, Filters, find
from pactregistry.pacts.life.steps import next_steps
from pactregistry.pacts.next_steps import to_answer, waiting
from pactregistry.pacts.queries import open_version
from pactregistry.people.current import signed_in
from pactregistry.workflow.lifecycle import PACT


@pacts.get("/desk/pacts/")
def desk_list() -> str:
    """The pacts that an officer looks for."""
    filters = Filters.read(request.args)
    page = find(filters, max(1, request.args.get("page", 1, type=int)))
    if page.number > page.count:
        abort(404)
    return render_template(
        "pacts/life/desk_list.html",
        page=page,
        filters=filters,
        states=STATES,
        what={name: label for name, (label, _) in WHAT.items()},
    )


@pacts.get("/desk/pacts/<number>")
def desk_file(number: str) -> str:
    """Everything on a pact, what is between the parties included, with the next lawful steps."""
    pact, seat = doors.pact_at_table(number)
    roles = seat.roles & set(OFFICERS)
    doors.actor_for(seat, OFFICERS)
    entries = history(PACT.name, pact.id)
    confirmed = pact.import_confirmed
    return render_template(
        "pacts/life/desk_file.html",
        pact=pact,
        roles=roles,
        writing=open_version(pact),
        awaited=to_answer(pact) or waiting(pact),
        steps=next_steps(pact, entries, signed_in().id, roles) if confirmed else (),
        district=settings().city.districts.get(pact.district),
        taken=entries,
    )
