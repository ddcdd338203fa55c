"""Encodings, separators, numbers: other cities' files, read the same and never guessed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from pactregistry.database import db
from pactregistry.pacts.importing.queries import waiting_files
from pactregistry.pacts.models import Pact
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import ProposerKind
from tests.imports.conftest import HEADER, table


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("cp1252", "Windows-1252"),
        ("utf-16", "UTF-16"),
    ],
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encoding_and_separator_are_found(
    encoding: str,
    named: str,
    separator: str,
    run: Callable[..., int],
    write: Callable[..., Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = table(
        {"Titolo proposta": "Perché no, più verde", "Lat.": "44,6231"}, separator=separator
    )
    assert run(write(text, encoding=encoding), "palermo") == 0
    proposal = db.session.scalars(select(Proposal)).one()
    assert proposal.title == "Perché no, più verde"
    assert proposal.latitude == 44.6231
    assert named in capsys.readouterr().out


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_the_lines_may_end_in_any_way(
    ending: str, run: Callable[..., int], write: Callable[..., Path]
) -> None:
    text = table(
        {"Nota per attività conclusive": "prima riga\nseconda"}, {"Titolo proposta": "Orto"}
    )
    assert run(write(text.replace("\r\n", ending)), "palermo") == 0
    assert [found.line for found in waiting_files()] == [2, 4]


def test_case_and_spaces_of_words_do_not_matter(
    run: Callable[..., int], write: Callable[..., Path]
) -> None:
    row = {
        "Proponente": " gruppo  INFORMALE ",
        "Stato di avanzamento": "patto Stipulato ",
        "Circoscrizione": "QUARTIERE fiume",
    }
    header = [name.upper() for name in HEADER]
    upper = {key.upper(): value for key, value in row.items()}
    text = table(
        {**upper, "ID": "1", "TITOLO PROPOSTA": "x", "LAT.": "44.1", "LONG.": "11.1"}, header=header
    )
    assert run(write(text), "palermo") == 0
    proposal = db.session.scalars(select(Proposal)).one()
    assert proposal.proposer_kind is ProposerKind.INFORMAL_GROUP
    assert (proposal.state, proposal.district) == ("accepted", "fiume")
    assert db.session.scalars(select(Pact)).one().state == "signed"


def test_a_later_edition_with_more_columns_is_read_and_says_what_it_did_not(
    run: Callable[..., int], write: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    header = [*HEADER, "Ambiti di azione", "Scarica il Patto"]
    signed = {
        "Stato di avanzamento": "Patto stipulato",
        "Scarica il Patto": "https://city.example/patto.pdf",
        "Ambiti di azione": "verde",
    }
    early = {**signed, "Stato di avanzamento": "Respinta"}
    assert run(write(table(signed, early, header=header)), "palermo") == 0
    assert "Ambiti di azione" in capsys.readouterr().out
    pact, refused = waiting_files()
    assert "pact_paper" not in {q.code for q in pact.questions}
    assert "pact_paper_early" in {q.code for q in refused.questions}
    assert pact.original["Ambiti di azione"] == "verde"


def test_a_word_that_we_do_not_know_is_unknown_and_asked(
    run: Callable[..., int], write: Callable[..., Path]
) -> None:
    row = {"Proponente": "Condominio", "Stato di avanzamento": "Sospesa", "Circoscrizione": "Mare"}
    assert run(write(table(row)), "palermo") == 0
    (found,) = waiting_files()
    assert found.proposal.state == "unknown"
    assert found.proposal.proposer_kind is ProposerKind.UNKNOWN
    assert found.proposal.district == ""
    asked = {q.code for q in found.questions}
    assert {"state_unknown", "kind_unknown", "district_unknown"} <= asked


def test_our_own_form_as_a_table_and_as_json(
    run: Callable[..., int], write: Callable[..., Path]
) -> None:
    text = (
        "id;title;state;pact_state;proposer_kind;proposer;representative;district;"
        "submitted_on;signed_on;ends_on\n"
        "7;Orto in Collina;accepted;active;association;Orti di Collina;Ada Riva;collina;"
        "2024-03-01;2024-05-02;2027-05-01\n"
        "8;Muro dipinto;withdrawn;;person;;Ivo Sarti;;2024-03-01;;\n"
    )
    assert run(write(text), "csv") == 0
    first, second = db.session.scalars(select(Proposal).order_by(Proposal.id))
    assert (first.public_author, first.author_name) == ("Orti di Collina", "Ada Riva")
    assert first.submitted_on is not None
    assert first.submitted_on.isoformat() == "2024-03-01"
    assert (second.state, second.public_author, second.author_name) == (
        "withdrawn",
        "",
        "Ivo Sarti",
    )
    pact = db.session.scalars(select(Pact)).one()
    assert (pact.state, str(pact.ends_on), pact.district) == ("active", "2027-05-01", "collina")

    row = {"id": 9, "title": "Piazza", "state": "inquiry", "proposer_kind": "school"}
    listed = json.dumps({"applications": [row | {"proposer": None, "latitude": 44.6}]})
    assert run(write(listed, "more.json"), "json") == 0
    third = db.session.scalars(select(Proposal).where(Proposal.title == "Piazza")).one()
    assert (third.state, third.latitude) == ("inquiry", 44.6)


def test_a_newer_edition_of_the_same_register_does_not_double_its_files(
    run: Callable[..., int], write: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(write(table({}, {"Titolo proposta": "Orto"})), "palermo") == 0
    capsys.readouterr()
    again = table({}, {"Titolo proposta": "Orto"}, {"Titolo proposta": "Muro"})
    assert run(write(again, "later.csv"), "palermo") == 1
    assert "001, 002" in capsys.readouterr().err
    assert run(write(table({"Id": "3", "Titolo proposta": "Muro"}), "later.csv"), "palermo") == 0
