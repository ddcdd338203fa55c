"""Our own form of an older register, a table or JSON: documented in `docs/import.md`. Art. 36."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pactregistry.database import folded
from pactregistry.pacts.importing import values
from pactregistry.pacts.importing.application import Malformed, Question, Row
from pactregistry.pacts.importing.mapping import Standing, Vocabulary
from pactregistry.pacts.importing.reading import Source, read_table
from pactregistry.workflow.lifecycle import PUBLIC, PUBLISHED
from pactregistry.workflow.states import ProposalState, ProposerKind

REQUIRED = ("id", "title", "state", "proposer_kind")
TEXTS = {
    "id": "source_id",
    "title": "title",
    "summary": "summary",
    "state": "state",
    "pact_state": "pact_state",
    "proposer_kind": "kind",
    "proposer": "proposer",
    "representative": "representative",
    "place": "place",
    "quarter": "quarter",
    "district": "district",
    "registry_number": "registry_number",
    "document": "document",
    "note": "note",
}
DAYS = ("submitted_on", "signed_on", "starts_on", "ends_on")
DEGREES = {"longitude": values.LONGITUDES, "latitude": values.LATITUDES}
COLUMNS = (*TEXTS, *DAYS, *DEGREES)

VOCABULARY = Vocabulary(
    standings={
        **{str(state): Standing(state) for state in PUBLIC},
        **{
            f"accepted, pact {state}": Standing(ProposalState.ACCEPTED, state)
            for state in PUBLISHED
        },
    },
    kinds={str(kind): kind for kind in ProposerKind if kind is not ProposerKind.UNKNOWN},
)


def read_csv(source: Source) -> list[Row]:
    """The rows of a table with our columns.

    Raises:
        Malformed: with every fault, each with its line.
    """
    table = read_table(source, REQUIRED)
    records = [
        (line, {folded(key): cell for key, cell in cells.items()}) for line, cells in table.rows
    ]
    return _rows(source, records, "line")


def read_json(source: Source) -> list[Row]:
    """The rows of `{"applications": [...]}` or of a bare list; the place of a row is its position.

    Raises:
        Malformed: with every fault, each with the position of its row.
    """
    try:
        data = json.loads(source.text, object_pairs_hook=_once_each, parse_constant=_no_constant)
    except (json.JSONDecodeError, RecursionError, ValueError) as error:
        raise Malformed((f"{source.name}: not JSON: {error}.",)) from error
    listed = data.get("applications") if isinstance(data, dict) else data
    if not isinstance(listed, list) or not listed:
        raise Malformed((f"{source.name}: there is no list of applications.",))
    records, faults = [], []
    for position, record in enumerate(listed, start=1):
        fault = _record_fault(record)
        if fault:
            faults.append(f"{source.name}, row {position}: {fault}.")
        else:
            records.append((position, {folded(key): _cell(value) for key, value in record.items()}))
    if faults:
        raise Malformed(tuple(faults))
    return _rows(source, records, "row")


def _rows(source: Source, records: Sequence[tuple[int, Mapping[str, str]]], word: str) -> list[Row]:
    rows, faults = [], []
    for place, cells in records:
        try:
            rows.append(_row(place, cells))
        except values.Unreadable as error:
            faults.append(f"{source.name}, {word} {place}: {error}.")
    if faults:
        raise Malformed(tuple(faults))
    return rows


def _row(place: int, cells: Mapping[str, str]) -> Row:
    texts: dict[str, Any] = {field: cells.get(column, "") for column, field in TEXTS.items()}
    days: dict[str, Any] = {column: values.iso_day(cells.get(column, "")) for column in DAYS}
    point: dict[str, Any] = {
        column: values.degrees(cells.get(column, ""), limits) for column, limits in DEGREES.items()
    }
    row = Row(line=place, original=cells, **texts, **days, **point)
    if not row.pact_state:
        return row
    if row.state and folded(row.state) != ProposalState.ACCEPTED:
        message = f"“{row.state}” and a pact that is “{row.pact_state}” cannot both be"
        raise values.Unreadable(message)
    if folded(row.pact_state) not in PUBLISHED:
        message = f"“{row.pact_state}” is no state of a pact"
        raise values.Unreadable(message)
    return replace(row, state=f"{ProposalState.ACCEPTED}, pact {folded(row.pact_state)}")


def unread(rows: Sequence[Row], columns: Sequence[str]) -> Question | None:
    """The columns that the file has and this form does not know."""
    known = {folded(column) for column in columns}
    extra = sorted({key for row in rows for key in row.original if folded(key) not in known})
    return Question("column_unread", "original", {"columns": ", ".join(extra)}) if extra else None


def _record_fault(record: object) -> str:
    if not isinstance(record, dict):
        return "not an object with our fields"
    missing = [column for column in REQUIRED if column not in {folded(key) for key in record}]
    if missing:
        return f"“{missing[0]}” is missing"
    odd = [key for key, value in record.items() if isinstance(value, (dict, list, bool))]
    return f"“{odd[0]}” is not a text or a number" if odd else ""


def _cell(value: object) -> str:
    return "" if value is None else str(value).strip()


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        message = "a field stands twice in one object"
        raise ValueError(message)
    return found


def _no_constant(word: str) -> object:
    message = f"{word} is not a number"
    raise ValueError(message)
