"""From the bytes of a file to rows of words: encoding, separator, header, number of cells."""

import csv
import hashlib
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pactregistry.database import folded
from pactregistry.pacts.importing.application import Malformed

SEPARATORS = (",", ";", "\t")
LARGEST = 20 * 1024 * 1024
NUL = "\x00"


@dataclass(frozen=True)
class Source:
    """A file as it came: its name, its digest, its text and the encoding that it was read in."""

    name: str
    sha256: str
    text: str
    encoding: str


@dataclass(frozen=True)
class Table:
    """A table with a header: cells by column, each row with the line on which it begins."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, Mapping[str, str]], ...]


def read_source(path: Path) -> Source:
    """Read a file whole.

    Raises:
        Malformed: it cannot be read, is too large, or is in no encoding that we can be sure of.
    """
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        raise Malformed((f"{path}: {error.strerror}.",)) from error
    if size > LARGEST:
        raise Malformed((f"{path.name}: larger than {LARGEST // 1024 // 1024} MiB.",))
    text, encoding = decode(path.name, content)
    return Source(path.name, hashlib.sha256(content).hexdigest(), text, encoding)


def decode(name: str, content: bytes) -> tuple[str, str]:
    """The text with the name of its encoding; Windows-1252 only where it is certainly not UTF-8."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if NUL in text:
            line = text[: text.index(NUL)].count("\n") + 1
            raise Malformed((f"{name}, line {line}: this is not a text file (a zero byte).",))
        return text, {"utf-8-sig": "UTF-8", "cp1252": "Windows-1252"}.get(encoding, "UTF-16")
    raise Malformed((f"{name}: the text is neither UTF-8 nor Windows-1252.",))


def read_table(
    source: Source, required: Iterable[str], called: Callable[[str], str] = folded
) -> Table:
    """Read a table whose header names at least the required columns, whatever their case.

    `called` gives the name by which a column is known; two columns with one name are a fault.

    Raises:
        Malformed: with every fault of header and rows, each with its line.
    """
    separator = _separator(source.text, tuple(required), called)
    lines = _lines(source, separator)
    if not lines:
        raise Malformed((f"{source.name}: the file is empty.",))
    header = [" ".join(cell.split()) for cell in lines[0][1]]
    faults = _header_faults(source.name, header, tuple(required), called)
    rows = []
    for line, cells in lines[1:]:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            told = f"{len(cells)} cells where the header has {len(header)}"
            faults.append(f"{source.name}, line {line}: {told}.")
        rows.append((line, dict(zip(header, (c.strip() for c in cells), strict=False))))
    if not faults and not rows:
        faults.append(f"{source.name}: there is a header and no row.")
    if faults:
        raise Malformed(tuple(faults))
    return Table(tuple(header), tuple(rows))


def _separator(text: str, required: Sequence[str], called: Callable[[str], str]) -> str:
    # The one by which the header names most of the columns; a comma where none does.
    first = next(iter(io.StringIO(text, newline="")), "").strip("\r\n")
    wanted = {called(name) for name in required}

    def named(separator: str) -> int:
        cells = next(csv.reader([first], delimiter=separator), [])
        return len(wanted & {called(cell) for cell in cells})

    return max(SEPARATORS, key=named)


def _lines(source: Source, separator: str) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(source.text, newline=""), delimiter=separator, strict=True)
    found: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for cells in reader:
            found.append((begins, cells))
            begins = reader.line_num + 1
    except csv.Error as error:
        raise Malformed((f"{source.name}, line {begins}: {error}.",)) from error
    return found


def _header_faults(
    name: str, header: Sequence[str], required: Sequence[str], called: Callable[[str], str]
) -> list[str]:
    seen = [called(cell) for cell in header]
    twice = sorted({cell for cell in seen if cell and seen.count(cell) > 1})
    missing = [column for column in required if called(column) not in seen]
    return [
        *(f"{name}, line 1: the column “{cell}” stands twice." for cell in twice),
        *(f"{name}, line 1: the column “{column}” is missing." for column in missing),
    ]
