"""What a note tells against its state, and what rows tell of each other."""

import pytest

from pactregistry.config import Settings
from pactregistry.pacts.importing.application import Row
from pactregistry.pacts.importing.comparing import File, bare_place, compare
from pactregistry.pacts.importing.mapping import understand
from pactregistry.pacts.importing.names import is_organisation
from pactregistry.pacts.importing.notes import end_told, mentions
from pactregistry.pacts.importing.palermo import VOCABULARY
from pactregistry.pacts.importing.questions import SENTENCES


def _row(**change: object) -> Row:
    base: dict[str, object] = {
        "line": 2,
        "source_id": "1",
        "original": {},
        "state": "Istruttoria in corso",
        "kind": "Associazione",
        "title": "Orto",
        "place": "Via Lunga 3",
        "district": "Centro",
        "longitude": 11.05,
        "latitude": 44.62,
        "representative": "Associazione Orti",
    }
    return Row(**(base | change))  # type: ignore[arg-type]


def _asked(settings: Settings, **change: object) -> set[str]:
    return {q.code for q in understand(_row(**change), VOCABULARY, settings.city, "-").questions}


@pytest.mark.parametrize(
    ("state", "note", "code"),
    [
        ("Respinta", "Da trasmettere il diniego al proponente", "refusal_to_send"),
        ("Respinta", "Diniego in corso di predisposizione", "refusal_to_send"),
        ("Respinta", "Inviato preavviso di rigetto ex art. 10 bis", "refusal_announced"),
        ("Respinta", "Chiesti i pareri agli uffici", "refusal_untold"),
        ("Respinta", "", "refusal_bare"),
        ("Istruttoria in corso", "Il patto è stato firmato", "inquiry_signed"),
        ("Istruttoria in corso", "Istanza rigettata a marzo", "inquiry_refused"),
        ("Istruttoria in corso", "Il proponente ha rinunciato", "open_withdrawn"),
        ("Istruttoria in corso", "Documentazione carente", "inquiry_papers"),
        ("In attesa di integrazione", "Pervenuti gli allegati", "papers_came"),
        ("In attesa di integrazione", "Elaborati da richiedere", "papers_not_asked"),
        ("In attesa di integrazione", "", "papers_untold"),
        ("Patto stipulato", "Approvato con delibera di Giunta n. 12", "pact_approved_only"),
        ("Patto stipulato", "", "pact_untold"),
        ("Patto stipulato", "Patto revocato a maggio", "pact_ended"),
        ("Patto stipulato", "Inviato diniego", "pact_refused"),
        ("Patto stipulato", "Sottoscritto; concessa proroga di sei mesi", "pact_extended"),
    ],
)
def test_a_note_against_its_state_is_asked(
    state: str, note: str, code: str, settings: Settings
) -> None:
    assert code in _asked(settings, state=state, note=note)


@pytest.mark.parametrize(
    ("state", "note", "code"),
    [
        ("Istruttoria in corso", "In attesa di parere dell'ufficio verde", "inquiry_signed"),
        ("Respinta", "Diniego inviato", "refusal_to_send"),
        (
            "In attesa di integrazione",
            "Il proponente deve trasmettere gli elaborati",
            "papers_came",
        ),
        ("Patto stipulato", "Sottoscritto; risolto un inconveniente idrico", "pact_ended"),
    ],
)
def test_a_note_that_agrees_is_not_asked(
    state: str, note: str, code: str, settings: Settings
) -> None:
    assert code not in _asked(settings, state=state, note=note)


@pytest.mark.parametrize(
    ("note", "end"),
    [
        ("Ritirata dal proponente", "withdrawn"),
        ("Rinuncia del comitato", "withdrawn"),
        ("Archiviata per decorrenza dei termini", "lapsed"),
        ("Accorpata alla proposta 12", "superseded"),
        ("Proposta non selezionata", "not_chosen"),
        ("Diniego inviato", "refused"),
        ("", None),
        ("Archiviata", None),
        ("Inviare diniego", None),
        ("Forse ritirata, verificare", None),
        ("Non ritirata", None),
        ("Ritirata o decaduta", None),
        ("Patto sottoscritto, poi rinuncia", None),
        ("Si valuta se la proposta è decaduta", None),
    ],
)
def test_an_end_is_read_only_where_the_note_says_it_plainly(note: str, end: str | None) -> None:
    assert end_told(note) == end


@pytest.mark.parametrize(
    ("note", "days", "unreal", "numbers"),
    [
        ("Nota prot. n. 4411/2024 del 3/4/2024", ("3/4/2024",), (), ("prot. n. 4411/2024",)),
        ("D.D. n.12 del 03.04.24", ("03.04.24",), (), ("d.d. n.12",)),
        ("delibera G.C. 7 del 1° maggio 2024", ("1° maggio 2024",), (), ("g.c. 7",)),
        ("il 31/02/2024 e il 05/'6/2024", (), ("31/02/2024", "05/'6/2024"), ()),
        ("dal 2024-06-30", ("2024-06-30",), (), ()),
        ("ritirate n. 4 tavole, 12 alberi", (), (), ()),
    ],
)
def test_dates_and_numbers_are_found_as_written(
    note: str, days: tuple[str, ...], unreal: tuple[str, ...], numbers: tuple[str, ...]
) -> None:
    found = mentions(note)
    assert (found.days, found.unreal_days, found.numbers) == (days, unreal, numbers)


def test_a_name_without_a_mark_stays_private(settings: Settings) -> None:
    found = understand(_row(representative="Ada Riva"), VOCABULARY, settings.city, "-")
    assert (found.public_author, found.author_name) == ("", "Ada Riva")
    assert "name_private" in {q.code for q in found.questions}


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Orti Srl", True),
        ("Verde S.p.A.", True),
        ("Amici del Parco APS", True),
        ("Comitato Via Lunga", True),
        ("Liceo Galvani", True),
        ("Ada Riva", False),
        ("Carla Spada", False),
        ("Aps Etso", True),
    ],
)
def test_marks_of_an_organisation(name: str, body: bool) -> None:
    assert is_organisation(name) is body


def test_rows_are_compared_with_each_other_and_with_files_that_stand(settings: Settings) -> None:
    rows = [
        _row(source_id="1", place="P.zza Nuova", quarter="Nord", district="I"),
        _row(
            source_id="2",
            place="piazza  nuova",
            title="Muro",
            quarter="Nord",
            district="I",
            longitude=11.06,
        ),
        _row(
            source_id="3",
            place="Viale A",
            title="ORTO ",
            quarter="Nord",
            district="II",
            longitude=11.07,
        ),
        _row(source_id="4", place="Viale B", title="Altro", longitude=44.62, latitude=11.05),
    ]
    understood = [understand(row, VOCABULARY, settings.city, "-") for row in rows]
    standing = [File("2026-P-0009", "Siepe", "Viale B", None, None)]
    asked = [
        {q.code: dict(q.details) for q in one.questions} for one in compare(understood, standing)
    ]
    assert asked[0]["same_place"] == {"files": "2"}
    assert asked[2]["same_title"] == {"files": "1"}
    assert asked[2]["district_differs"]["other"] == "I"
    assert asked[3]["same_place"] == {"files": "2026-P-0009"}
    assert "point_far" in asked[3]
    assert "point_far" not in asked[0]


def test_addresses_are_compared_without_abbreviations() -> None:
    assert bare_place("P.zza Borsa,") == bare_place("piazza  BORSA")
    assert bare_place("V.le Regina") == bare_place("viale regina")


def test_every_question_can_be_said() -> None:
    assert all(sentence.strip().endswith((".", "?")) for sentence in SENTENCES.values())
