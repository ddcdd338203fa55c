"""What must agree before an older pact is confirmed: days, state, papers. Art. 36."""

from datetime import date
from typing import Any

from flask_babel import gettext as _

from pactregistry.documents.uploads import UploadRefused, accept
from pactregistry.pacts.importing.older.forms import OlderPactForm, PapersForm
from pactregistry.pacts.importing.older.private_marks import Search, search
from pactregistry.workflow.states import PactState

RUNNING = frozenset({PactState.SIGNED, PactState.ACTIVE, PactState.SUSPENDED})


def take_paper(form: PapersForm) -> bool:
    """Check the paper that was sent, if any, and keep it on the form for the action."""
    form.taken = None
    if not form.paper.data:
        return True
    try:
        form.taken = accept(form.paper.data.filename or "", form.paper.data.read())
    except UploadRefused as refusal:
        form.paper.errors = [refusal.message]
    return form.taken is not None


def papers_may_be_shown(form: PapersForm, searched: dict[int, Search], *, shows_new: bool) -> bool:
    """Whether each paper that is to be shown may be, and somebody looked where that is needed."""
    chosen = [searched[paper_id] for paper_id in form.shown.data or ()]
    wrong = [one.obstacle for one in chosen if one.obstacle]
    if wrong:
        form.shown.errors = list(dict.fromkeys(wrong))
    if form.taken is not None and shows_new:
        new = search(form.taken.media_type, form.taken.content)
        chosen.append(new)
        if new.obstacle:
            form.paper.errors = [new.obstacle]
    if chosen and not form.looked.data:
        form.looked.errors = [_("Say that you read the papers that the public is to read.")]
    return not (form.shown.errors or form.paper.errors or form.looked.errors)


def days_agree(form: OlderPactForm, today: date) -> bool:
    """Whether the days and the state that were typed can be true together."""
    state = PactState(form.standing.data)
    first, last = form.starts_on.data, form.ends_on.data
    wrong: list[tuple[Any, str]] = [
        (form[name], _("This day has not come yet."))
        for name in ("signed_on", "act_date", "proposal_date", "ended_on")
        if form[name].data and form[name].data > today
    ]
    if first and last and last < first:
        wrong.append((form.ends_on, _("It ends before it starts.")))
    if state in RUNNING and last and last < today:
        wrong.append((form.ends_on, _over_by_now()))
    if state is not PactState.ENDED and (form.ended_on.data or form.how_ended.data):
        wrong.append((form.standing, _("You say how or when it ended: then it has ended.")))
    for field, message in wrong:
        field.errors = [*field.errors, message]
    return not wrong


def _over_by_now() -> str:
    return str(
        _(
            "This day is over: choose “ended”, or enter the day to which the pact was extended. "
            "Leave it empty where nobody knows."
        )
    )
