"""Invented registers, as files, and the command that reads them."""

import argparse
import csv
import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

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
