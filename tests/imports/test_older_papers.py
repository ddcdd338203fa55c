"""Papers of older pacts: found in their folder only, examined, named in the report. Art. 36."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from flask import Flask
from sqlalchemy import select

from pactregistry.database import db
from pactregistry.documents.models import Attachment
from pactregistry.documents.workshop import limits
from pactregistry.pacts.importing.older.private_marks import marks_in, search
from pactregistry.pacts.importing.older.queries import waiting_pacts
from tests.imports.conftest import older_table, pdf

Take = Callable[..., int]
Write = Callable[..., Path]
Fill = Callable[..., Path]
PRIVATE = (
    "tra il Comune e Zefira Canarina, nata a Terni il 1/1/1980, residente in Via Corta 3, "
    "C.F. CNRZFR80A41L117X, tel. 333 123 4567, zefira@people.example"
)


def _with_script() -> bytes:
    made = pikepdf.open(io.BytesIO(pdf()))
    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def signed_pdf() -> bytes:
    """A PDF that holds an electronic signature."""
    made = pikepdf.open(io.BytesIO(pdf()))
    made.Root.Perms = made.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Sig, ByteRange=pikepdf.Array([0, 1, 2, 3]))
    )
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _asked() -> dict[str, dict[str, str]]:
    (found,) = waiting_pacts()
    return {q.code: dict(q.details) for q in found.questions}


def test_papers_are_kept_and_private(run_pacts: Take, write: Write, folder: Fill) -> None:
    root = folder(**{"patto.pdf": pdf(), "2019/Mappa.PDF": pdf("mappa"), "avanzo.pdf": pdf("c")})
    names = "PATTO.pdf; 2019\\mappa.pdf"
    assert run_pacts(write(older_table({"documents": names})), root) == 0
    kept = db.session.scalars(select(Attachment).order_by(Attachment.id)).all()
    assert [(p.name, p.public, p.pages) for p in kept] == [
        ("patto.pdf", False, 1),
        ("Mappa.pdf", False, 1),
    ]
    assert "paper_none" not in _asked()


def test_files_that_no_row_names_are_told(
    run_pacts: Take, write: Write, folder: Fill, capsys: pytest.CaptureFixture[str]
) -> None:
    root = folder(**{"patto.pdf": pdf(), "avanzo.pdf": pdf("altro"), ".nascosto": b"x"})
    assert run_pacts(write(older_table({"documents": "patto.pdf"})), root) == 0
    told = capsys.readouterr().out
    assert "avanzo.pdf" in told
    assert ".nascosto" not in told


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("assente.pdf", "paper_missing"),
        ("../segreto.pdf", "paper_outside"),
        ("a/../../segreto.pdf", "paper_outside"),
        ("..\\segreto.pdf", "paper_outside"),
        ("/etc/passwd", "paper_outside"),
        ("C:\\patto.pdf", "paper_outside"),
        ("uscita/segreto.pdf", "paper_missing"),
        ("collegato.pdf", "paper_missing"),
        ("script.pdf", "paper_refused"),
        ("pagina.pdf", "paper_refused"),
        ("vuoto.pdf", "paper_refused"),
        ("rotto.pdf", "paper_refused"),
        ("enorme.pdf", "paper_refused"),
    ],
)
def test_a_paper_that_cannot_be_taken_is_reported_with_its_row(
    name: str, code: str, run_pacts: Take, write: Write, folder: Fill, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "segreto.pdf").write_bytes(pdf("segreto"))
    (outside / "segreto.pdf").write_bytes(pdf("segreto"))
    root = folder(
        **{
            "script.pdf": _with_script(),
            "pagina.pdf": b"<p>no paper</p>",
            "vuoto.pdf": b"",
            "rotto.pdf": pdf()[:-200],
        }
    )
    (root / "uscita").symlink_to(outside, target_is_directory=True)
    (root / "collegato.pdf").symlink_to(outside / "segreto.pdf")
    with (root / "enorme.pdf").open("wb") as huge:
        huge.truncate(limits.UPLOAD_BYTES + 1)
    assert run_pacts(write(older_table({"documents": name})), root) == 0
    assert _asked()[code]["file"] == name
    assert db.session.scalars(select(Attachment)).all() == []


def test_two_rows_that_name_one_paper_are_both_asked(
    run_pacts: Take, write: Write, folder: Fill
) -> None:
    rows = [{"documents": "patto.pdf"}, {"documents": "./Patto.pdf"}]
    assert run_pacts(write(older_table(*rows)), folder(**{"patto.pdf": pdf()})) == 0
    assert all("paper_shared" in {q.code for q in found.questions} for found in waiting_pacts())


def test_two_files_of_one_name_are_not_guessed(run_pacts: Take, write: Write, folder: Fill) -> None:
    root = folder(**{"patto.pdf": pdf(), "PATTO.pdf": pdf("altro")})
    assert run_pacts(write(older_table({"documents": "patto.pdf"})), root) == 0
    assert "paper_twice" in _asked()


def test_without_a_folder_papers_are_asked_for(run_pacts: Take, write: Write) -> None:
    assert run_pacts(write(older_table({"documents": "patto.pdf"}))) == 0
    assert "paper_no_folder" in _asked()


def test_a_dry_run_examines_papers_and_keeps_none(
    run_pacts: Take, write: Write, folder: Fill, app: Flask, capsys: pytest.CaptureFixture[str]
) -> None:
    root = folder(**{"patto.pdf": pdf(), "script.pdf": _with_script()})
    row = {"documents": "patto.pdf|script.pdf"}
    assert run_pacts(write(older_table(row)), root, "--dry-run") == 0
    assert "script.pdf" in capsys.readouterr().out
    assert not (app.config["SETTINGS"].data_dir / "files").exists()


def test_the_search_finds_what_is_private(app: Flask) -> None:
    found = search("application/pdf", pdf(PRIVATE))
    assert {one.kind for one in found.findings} == {"tax_code", "birth", "home", "email", "phone"}
    assert found.needs_eyes
    assert not found.obstacle
    code = next(one for one in found.findings if one.kind == "tax_code")
    assert "CNRZFR80A41L117X" in code.examples[0]


def test_the_citys_own_contacts_and_plain_words_are_not_private(app: Flask) -> None:
    profile = app.config["SETTINGS"].city.profile
    plain = f"Protocollo 0123/2019 del 2 maggio 2019. {profile.email}, {profile.phone}. Art. 11."
    assert marks_in(plain) == ()
    clean = search("application/pdf", pdf(plain))
    assert clean.readable
    assert not clean.needs_eyes


@pytest.mark.parametrize(
    "text",
    [
        "C N R Z F R 8 0 A 4 1 L 1 1 7 X",
        "cnrzfr80a41l117x",
        "CNRZFRULA4ML11TX",  # letters where two people would have had one code
    ],
)
def test_a_tax_code_is_found_however_it_is_written(text: str, app: Flask) -> None:
    assert "tax_code" in {one.kind for one in marks_in(f"codice fiscale: {text}, ")}


def test_what_cannot_be_read_is_told(app: Flask) -> None:
    scan = search("application/pdf", pdf("", pages=2))
    assert (scan.readable, scan.unread, scan.needs_eyes) == (True, (1, 2), True)
    assert search("image/png", b"").obstacle
    assert search("application/pdf", signed_pdf()).obstacle
    broken = search("application/pdf", b"%PDF-1.7 nothing")
    assert broken.needs_eyes
    assert not broken.readable
