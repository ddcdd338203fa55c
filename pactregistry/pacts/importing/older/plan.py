"""What an import of older pacts would take: read, understood, compared. Art. 36(1)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pactregistry.config import settings
from pactregistry.database import folded
from pactregistry.documents.actions import Kept
from pactregistry.pacts.importing.application import Malformed, Question
from pactregistry.pacts.importing.comparing import between
from pactregistry.pacts.importing.older import papers, queries
from pactregistry.pacts.importing.older.columns import is_known
from pactregistry.pacts.importing.older.row import (
    OlderRow,
    by_identity,
    may_be_one,
    read,
)
from pactregistry.pacts.importing.older.understanding import Understood, understand
from pactregistry.pacts.importing.reading import Source, read_source

FORM = "pacts"
Identities = Mapping[tuple[str, str], Sequence[OlderRow]]


@dataclass(frozen=True)
class OlderPlan:
    """The pacts of one table, ready to be taken."""

    source: Source
    rows: tuple[Understood, ...]
    questions: tuple[Question, ...]  # on the table as a whole


def plan(
    path: Path, documents: Path | None, keep: papers.Keep, told: Callable[[int, int], None]
) -> OlderPlan:
    """Read a table and see what it means here.

    Papers are handed to `keep`; `told` hears how many rows of how many have been seen to.

    Raises:
        Malformed: it has a fault, or was imported before.
    """
    source = read_source(path)
    folder = papers.open_folder(documents)
    table, rows = read(source, settings().today())
    _refuse_doubles(source, rows)
    refuse_second_time(source, rows)
    standing = queries.standing_pacts()
    understood = [understand(row, settings().city, settings().today()) for row in rows]
    shared = papers.named_by_several([row.documents for row in rows])
    queries.let_go()  # papers take a while: nobody waits for the database
    ready = []
    for count, one in enumerate(understood, start=1):
        ready.append(_with_papers(one, folder, shared, keep))
        told(count, len(understood))
    more = between([one.row for one in ready], standing, "place_again")
    numbered = by_identity(row for row in rows if row.registry_number)
    compared = [
        replace(one, questions=(*one.questions, *asked, *_number_again(row, numbered)))
        for one, row, asked in zip(ready, rows, more, strict=True)
    ]
    unread = [column for column in table.columns if not is_known(column)]
    return OlderPlan(source, tuple(compared), tuple(_on_table(unread, folder, rows)))


def refuse_second_time(source: Source, rows: Sequence[OlderRow]) -> None:
    """Refuse a table, or rows of it, that were taken already.

    Raises:
        Malformed: with the rows and the numbers that they have here.
    """
    before = queries.imported_before()
    same = next((past for past in before if past.sha256 == source.sha256), None)
    if same is not None:
        day = same.on.isoformat()
        raise Malformed((f"{source.name}: this file was imported already, on {day}.",))
    known = by_identity(past.row for past in before)
    faults = [
        f"{source.name}, line {row.line}: this pact was imported already, as {past.source_id}."
        for key, same_key in by_identity(rows).items()
        for row in same_key
        for past in known.get(key, ())
        if may_be_one(row, past)
    ]
    if faults:
        raise Malformed(tuple(faults))


def _refuse_doubles(source: Source, rows: Sequence[OlderRow]) -> None:
    faults = [
        f"{source.name}, line {row.line}: the pact of line {earlier.line} again."
        for same_key in by_identity(rows).values()
        for index, row in enumerate(same_key)
        for earlier in same_key[:index]
        if may_be_one(row, earlier)
    ]
    if faults:
        raise Malformed(tuple(faults))


def _with_papers(
    one: Understood, folder: papers.Folder, shared: set[str], keep: papers.Keep
) -> Understood:
    kept: list[Kept] = []
    asked: list[Question] = []
    for name in one.row.documents:
        found = papers.examine(name, folder, keep)
        if isinstance(found, Question):
            asked.append(found)
            continue
        kept.append(found)
        if papers.is_among(name, shared):
            asked.append(Question("paper_shared", "document", {"file": name}))
    return replace(one, papers=tuple(kept), questions=(*one.questions, *asked))


def _number_again(row: OlderRow, numbered: Identities) -> list[Question]:
    """Another row has its number and another day: so they were not refused as one pact."""
    same_number = numbered.get(("number", folded(row.registry_number)), ())
    others = ", ".join(f"#{other.line}" for other in same_number if other is not row)
    return [Question("number_again", "registry_number", {"files": others})] if others else []


def _on_table(
    unread: Sequence[str], folder: papers.Folder, rows: Sequence[OlderRow]
) -> list[Question]:
    left = papers.unnamed(folder, [name for row in rows for name in row.documents])
    asked = []
    if unread:
        asked.append(Question("column_unread", "original", {"columns": ", ".join(unread)}))
    if left:
        asked.append(Question("paper_unnamed", "document", {"files": ", ".join(left)}))
    return asked
