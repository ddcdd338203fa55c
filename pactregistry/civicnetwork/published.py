"""The kinds of file whose acts the feed tells, each with its model and its page. Art. 3(1)b, 28(2).

A kind of file joins the feed by one line here; its acts are the journal entries that publish.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, and_, false, select
from sqlalchemy.orm import joinedload, selectinload

from pactregistry.commons.calls.models import Call
from pactregistry.commons.inventory.models import Commons
from pactregistry.commons.modules.models import Activity, Module
from pactregistry.conciliation.models import Dispute
from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.languages import state_name
from pactregistry.pacts.models import Pact
from pactregistry.proposals.call_answered import UNSEALED
from pactregistry.proposals.models import Proposal
from pactregistry.reports.models import Report
from pactregistry.reports.yearly.models import YearlyReport
from pactregistry.workflow.lifecycle import PUBLISHED
from pactregistry.workflow.states import CommonsKind


@dataclass(frozen=True)
class Kind:
    """One kind of file: which of its files and acts the public may know of, and how they are told.

    `page` gives the path of a file; `acts` narrows the entries; `district` and `kind` (of commons)
    are columns, None where it has none, of the file that `placed` gives; `load` is read with it; a
    step of `with_pdf` links the public PDF.
    """

    model: type[Any]
    known: ColumnElement[bool]
    page: Callable[[Any], str]
    title: Callable[[Any], str] = lambda subject: str(subject.title)
    summary: Callable[[Any], str] = lambda subject: str(subject.summary)
    acts: ColumnElement[bool] | None = None
    district: Any = None
    kind: Any = None
    placed: Callable[[Any], Any] = lambda subject: subject
    load: tuple[Any, ...] = ()
    with_pdf: frozenset[str] = frozenset()

    def condition(self, name: str, district: str, kind: CommonsKind | None) -> ColumnElement[bool]:
        """Which entries of this kind are told, of one district or kind of commons if named."""
        found = select(self.model.id).where(self.known)
        for column, wanted in ((self.district, district), (self.kind, kind)):
            if wanted:
                found = found.where(false() if column is None else column == wanted)
        condition = and_(Entry.subject_kind == name, Entry.subject_id.in_(found))
        return condition if self.acts is None else and_(condition, self.acts)

    def categories(self, subject: Any) -> tuple[str, ...]:
        """What a reader may choose entries by."""
        columns = [column.key for column in (self.kind, self.district) if column is not None]
        placed = self.placed(subject)
        values = [getattr(placed, name, None) for name in (*columns, "intensity")]
        return tuple(str(value) for value in values if value)


def hidden_by(name: str, subject: Any) -> tuple[str, int] | None:
    """The withheld file for which this one is not public: itself, or the pact that it tells of."""
    if subject.withheld:
        return name, subject.id
    if isinstance(subject, Report | Dispute) and subject.pact.withheld:
        return "pact", subject.pact_id
    return None


def is_open(subject: Any) -> bool:
    """Whether the whole sheet is public, not only the line that says that it was received."""
    return not isinstance(subject, Proposal) or subject.comments_from is not None


def public_title(subject: Any) -> str:
    """The title, or number and place while only the receipt is public. Art. 11(5)."""
    return str(subject.title if is_open(subject) else f"{subject.number}, {subject.place_name}")


KINDS: Mapping[str, Kind] = {
    "proposal": Kind(
        Proposal,
        and_(Proposal.import_confirmed.is_(True), UNSEALED),
        lambda subject: f"proposals/{subject.number}",
        title=public_title,
        summary=lambda subject: str(subject.summary) if is_open(subject) else "",
        district=Proposal.district,
        kind=Proposal.commons_kind,
    ),
    "pact": Kind(
        Pact,
        Pact.import_confirmed.is_(True),
        lambda subject: f"pacts/{subject.number}",
        # What is corrected on a pact that is still being written stays between its parties.
        acts=Entry.to_state.in_(PUBLISHED),
        district=Pact.district,
        kind=Pact.commons_kind,
        with_pdf=frozenset({"conclude", "conclude_amendment"}),
    ),
    "report": Kind(
        Report,
        and_(
            Report.published_at.is_not(None),
            Report.pact_id == Pact.id,
            Pact.import_confirmed.is_(True),
        ),
        lambda subject: f"reports/{subject.number}",
        district=Pact.district,
        kind=Pact.commons_kind,
        placed=lambda subject: subject.pact,
        load=(joinedload(Report.pact),),
        with_pdf=frozenset({"accept", "publish_unexamined"}),
    ),
    "dispute": Kind(
        Dispute,
        # Nobody is told of one whose committee never sat, nor of anything before its end.
        and_(
            Dispute.convened_on.is_not(None),
            Dispute.pact_id == Pact.id,
            Pact.import_confirmed.is_(True),
        ),
        lambda subject: f"disputes/{subject.number}",
        title=lambda subject: f"{subject.number}, {subject.title}",
        summary=lambda subject: _(
            "Conciliation: %(state)s", state=state_name(subject.state, "dispute")
        ),
        district=Pact.district,
        kind=Pact.commons_kind,
        placed=lambda subject: subject.pact,
        load=(joinedload(Dispute.pact),),
    ),
    "commons": Kind(
        Commons,
        Commons.number.is_not(None),
        lambda subject: f"commons/{subject.number}",
        title=lambda subject: str(subject.name),
        summary=lambda subject: str(subject.aims or subject.description),
        district=Commons.district,
        kind=Commons.kind,
    ),
    "call": Kind(
        Call,
        Call.number.is_not(None),
        lambda subject: f"calls/{subject.number}",
        district=Call.district,
    ),
    "module": Kind(
        Module,
        Module.in_force_from.is_not(None),
        lambda subject: f"modules/{subject.number}",
    ),
    "activity": Kind(
        Activity,
        Activity.number.is_not(None),
        lambda subject: f"activities/{subject.number}",
        district=Activity.district,
        kind=Activity.commons_kind,
        load=(selectinload(Activity.module),),
    ),
    "yearly": Kind(
        YearlyReport,
        YearlyReport.published_at.is_not(None),
        lambda subject: f"figures/{subject.year}",
        with_pdf=frozenset({"publish"}),
    ),
}


def subjects_of(entries: list[Entry]) -> dict[tuple[str, int], Any]:
    """The files of these entries, one query for each kind that is among them."""
    found: dict[tuple[str, int], Any] = {}
    for name, kind in KINDS.items():
        wanted = {entry.subject_id for entry in entries if entry.subject_kind == name}
        if wanted:
            query = select(kind.model).where(kind.model.id.in_(wanted)).options(*kind.load)
            found |= {(name, subject.id): subject for subject in db.session.scalars(query)}
    return found
