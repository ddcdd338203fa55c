"""The publication acts, newest first: a query on the journal. Art. 3(1)b, 11(11), 28(2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_babel import force_locale, gettext
from sqlalchemy import and_, func, or_, select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.languages import step_past
from pactregistry.pacts.models import Pact
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.lifecycle import PUBLISHED
from pactregistry.workflow.states import CommonsKind

FEED_SIZE = 50


@dataclass(frozen=True)
class Publication:
    """One publication act as a feed entry; a withheld file leaves a tombstone under the same id."""

    id: int
    tag: str
    title: str
    summary: str
    updated: datetime
    published: datetime
    page: str
    pdf: str | None
    categories: tuple[str, ...]


def publications(
    before: int | None = None, district: str = "", kind: str = ""
) -> Sequence[Publication]:
    """At most `FEED_SIZE` acts in the city's language, older than the entry `before`."""
    query = (
        select(Entry, Pact, Proposal)
        .outerjoin(Pact, and_(Entry.subject_kind == "pact", Entry.subject_id == Pact.id))
        .outerjoin(
            Proposal, and_(Entry.subject_kind == "proposal", Entry.subject_id == Proposal.id)
        )
        .where(Entry.publishes.is_not(None))
        .where(or_(Pact.import_confirmed.is_(True), Proposal.import_confirmed.is_(True)))
        # What is corrected on a pact that is still being written stays between its parties.
        .where(or_(Entry.subject_kind != "pact", Entry.to_state.in_(PUBLISHED)))
        .order_by(Entry.id.desc())
        .limit(FEED_SIZE)
    )
    if before is not None:
        query = query.where(Entry.id < before)
    if district:
        query = query.where(or_(Pact.district == district, Proposal.district == district))
    if kind:
        named = next((known for known in CommonsKind if known == kind), None)
        if named is None:
            return []
        query = query.where(or_(Pact.commons_kind == named, Proposal.commons_kind == named))
    found: Sequence[Any] = db.session.execute(query).all()
    rows = [(entry, pact or proposal) for entry, pact, proposal in found]
    withheld = _withheld_at([entry for entry, subject in rows if subject.withheld])
    with force_locale(settings().city.language):
        return [_publication(entry, subject, withheld) for entry, subject in rows]


def _withheld_at(entries: Sequence[Entry]) -> dict[tuple[str, int], datetime]:
    """When the files of these entries were withheld, in one query."""
    if not entries:
        return {}
    query = (
        select(Entry.subject_kind, Entry.subject_id, func.max(Entry.recorded_at))
        .where(Entry.step == "withhold", Entry.subject_id.in_({e.subject_id for e in entries}))
        .group_by(Entry.subject_kind, Entry.subject_id)
    )
    return {(kind, subject_id): at for kind, subject_id, at in db.session.execute(query)}


def _publication(
    entry: Entry, subject: Any, withheld: dict[tuple[str, int], datetime]
) -> Publication:
    here = settings()
    room = "pacts" if entry.subject_kind == "pact" else "proposals"
    page = f"{here.base_url}/{room}/{subject.number}"
    # Named by the office's mail domain and the day: it stays when the site's address changes.
    authority = here.city.profile.email.rpartition("@")[2]
    tag = f"tag:{authority},{entry.recorded_at.date()}:journal:{entry.id}"
    if subject.withheld:
        at = withheld.get((entry.subject_kind, entry.subject_id), entry.recorded_at)
        title = gettext("%(number)s is withheld", number=subject.number)
        summary = gettext("The City withheld this file: it should not have been public as it was.")
        return Publication(entry.id, tag, title, summary, at, entry.recorded_at, page, None, ())
    shown = public_title(subject)
    published = entry.subject_kind == "pact"
    return Publication(
        id=entry.id,
        tag=tag,
        title=f"{step_past(entry.step, entry.subject_kind)}: {shown}",
        summary=subject.summary if is_open(subject) else "",
        updated=entry.recorded_at,
        published=entry.recorded_at,
        page=page,
        pdf=f"{page}.pdf"
        if published and entry.step in {"conclude", "conclude_amendment"}
        else None,
        categories=tuple(
            str(value)
            for value in (subject.commons_kind, subject.district, subject.intensity)
            if value
        ),
    )


def is_open(subject: Any) -> bool:
    """Whether the whole sheet is public, not only the line that says that it was received."""
    return not isinstance(subject, Proposal) or subject.comments_from is not None


def public_title(subject: Any) -> str:
    """The title, or number and place while only the receipt is public. Art. 11(5)."""
    return str(subject.title if is_open(subject) else f"{subject.number}, {subject.place_name}")
