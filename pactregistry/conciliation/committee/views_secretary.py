"""The secretary's list: the open disputes, and what is awaited of whom in each. Art. 33(1), 34."""

from flask import render_template, request

from pactregistry.conciliation.blueprint import conciliation
from pactregistry.conciliation.committee.awaited import FORMING, Awaited, Wait, awaited
from pactregistry.conciliation.committee.queries import disputes_of_secretary
from pactregistry.people.current import signed_in
from pactregistry.workflow.engine import N_

SHELVES = {
    "": N_("All open ones"),
    "convene": N_("To be convened"),
    "forming": N_("Seats to be filled"),
    "proposal": N_("Before the committee"),
    "answers": N_("With the parties"),
}


@conciliation.get("/desk/committees")
def committees() -> str:
    """What a secretary convenes, and watches until it is closed."""
    shelf = request.args.get("shelf", "")
    rows = [(dispute, awaited(dispute)) for dispute in disputes_of_secretary(signed_in())]
    return render_template(
        "conciliation/committee/committees.html",
        shelves=SHELVES,
        shelf=shelf if shelf in SHELVES else "",
        counts={key: sum(_stands_on(key, waits) for _dispute, waits in rows) for key in SHELVES},
        rows=[(dispute, waits) for dispute, waits in rows if _stands_on(shelf, waits)],
    )


def _stands_on(shelf: str, waits: list[Awaited]) -> bool:
    what = {wait.what for wait in waits}
    match shelf:
        case "convene":
            return Wait.CONVENE in what
        case "forming":
            return bool(what & (FORMING - {Wait.CONVENE}))
        case "proposal":
            return Wait.PROPOSE in what
        case "answers":
            return Wait.ANSWER in what
    return True
