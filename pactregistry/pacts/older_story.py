"""What is known of an older pact, day by day, its gaps said as gaps. Art. 3(1)b, 36(1)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.journal import Entry
from pactregistry.pacts.models import Pact
from pactregistry.pacts.older import HOW_ENDED, IMPORT_STEPS, OlderPact
from pactregistry.workflow.states import PactState


@dataclass(frozen=True)
class Known:
    """One fact of the papers; a day of None: it happened, and nobody knows when."""

    day: date | None
    what: str


def story(pact: Pact, entries: Sequence[Entry]) -> list[Known]:
    """The facts in the order of their days, those without a day last; no step is made up.

    `entries` are the pact's own: what happened after it was taken over stands there.
    """
    older = pact.older
    if older is None:
        return []
    known = [*_begin(pact, older), *_end(pact, older, entries)]
    dated = sorted((one for one in known if one.day), key=lambda one: one.day or date.max)
    return [*dated, *(one for one in known if one.day is None)]


def _begin(pact: Pact, older: OlderPact) -> Iterator[Known]:
    if older.proposal_date or older.proposal_number:
        what = _named(_("A proposal was received"), older.proposal_number)
        yield Known(older.proposal_date, what)
    if older.act_date or older.act_number:
        yield Known(older.act_date, _named(_("The City approved it"), older.act_number))
    yield Known(pact.signed_on, _("It was signed"))
    if pact.starts_on and pact.starts_on <= settings().today():
        yield Known(pact.starts_on, _("Its first day"))


def _end(pact: Pact, older: OlderPact, entries: Sequence[Entry]) -> Iterator[Known]:
    last = next((e for e in reversed(entries) if e.to_state != e.from_state), None)
    if pact.state == PactState.ENDED and last is not None and last.step in IMPORT_STEPS:
        said = HOW_ENDED.get(older.how_ended)
        how = _(said) if said else _("how is not known")
        yield Known(older.ended_on, _("It ended: %(how)s", how=how))


def _named(what: str, number: str) -> str:
    return f"{what} ({number})" if number else what
