"""What a table of older pacts says, and what it leaves for a person. Art. 36."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from pactregistry.database import db
from pactregistry.journal import Counter, Entry, history
from pactregistry.notices.models import Mail
from pactregistry.pacts.importing.older.columns import COLUMNS, called
from pactregistry.pacts.importing.older.days import NoDay, read_day
from pactregistry.pacts.importing.older.queries import waiting_pacts
from pactregistry.pacts.models import Pact
from pactregistry.pacts.older import OlderPact
from tests.imports.conftest import OLDER_ROW, older_table

TODAY = date(2026, 3, 2)
Take = Callable[..., int]
Write = Callable[..., Path]


def _codes() -> list[set[str]]:
    return [{q.code for q in found.questions} for found in waiting_pacts()]


def test_a_whole_row_is_taken_as_it_says(run_pacts: Take, write: Write, clock: object) -> None:
    assert run_pacts(write(older_table({}))) == 0
    pact = db.session.scalars(select(Pact)).one()
    older = db.session.scalars(select(OlderPact)).one()
    assert (pact.number, pact.state, pact.pack_id) == ("2026-0001", "active", "unmodelled")
    assert (pact.title, pact.district, pact.latitude) == ("Orto di Via Lunga", "centro", 44.6231)
    assert (pact.signed_on, pact.ends_on) == (date(2019, 5, 20), date(2029, 5, 31))
    assert (pact.intensity, pact.commons_kind) == ("continuous", "public_space")
    assert older.registry_number == "Rep. 44/2019"
    assert (older.act_number, older.act_date) == ("determina 214", date(2019, 5, 2))
    assert older.parties == ["Associazione Via Lunga in Fiore"]
    assert older.persons == ["Zefira Canarina"]
    assert _codes() == [{"paper_none"}]


@pytest.mark.article("36(1)")
def test_one_entry_with_the_original_date_and_act_and_no_step_beside(
    run_pacts: Take, write: Write
) -> None:
    assert run_pacts(write(older_table({"notes": "riservata"}))) == 0
    pact = db.session.scalars(select(Pact)).one()
    (entry,) = history("pact", pact.id)
    assert (entry.step, entry.publishes) == ("import", None)
    assert entry.facts["original_date"] == "2019-05-20"
    assert entry.facts["original_act"] == "determina 214"
    assert entry.facts["original_act_date"] == "2019-05-02"
    assert "riservata" not in str(entry.facts)
    assert entry.private["note"] == "riservata"
    assert (pact.versions, pact.proposal, pact.published_at) == ([], None, None)
    assert db.session.scalars(select(Mail)).all() == []


ODD = [
    ({"number": ""}, "number_missing"),
    ({"title": ""}, "title_missing"),
    ({"place": ""}, "place_missing"),
    ({"latitude": ""}, "point_missing"),
    ({"latitude": "nord"}, "point_unread"),
    ({"latitude": "144"}, "point_unread"),
    ({"district": ""}, "district_missing"),
    ({"district": "Atlantide"}, "district_unknown"),
    ({"parties": "", "persons": ""}, "parties_missing"),
    ({"parties": "Ada Riva"}, "party_private"),
    ({"signed_on": ""}, "signature_missing"),
    ({"signed_on": "30/02/2019"}, "day_impossible"),
    ({"signed_on": "2019-13-01"}, "day_impossible"),
    ({"signed_on": "primavera 2019"}, "day_unclear"),
    ({"signed_on": "2019"}, "day_unclear"),
    ({"signed_on": "12/03/19"}, "day_unclear"),
    ({"signed_on": "20/05/1019"}, "day_absurd"),
    ({"signed_on": "2027-01-01"}, "day_ahead"),
    ({"act_date": "2026-03-03"}, "day_ahead"),
    ({"starts_on": "2029-06-01"}, "span_reversed"),
    ({"signed_on": "2019-06-02"}, "signed_late"),
    ({"signed_on": "2021-06-02", "ends_on": "2021-05-31"}, "signed_after_end"),
    ({"ends_on": "2026-03-01"}, "over_by_now"),
    ({"ends_on": ""}, "last_day_missing"),
    ({"state": "firmato"}, "signed_started"),
    ({"state": "archiviato"}, "state_unknown"),
    ({"state": ""}, "state_unknown"),
    ({"state": "concluso", "ends_on": "2024-05-31"}, "end_untold"),
    ({"state": "concluso", "how_ended": "recesso"}, "not_over_yet"),
    ({"state": "revocato", "ends_on": "2024-05-31"}, "end_day_untold"),
    ({"state": "concluso", "how_ended": "per stanchezza"}, "end_word"),
    ({"state": "revocato", "how_ended": "scadenza"}, "end_word"),
    ({"how_ended": "recesso"}, "not_ended"),
    ({"act_number": ""}, "act_missing"),
    ({"intensity": "media"}, "word_unknown"),
    ({"commons_kind": "fontana"}, "word_unknown"),
    ({"notes": "vedi prot. 99812 del 3/4/2020"}, "number_in_note"),
    ({"title": "PerchÃ© no"}, "text_damaged"),
]


@pytest.mark.parametrize(("change", "code"), ODD)
def test_what_is_odd_becomes_a_question_and_the_row_is_taken(
    change: dict[str, str], code: str, run_pacts: Take, write: Write, clock: object
) -> None:
    header = [*OLDER_ROW, "how_ended"]
    assert run_pacts(write(older_table({"how_ended": "", **change}, header=header))) == 0
    assert code in _codes()[0]


def test_days_that_cannot_be_are_left_empty(run_pacts: Take, write: Write, clock: object) -> None:
    rows = [
        {"signed_on": "2026-03-03", "starts_on": "30/02/2019"},
        {"starts_on": "2024-02-02", "ends_on": "2024-02-01"},
        {"signed_on": "2026-03-02", "starts_on": "2024-02-01", "ends_on": "2024-02-01"},
    ]
    assert run_pacts(write(older_table(*rows))) == 0
    future, reversed_, one_day = db.session.scalars(select(Pact).order_by(Pact.id))
    assert (future.signed_on, future.starts_on) == (None, None)
    assert (reversed_.starts_on, reversed_.ends_on) == (None, None)
    assert one_day.signed_on == TODAY
    assert one_day.starts_on == one_day.ends_on == date(2024, 2, 1)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2019-05-31", date(2019, 5, 31)),
        ("2019-05-31 00:00:00", date(2019, 5, 31)),
        ("31/05/2019", date(2019, 5, 31)),
        ("1.6.2019", date(2019, 6, 1)),
        ("1-6-2019", date(2019, 6, 1)),
        ("29/02/2020", date(2020, 2, 29)),
        ("1° giugno 2019", date(2019, 6, 1)),
        ("31 Maggio 2019", date(2019, 5, 31)),
        ("31 de mayo de 2019", date(2019, 5, 31)),
        ("1º de junio de 2019", date(2019, 6, 1)),
        ("31 May 2019", date(2019, 5, 31)),
        ("01/01/1970", date(1970, 1, 1)),
        ("2126-12-31", date(2126, 12, 31)),
        ("", None),
    ],
)
def test_days_are_read_as_they_are_written(written: str, day: date | None) -> None:
    assert read_day(written, TODAY) == day


@pytest.mark.parametrize(
    "written",
    ["29/02/2019", "31/12/1969", "2127-01-01", "5/2019", "43616", "05-31-2019", "1/6-2019", "?"],
)
def test_what_is_no_day_is_none(written: str) -> None:
    with pytest.raises(NoDay):
        read_day(written, TODAY)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";"])
def test_other_names_encodings_and_separators(
    encoding: str, separator: str, run_pacts: Take, write: Write
) -> None:
    names = ["Número", "Título", "Estado", "Firmado el", "Lat.", "Archivo", "Color"]
    values = ["7", "Più verde", "En vigor", "3 de mayo de 2019", "44.1", "", "azul"]
    text = "\n".join(separator.join(line) for line in (names, values))
    assert run_pacts(write(text, encoding=encoding)) == 0
    pact = db.session.scalars(select(Pact)).one()
    assert (pact.title, pact.state, pact.latitude) == ("Più verde", "active", 44.1)
    assert pact.signed_on == date(2019, 5, 3)


def test_columns_that_are_not_read_are_told_and_kept(
    run_pacts: Take, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_pacts(write("titolo,stato,colore\nOrto,attivo,verde\n")) == 0
    assert "colore" in capsys.readouterr().out
    assert waiting_pacts()[0].original["colore"] == "verde"


def test_no_two_columns_have_one_name() -> None:
    for column, words in COLUMNS.items():
        assert [called(w) for w in (column, *words.split(","))] == [column] * (words.count(",") + 2)


FAULTS = {
    "empty": ("", "empty"),
    "no row": ("titolo,stato\n", "no row"),
    "no title column": ("numero,stato\n1,attivo\n", "“title” is missing"),
    "no state column": ("numero,titolo\n1,Orto\n", "“state” is missing"),
    "one column by two names": ("titolo,oggetto,stato\na,b,attivo\n", "stands twice"),
    "short row": ("titolo,stato,note\na,attivo\n", "2 cells"),
    "zero byte": ("titolo,stato\na\x00,attivo\n", "zero byte"),
    "pact twice": (older_table({"number": "7"}, {"number": " 7 ", "title": "x"}), "line 2 again"),
    "pact twice, no number": (older_table(*[{"number": "", "title": "A"}] * 2), "line 2 again"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_takes_nothing(
    fault: str, run_pacts: Take, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    text, said = FAULTS[fault]
    assert run_pacts(write(text)) == 1
    assert said in capsys.readouterr().err
    counts = [
        db.session.scalar(select(func.count()).select_from(model))
        for model in (Pact, OlderPact, Entry, Counter)
    ]
    assert counts == [0, 0, 0, 0]


def test_one_number_on_two_days_is_asked_and_not_refused(run_pacts: Take, write: Write) -> None:
    rows = [{"number": "12"}, {"number": "12", "signed_on": "2018-05-20"}]
    assert run_pacts(write(older_table(*rows))) == 0
    assert all("number_again" in codes for codes in _codes())


def test_the_same_place_and_title_are_asked(run_pacts: Take, write: Write) -> None:
    rows = [{"title": "Orto"}, {"title": "orto", "place": "Altrove", "latitude": "44.9"}]
    assert run_pacts(write(older_table(*rows))) == 0
    assert "same_title" in _codes()[0]
    assert run_pacts(write(older_table({"number": "99", "title": "Muro"}), "more.csv")) == 0
    assert "place_again" in _codes()[2]


def test_a_second_run_is_refused_and_changes_nothing(
    run_pacts: Take, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(older_table({}, {}))
    assert run_pacts(path) == 0
    assert run_pacts(path) == 1
    assert "imported already" in capsys.readouterr().err
    later = write(older_table({}, {"number": "9"}, {"number": "Rep. 2/2019"}), "later.csv")
    assert run_pacts(later) == 1
    told = capsys.readouterr().err
    assert "line 2: this pact was imported already, as 2026-0001" in told
    assert "line 4: this pact was imported already, as 2026-0002" in told
    assert db.session.scalar(select(func.count()).select_from(Pact)) == 2


def test_a_dry_run_reports_the_same_and_writes_nothing(
    run_pacts: Take, write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(older_table({"signed_on": "30/02/2019"}))
    report = tmp_path / "report.csv"
    assert run_pacts(path, None, "--dry-run", "--report", str(report)) == 0
    assert "day_impossible" in report.read_text("utf-8-sig")
    assert db.session.scalar(select(func.count()).select_from(Pact)) == 0
    dry = capsys.readouterr().out
    assert run_pacts(path) == 0
    # What the questions say is the same; the taken rows have a number beside.
    question = next(line for line in dry.splitlines() if "30/02/2019" in line)
    assert question in capsys.readouterr().out


def test_what_does_not_go_together_is_not_understood(
    run: Take, run_pacts: Take, write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(older_table({}))
    assert run_pacts(path, None, "--format", "csv") == 2
    assert run(path, "csv", "--documents", str(tmp_path)) == 2
    assert run_pacts(path, tmp_path / "nowhere") == 1
    assert "no such folder" in capsys.readouterr().err
    assert run_pacts(tmp_path / "nowhere.csv") == 1


@pytest.mark.parametrize("doc", ["docs/import.md", "docs/it/import.md"])
def test_the_documents_tell_every_column_with_its_names(doc: str) -> None:
    told = (Path(__file__).parents[2] / doc).read_text("utf-8")
    for column, words in COLUMNS.items():
        assert f"| `{column}` | {' '.join(words.split())} |" in told
