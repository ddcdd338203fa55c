"""What an import would take: read, understood, compared with what stands here. Art. 36."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.database import folded
from pactregistry.pacts.importing import neutral, palermo, queries, values
from pactregistry.pacts.importing.application import Application, Malformed, Question, Row
from pactregistry.pacts.importing.comparing import compare
from pactregistry.pacts.importing.mapping import Vocabulary, understand
from pactregistry.pacts.importing.reading import Source, read_source


@dataclass(frozen=True)
class Format:
    """A form in which an older register comes."""

    read: Callable[[Source], Sequence[Row]]
    vocabulary: Vocabulary
    columns: tuple[str, ...]


FORMATS: Mapping[str, Format] = {
    "palermo": Format(palermo.read, palermo.VOCABULARY, palermo.KNOWN),
    "csv": Format(neutral.read_csv, neutral.VOCABULARY, neutral.COLUMNS),
    "json": Format(neutral.read_json, neutral.VOCABULARY, neutral.COLUMNS),
}


@dataclass(frozen=True)
class Plan:
    """The applications of one file, ready to be taken."""

    source: Source
    form: str
    applications: tuple[Application, ...]
    questions: tuple[Question, ...]  # on the file as a whole

    @property
    def rows(self) -> tuple[Application, ...]:
        """The rows, as the report tells them."""
        return self.applications


def plan(path: Path, form: str) -> Plan:
    """Read a file and see what it means here; writes nothing.

    Raises:
        Malformed: it has a fault, or was imported before.
    """
    source = read_source(path)
    rows = [_without_control(row) for row in FORMATS[form].read(source)]
    _refuse_faults(source, rows)
    _refuse_second_time(source, form, rows)
    nobody = _("(not named in the source)")
    understood = [
        understand(row, FORMATS[form].vocabulary, settings().city, nobody) for row in rows
    ]
    applications = compare(understood, queries.standing_files())
    unread = neutral.unread(rows, FORMATS[form].columns)
    return Plan(source, form, tuple(applications), (unread,) if unread else ())


def _without_control(row: Row) -> Row:
    texts: dict[str, Any] = {
        name: values.visible(value) for name, value in vars(row).items() if isinstance(value, str)
    }
    return replace(row, **texts)


def _refuse_faults(source: Source, rows: Sequence[Row]) -> None:
    faults: list[str] = []
    seen: dict[str, int] = {}
    for row in rows:
        where = f"{source.name}, row {row.line}"
        if not row.source_id:
            faults.append(f"{where}: it has no number of its own.")
        elif row.source_id in seen:
            first = seen[row.source_id]
            faults.append(f"{where}: row {first} has the number {row.source_id} too.")
        seen[row.source_id] = row.line
        faults += [f"{where}: {name} lies in the future." for name in _future_days(row)]
    if faults:
        raise Malformed(tuple(faults))


def _future_days(row: Row) -> list[str]:
    today = settings().today()
    past = {"submitted_on": row.submitted_on, "signed_on": row.signed_on}
    return [name for name, day in past.items() if day is not None and day > today]


def _refuse_second_time(source: Source, form: str, rows: Sequence[Row]) -> None:
    before = queries.imported_before()
    same = next((known for known in before if known.sha256 == source.sha256), None)
    if same is not None:
        day = same.on.isoformat()
        raise Malformed((f"{source.name}: this file was imported already, on {day}.",))
    known = {(past.form, past.row, past.title) for past in before}
    again = [row.source_id for row in rows if (form, row.source_id, folded(row.title)) in known]
    if again:
        listed = ", ".join(again)
        raise Malformed((f"{source.name}: these rows were imported already: {listed}.",))
