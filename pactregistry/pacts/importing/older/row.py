"""One row of a table of older pacts: its words, its days, what could not be read. Art. 36(1)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pactregistry.database import folded
from pactregistry.pacts.importing import values
from pactregistry.pacts.importing.application import Question, Row
from pactregistry.pacts.importing.older.columns import DAYS, REQUIRED, called
from pactregistry.pacts.importing.older.days import NoDay, read_day
from pactregistry.pacts.importing.reading import Source, Table, read_table

SEVERAL = re.compile(r"\s*[;|\n]\s*")
TEXTS = (
    *("state", "title", "summary", "place", "district", "how_ended", "act_number"),
    *("intensity", "commons_kind", "theme", "proposal_number"),
)
DEGREES = {"longitude": values.LONGITUDES, "latitude": values.LATITUDES}


@dataclass(frozen=True)
class OlderRow(Row):
    """One row; a name, a file and a person stand each for itself."""

    how_ended: str = ""
    ended_on: date | None = None
    act_number: str = ""
    act_date: date | None = None
    intensity: str = ""
    commons_kind: str = ""
    theme: str = ""
    parties: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    proposal_number: str = ""
    proposal_date: date | None = None
    documents: tuple[str, ...] = ()
    unread: tuple[Question, ...] = ()


def read(source: Source, today: date) -> tuple[Table, list[OlderRow]]:
    """The table and its rows.

    Raises:
        Malformed: with every fault of header and cells, each with its line.
    """
    table = read_table(source, REQUIRED, called)
    return table, [_row(line, cells, today) for line, cells in table.rows]


def _row(line: int, original: Mapping[str, str], today: date) -> OlderRow:
    cells = {called(column): values.visible(cell) for column, cell in original.items()}
    read: dict[str, Any] = {name: cells.get(name, "") for name in TEXTS}
    unread: list[Question] = []
    for column in DAYS:
        try:
            read[column] = read_day(cells.get(column, ""), today)
        except NoDay as fault:
            told = {"column": column, "word": cells[column]}
            unread.append(Question(fault.code, column, told))
    for column, limits in DEGREES.items():
        try:
            read[column] = values.degrees(cells.get(column, ""), limits)
        except values.Unreadable:
            unread.append(Question("point_unread", column, {"word": cells[column]}))
    number = cells.get("number", "")
    return OlderRow(
        line=line,
        source_id=number or f"#{line}",
        original=original,
        registry_number=number,
        note=cells.get("notes", ""),
        parties=_several(cells.get("parties", "")),
        persons=_several(cells.get("persons", "")),
        documents=_several(cells.get("documents", "")),
        unread=tuple(unread),
        **read,
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in SEVERAL.split(cell.strip()) if part))


def by_identity(rows: Iterable[OlderRow]) -> dict[tuple[str, str], list[OlderRow]]:
    """Rows by the City's number, or without one by title: those of one key may be one pact."""
    found: dict[tuple[str, str], list[OlderRow]] = {}
    for row in rows:
        if row.registry_number:
            found.setdefault(("number", folded(row.registry_number)), []).append(row)
        elif row.title:
            found.setdefault(("title", folded(row.title)), []).append(row)
    return found


def may_be_one(one: OlderRow, two: OlderRow) -> bool:
    """Whether the days of two rows of one key leave it open that they tell of one pact."""
    return len({row.signed_on for row in (one, two) if row.signed_on}) < 2
