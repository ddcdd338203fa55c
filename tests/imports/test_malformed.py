"""A file with a fault changes nothing; the fault is one sentence with its line."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from sqlalchemy import func, select

from pactregistry.database import db
from pactregistry.journal import Counter, Entry
from pactregistry.proposals.models import Proposal
from tests.imports.conftest import HEADER, table

GOOD = {"id": "1", "title": "Orto", "state": "inquiry", "proposer_kind": "association"}
WITHOUT_STATE = [name for name in HEADER if name != "Stato di avanzamento"]

FAULTS = {
    "empty": ("", "empty"),
    "header only": (table(), "no row"),
    "missing column": (table({}, header=WITHOUT_STATE), "“Stato di avanzamento” is missing"),
    "column twice": (table({}, header=[*HEADER, "Id"]), "stands twice"),
    "short row": (table({}) + "7,44.1\r\n", "line 3: 2 cells"),
    "long row": (table({}).rstrip() + ",x\r\n", "cells where the header has"),
    "number twice": (table({"Id": "4"}, {"Id": "4"}), "has the number 4 too"),
    "no number": (table({"Id": " "}), "no number of its own"),
    "not degrees": (table({}, {"Lat.": "north"}), "line 3: “north” is not a number"),
    "off the globe": (table({"Lat.": "144.2"}), "not on the globe"),
    "open quote": (table({}) + '8,"open', "line 3"),
    "one point": (table({"Coordinate": "44.1"}), "not a latitude and a longitude"),
}


def _nothing_written() -> bool:
    counts = [
        db.session.scalar(select(func.count()).select_from(model))
        for model in (Proposal, Entry, Counter)
    ]
    return counts == [0, 0, 0]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_a_register_takes_nothing(
    fault: str,
    run: Callable[..., int],
    write: Callable[..., Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    text, said = FAULTS[fault]
    assert run(write(text), "palermo") == 1
    told = capsys.readouterr()
    assert said in told.err
    assert told.out == ""
    assert _nothing_written()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"state": "refused", "pact_state": "signed"}, "cannot both be"),
        ({"pact_state": "forming"}, "cannot both be"),
        ({"state": "accepted", "pact_state": "forming"}, "no state of a pact"),
        ({"submitted_on": "31/12/2024"}, "not a date"),
        ({"submitted_on": "2025-02-29"}, "not a date"),
        ({"submitted_on": "2099-01-01"}, "in the future"),
        ({"latitude": "12e3"}, "not a number of degrees"),
        ({"title": ["a"]}, "not a text or a number"),
        ({"id": ""}, "no number of its own"),
    ],
)
def test_a_fault_in_our_own_form_takes_nothing(
    change: Mapping[str, object],
    said: str,
    run: Callable[..., int],
    write: Callable[..., Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows = [{**GOOD, "id": "0"}, {**GOOD, **change}]
    assert run(write(json.dumps(rows), "register.json"), "json") == 1
    assert said in capsys.readouterr().err
    assert _nothing_written()


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        "3",
        '{"applications": {}}',
        '[{"id": "1"}]',
        '[{"id": "1", "id": "2"}]',
        "[" * 5000,
    ],
)
def test_what_is_not_a_list_of_applications_takes_nothing(
    text: str, run: Callable[..., int], write: Callable[..., Path]
) -> None:
    assert run(write(text, "register.json"), "json") == 1
    assert _nothing_written()


def test_a_file_that_is_no_text_takes_nothing(
    run: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "register.csv"
    path.write_bytes(b"Id,Lat.\x00\x01\r\n")
    assert run(path, "palermo") == 1
    assert "not a text file" in capsys.readouterr().err
    path.write_bytes(b"Id,\x81\x8d\r\n")
    assert run(path, "palermo") == 1
    assert "neither UTF-8 nor Windows-1252" in capsys.readouterr().err
    assert run(tmp_path / "nowhere.csv", "palermo") == 1
    assert "nowhere.csv" in capsys.readouterr().err


def test_a_report_that_cannot_be_written_takes_nothing(
    run: Callable[..., int], write: Callable[..., Path], tmp_path: Path
) -> None:
    path = write(table({}))
    assert run(path, "palermo", "--report", str(tmp_path / "no" / "report.csv")) == 1
    assert run(path, "palermo", "--report", str(path)) == 1
    assert _nothing_written()


def test_a_failure_in_the_middle_takes_nothing(
    run: Callable[..., int], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from pactregistry.pacts.importing import actions

    taken = actions._take
    count = iter(range(10))

    def breaks(*args: object) -> object:
        if next(count) == 2:
            raise OSError(28, "No space left on device", "registry.sqlite")
        return taken(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(actions, "_take", breaks)
    assert run(write(table({}, {}, {})), "palermo") == 1
    assert _nothing_written()
