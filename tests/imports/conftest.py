"""Invented registers, as files, and the command that reads them."""

import argparse
import csv
import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pikepdf
import pytest
from flask import Flask

from pactregistry.pacts.importing import commands
from pactregistry.pacts.importing.palermo import COLUMNS

HEADER = [*COLUMNS.values(), "Quartiere", "Coordinate"]
ROW = {
    "Id": "1",
    "Lat.": "44.6231",
    "Long.": "11.0512",
    "Indirizzo": "Via Lunga",
    "Circoscrizione": "Centro",
    "Proponente": "Associazione",
    "Titolo proposta": "Aiuole di Via Lunga",
    "Rappresentante": "Associazione Via Lunga in Fiore",
    "Stato di avanzamento": "Istruttoria in corso",
    "Nota per attività conclusive": "",
}


def table(*rows: Mapping[str, str], header: Sequence[str] = HEADER, separator: str = ",") -> str:
    """A register of that form: each row names only what differs from `ROW`."""
    out = io.StringIO()
    writer = csv.DictWriter(out, header, delimiter=separator, extrasaction="ignore")
    writer.writeheader()
    for position, row in enumerate(rows, start=1):
        writer.writerow({**ROW, "Id": f"{position:03d}", **row})
    return out.getvalue()


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a file: `write(table(...))`."""

    def to_file(text: str, name: str = "register.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return to_file


@pytest.fixture
def run(app: Flask) -> Callable[..., int]:
    """Run the command: `run(path, "palermo", "--dry-run")`; gives back its exit code."""

    def command(path: Path, form: str, *more: str) -> int:
        parser = argparse.ArgumentParser()
        commands.add_arguments(parser)
        arguments = ["applications", str(path), "--format", form, *more]
        return commands.run(parser.parse_args(arguments))

    return command


OLDER_ROW = {
    "number": "Rep. 44/2019",
    "title": "Orto di Via Lunga",
    "summary": "Un orto per la scuola",
    "place": "Via Lunga 4",
    "district": "Centro",
    "latitude": "44,6231",
    "longitude": "11,0512",
    "parties": "Associazione Via Lunga in Fiore",
    "persons": "Zefira Canarina",
    "signed_on": "2019-05-20",
    "starts_on": "2019-06-01",
    "ends_on": "2029-05-31",
    "state": "attivo",
    "act_number": "determina 214",
    "act_date": "2019-05-02",
    "intensity": "cura costante e continuativa",
    "commons_kind": "spazio pubblico",
    "theme": "verde",
    "proposal_number": "PG 1021/2018",
    "proposal_date": "2018-11-12",
    "documents": "",
    "notes": "",
}


def older_table(*rows: Mapping[str, str], header: Sequence[str] = (), separator: str = ",") -> str:
    """A table of older pacts: each row names only what differs from `OLDER_ROW`."""
    out = io.StringIO()
    columns = list(header) or [*OLDER_ROW]
    writer = csv.DictWriter(out, columns, delimiter=separator, extrasaction="ignore")
    writer.writeheader()
    for position, row in enumerate(rows, start=1):
        own = {"number": f"Rep. {position}/2019", "title": f"Orto {position}"}
        writer.writerow({**OLDER_ROW, **(own if len(rows) > 1 else {}), **row})
    return out.getvalue()


def pdf(
    text: str = "Patto di collaborazione tra il Comune e le associazioni", pages: int = 1
) -> bytes:
    """A PDF with one line of words on each page."""
    made = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )
    drawn = text.encode("cp1252").replace(b"(", b"[").replace(b")", b"]")
    for _page in range(pages):
        page = made.add_blank_page()
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.Contents = made.make_stream(b"BT /F1 12 Tf 72 700 Td (" + drawn + b") Tj ET")
    out = io.BytesIO()
    made.save(out, static_id=True)
    return out.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """A folder of papers: `folder(**{"patto.pdf": pdf()})`."""

    def fill(**files: bytes) -> Path:
        root = tmp_path / "papers"
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        root.mkdir(exist_ok=True)
        return root

    return fill


@pytest.fixture
def run_pacts(app: Flask) -> Callable[..., int]:
    """Run the command on older pacts: `run_pacts(path, documents, "--dry-run")`."""

    def command(path: Path, documents: Path | None = None, *more: str) -> int:
        parser = argparse.ArgumentParser()
        commands.add_arguments(parser)
        named = ["--documents", str(documents)] if documents else []
        return commands.run(parser.parse_args(["pacts", str(path), *named, *more]))

    return command
