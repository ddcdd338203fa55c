"""The renderer: what kind of file comes out, what may come in, and what a bad document can do."""

import io
import json
import subprocess
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import page
import pikepdf
import pytest

from pactregistry.documents.rendering import (
    Embedded,
    RenderingFailedError,
    RenderingRefusedError,
    render_pdf,
)
from pactregistry.documents.workshop.client import JobFailedError, Workshop, workshop

DATA = Embedded(
    name="patto.json",
    media_type="application/json",
    content=b'{"number": "2026-0003"}',
    description="Dati del patto",
    modified=datetime(2026, 3, 4, 10, 30, tzinfo=UTC),
)
OUR_FONTS = ("Titillium-Web", "Noto-Sans", "IBM-Plex-Sans-Arabic")
GREETING = "حديقة مفتوحة للجميع"


def document(body: str, head: str = "") -> str:
    return (
        f'<!doctype html><html lang="it"><head><title>Prova</title>{head}</head>'
        f"<body><h1>Prova</h1>{body}</body></html>"
    )


def tool(name: str, content: bytes, *options: str) -> str:
    done = subprocess.run([name, *options], input=content, capture_output=True, check=True)
    return done.stdout.decode()


def faults(content: bytes) -> list[str]:
    profiles = (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1)
    reports = [page.validate_pdf_bytes(content, profile=profile) for profile in profiles]
    return [f"{fault.rule_id}: {fault.message}" for report in reports for fault in report.failures]


def test_a_document_is_made_to_last_and_to_be_read_by_everyone(sample: str) -> None:
    assert faults(render_pdf(sample, attachments=[DATA])) == []


def test_the_validator_sees_a_document_without_its_mark() -> None:
    content = render_pdf(document("<p>Testo</p>"))
    assert faults(content.replace(b"<pdfuaid:part>1<", b"<pdfuaid:part>7<")) != []


def test_only_our_fonts_appear(sample: str) -> None:
    body = '<p style="font-family: DejaVu Sans, Courier, serif">Testo <b>→ ☐ ё</b></p>'
    for html in (sample, document(body)):
        rows = tool("pdffonts", render_pdf(html), "-").splitlines()[2:]
        names = [row.split()[0].split("+")[1] for row in rows]
        assert names
        assert [name for name in names if not name.startswith(OUR_FONTS)] == []


def test_the_same_text_gives_the_same_bytes_in_another_process(sample: str) -> None:
    first = render_pdf(sample, attachments=[DATA])
    again = render_pdf(sample, attachments=[DATA])
    workshop.close()
    elsewhere = render_pdf(sample, attachments=[DATA])
    assert first == again == elsewhere


def test_the_data_travels_inside_and_is_declared() -> None:
    second = Embedded("a.txt", "text/plain", b"uno", "Nota", DATA.modified)
    content = render_pdf(document("<p>Testo</p>"), attachments=[DATA, second])
    assert faults(content) == []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert list(pdf.attachments) == ["a.txt", "patto.json"]
        inside = pdf.attachments["patto.json"].get_file()
        assert (inside.read_bytes(), inside.mime_type) == (DATA.content, DATA.media_type)
        assert inside.mod_date == DATA.modified
        assert [str(each.AFRelationship) for each in pdf.Root.AF] == ["/Data", "/Data"]


def test_a_stream_that_ends_like_a_line_has_its_length_all_the_same() -> None:
    ends = (b"a" * number for number in range(1, 257))
    content = next(each for each in ends if zlib.compress(each).endswith(b"\r"))
    made = render_pdf(document("<p>Testo</p>"), attachments=[replace(DATA, content=content)])
    assert not any("LENGTH" in fault for fault in faults(made))
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert pdf.attachments["patto.json"].get_file().read_bytes() == content


def test_every_script_survives_and_says_its_language(sample: str) -> None:
    content = render_pdf(sample)
    text = tool("pdftotext", content, "-", "-")
    assert GREETING in text
    assert "Сад открыт для всех" in text
    with pikepdf.open(io.BytesIO(content)) as pdf:
        languages = {str(each.Lang) for each in pdf.objects if is_tag(each) and "/Lang" in each}
        assert str(pdf.Root.Lang) == "it"
    assert languages == {"ar", "ru", "en"}


def test_an_accent_set_apart_from_its_letter_is_read_back() -> None:
    written = "Nguye\u0323\u0302\u0301n \u0451\u0301\u0436"
    content = render_pdf(document(f"<p>{written}</p>"))
    assert written in tool("pdftotext", content, "-", "-")
    assert faults(content) == []


def test_a_drawing_says_its_title_and_its_description() -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>Ore</title>'
        '<desc>Cresce</desc><rect width="9" height="9"/></svg>'
    )
    with pikepdf.open(io.BytesIO(render_pdf(document(drawing)))) as pdf:
        spoken = [str(each.Alt) for each in pdf.objects if is_tag(each) and "/Alt" in each]
    assert spoken == ["Ore. Cresce"]


def is_tag(each: object) -> bool:
    return isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/StructElem"


PRIVATE_FILE = "file:///etc/passwd"
SVG = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
HOSTILE = {
    "file": (f'<img alt="x" src="{PRIVATE_FILE}">', "etc/passwd"),
    "network": ('<img alt="x" src="http://192.0.2.1/x.png">', "192.0.2.1"),
    "no scheme": ('<img alt="x" src="//192.0.2.1/x.png">', "192.0.2.1"),
    "relative": ('<img alt="x" src="../../../etc/passwd">', "etc/passwd"),
    "climbing": ('<img alt="x" src="asset:../../pyproject.toml">', "pyproject.toml"),
    "absolute": ('<img alt="x" src="asset:/etc/passwd">', "etc/passwd"),
    "stylesheet": (f'<link rel="stylesheet" href="{PRIVATE_FILE}">', "etc/passwd"),
    "css import": (f'<style>@import url("{PRIVATE_FILE}");</style>', "etc/passwd"),
    "css picture": (f'<p style="background: url({PRIVATE_FILE})">x</p>', "etc/passwd"),
    "font": (
        f'<style>@font-face {{font-family: x; src: url("{PRIVATE_FILE}")}}</style>',
        "etc/passwd",
    ),
    "svg picture": (
        f"<img alt='x' src=\"{SVG}<image width='9' height='9' href='{PRIVATE_FILE}'/></svg>\">",
        "etc/passwd",
    ),
    "svg import": (
        f"<img alt='x' src=\"{SVG}<style>@import url({PRIVATE_FILE});</style></svg>\">",
        "cannot be read",
    ),
    "base": ('<base href="file:///etc/"><img alt="x" src="passwd">', "etc/passwd"),
    "svg entity": (
        "<img alt='x' src=\"data:image/svg+xml,<!DOCTYPE svg [<!ENTITY x SYSTEM '/etc/passwd'>]>"
        "<svg xmlns='http://www.w3.org/2000/svg'><text>%26x;</text></svg>\">",
        "cannot be read",
    ),
    "broken picture": ('<img alt="x" src="data:image/png,x">', "cannot be read"),
    "attachment link": (f'<a rel="attachment" href="{PRIVATE_FILE}">x</a>', "attaches a file"),
    "attachment head": (f'<link rel="attachment" href="{PRIVATE_FILE}">', "attaches a file"),
    "attachment data": ('<a rel="attachment" href="data:image/png,x">x</a>', "attaches a file"),
    "data of another kind": ('<link rel="stylesheet" href="data:text/css,p{}">', "data:text/css"),
}


@pytest.mark.parametrize("way", HOSTILE)
def test_a_document_that_reaches_outside_is_refused(way: str) -> None:
    body, named = HOSTILE[way]
    with pytest.raises(RenderingRefusedError, match=named):
        render_pdf(document(body))


@pytest.mark.parametrize(
    "body",
    [
        f"<img alt='x' src=\"{SVG}<use href='{PRIVATE_FILE}%23a'/></svg>\">",
        '<style>@font-face {font-family: x; src: local("DejaVu Sans")}</style>'
        '<p style="font-family: x">x</p>',
    ],
)
def test_what_the_typesetter_never_loads_is_not_in_the_file(body: str) -> None:
    content = render_pdf(document(body))
    assert "root" not in tool("pdftotext", content, "-", "-")
    assert "DejaVu" not in tool("pdffonts", content, "-")


def test_a_document_that_never_ends_is_stopped_and_the_next_is_made() -> None:
    hasty = Workshop(seconds=10)
    endless = "<table><tr>" + "<td colspan=999 rowspan=999><table><tr><td>x</table>" * 3000
    try:
        with pytest.raises(JobFailedError):
            hasty.ask("print", manuscript(document(endless)))
        assert hasty.ask("print", manuscript(document("<p>Testo</p>")))[1].startswith(b"%PDF")
    finally:
        hasty.close()


def test_a_document_too_big_for_the_machine_fails_alone() -> None:
    wide = "<p>" + "parola " * 20_000_000
    with pytest.raises(RenderingFailedError):
        render_pdf(document(wide))
    assert render_pdf(document("<p>Testo</p>")).startswith(b"%PDF")


def test_a_process_that_died_is_replaced() -> None:
    render_pdf(document("<p>Testo</p>"))
    process = workshop._process
    assert process is not None
    process.kill()
    process.wait()
    assert render_pdf(document("<p>Testo</p>")).startswith(b"%PDF")


def test_headings_follow_each_other_without_a_jump(sample: str) -> None:
    with pikepdf.open(io.BytesIO(render_pdf(sample))) as pdf:
        names = [str(each.S) for each in pdf.objects if is_tag(each)]
    levels = [int(name[2]) for name in names if name.startswith("/H") and name[2:].isdigit()]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def manuscript(html: str) -> bytes:
    return json.dumps({"html": html, "attachments": []}).encode()
