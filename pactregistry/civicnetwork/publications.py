"""The publication acts, newest first: a query on the journal. Art. 3(1)b, 11(11), 28(2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_babel import force_locale, gettext
from sqlalchemy import func, or_, select

from pactregistry.civicnetwork.published import KINDS, hidden_by, subjects_of
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.languages import step_past
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
    named = next((known for known in CommonsKind if known == kind), None)
    if kind and named is None:
        return []
    told = (one.condition(name, district, named) for name, one in KINDS.items())
    query = select(Entry).where(Entry.publishes.is_not(None), or_(*told))
    if before is not None:
        query = query.where(Entry.id < before)
    entries = list(db.session.scalars(query.order_by(Entry.id.desc()).limit(FEED_SIZE)))
    subjects = subjects_of(entries)
    rows = [(entry, subjects[entry.subject_kind, entry.subject_id]) for entry in entries]
    hiding = [hidden_by(entry.subject_kind, subject) for entry, subject in rows]
    withheld = _withheld_at([file for file in hiding if file is not None])
    with force_locale(settings().city.language):
        return [_publication(entry, subject, withheld) for entry, subject in rows]


def _withheld_at(files: Sequence[tuple[str, int]]) -> dict[tuple[str, int], datetime]:
    """When these files were withheld, in one query."""
    if not files:
        return {}
    query = (
        select(Entry.subject_kind, Entry.subject_id, func.max(Entry.recorded_at))
        .where(Entry.step == "withhold", Entry.subject_id.in_({number for _, number in files}))
        .group_by(Entry.subject_kind, Entry.subject_id)
    )
    return {(kind, subject_id): at for kind, subject_id, at in db.session.execute(query)}


def _publication(
    entry: Entry, subject: Any, withheld: dict[tuple[str, int], datetime]
) -> Publication:
    here = settings()
    kind = KINDS[entry.subject_kind]
    page = f"{here.base_url}/{kind.page(subject)}"
    # Named by the office's mail domain and the day: it stays when the site's address changes.
    authority = here.city.profile.email.rpartition("@")[2]
    tag = f"tag:{authority},{entry.recorded_at.date()}:journal:{entry.id}"
    hiding = hidden_by(entry.subject_kind, subject)
    if hiding is not None:
        at = withheld.get(hiding, entry.recorded_at)
        title = gettext("%(number)s is withheld", number=subject.number)
        summary = gettext("The City withheld this file: it should not have been public as it was.")
        return Publication(entry.id, tag, title, summary, at, entry.recorded_at, page, None, ())
    return Publication(
        id=entry.id,
        tag=tag,
        title=f"{step_past(entry.step, entry.subject_kind)}: {kind.title(subject)}",
        summary=kind.summary(subject),
        updated=entry.recorded_at,
        published=entry.recorded_at,
        page=page,
        pdf=_file(entry, page) if entry.step in kind.with_pdf else None,
        categories=kind.categories(subject),
    )


def _file(entry: Entry, page: str) -> str:
    """The file of the version that was signed: it stays what it was when later ones follow."""
    ordinal = entry.facts.get("version")
    return f"{page}/versions/{ordinal}.pdf" if ordinal else f"{page}.pdf"
