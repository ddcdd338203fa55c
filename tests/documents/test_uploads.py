"""Uploads: what is taken, what is refused and why, and what is left out of what is kept."""

import io
from typing import Any
from zlib import crc32

import pikepdf
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from pactregistry.documents.uploads import REFUSALS, UploadRefused, accept
from pactregistry.documents.workshop import limits

JPEG, PNG, PDF, P7M = "image/jpeg", "image/png", "application/pdf", "application/pkcs7-mime"
SIGNED = bytes.fromhex("06092a864886f70d010702")


def picture(kind: str, size: tuple[int, int] = (60, 40), **options: Any) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", size, "green").save(written, kind, **options)
    return written.getvalue()


def pdf(pages: int = 1, **save: Any) -> bytes:
    return changed_pdf(lambda _pdf: None, pages, **save)


def changed_pdf(change: object, pages: int = 1, **save: Any) -> bytes:
    written = io.BytesIO()
    with pikepdf.new() as made:
        for _ in range(pages):
            made.add_blank_page()
        change(made)  # type: ignore[operator]  # any of the changes below
        made.save(written, **save)
    return written.getvalue()


def envelope(inside: bytes = b"x" * 300) -> bytes:
    content = SIGNED + inside
    return b"\x30\x82" + len(content).to_bytes(2) + content


def refusal(content: bytes, name: str = "carta.pdf") -> str:
    with pytest.raises(UploadRefused) as refused:
        accept(name, content)
    assert str(refused.value) == str(REFUSALS[refused.value.reason])
    return refused.value.reason


def with_place() -> bytes:
    details = Image.Exif()
    details[0x0112] = 6  # turned by a quarter
    details[0x010F] = "A camera"
    details.get_ifd(0x8825)[1] = "N"
    return picture("JPEG", exif=details, comment=b"at my home")


def test_a_pdf_is_kept_as_it_came() -> None:
    content = pdf(pages=3)
    upload = accept("Verbale assemblea.PDF", content)
    assert (upload.name, upload.media_type, upload.pages) == ("Verbale assemblea.pdf", PDF, 3)
    assert upload.content == content


def test_a_photograph_is_drawn_anew_upright_and_without_its_place() -> None:
    upload = accept("foto.jpeg", with_place())
    assert (upload.name, upload.media_type, upload.pages) == ("foto.jpg", JPEG, None)
    with Image.open(io.BytesIO(upload.content)) as drawn:
        assert drawn.size == (40, 60)
        assert not drawn.getexif()
        assert not {"exif", "comment", "icc_profile"} & drawn.info.keys()
    assert b"camera" not in upload.content
    assert b"home" not in upload.content


def test_a_png_loses_its_notes_and_keeps_what_is_transparent() -> None:
    written = io.BytesIO()
    notes = PngInfo()
    notes.add_text("Author", "someone")
    Image.new("RGBA", (8, 8), (0, 80, 0, 0)).save(written, "PNG", pnginfo=notes)
    upload = accept("mappa.png", written.getvalue())
    with Image.open(io.BytesIO(upload.content)) as drawn:
        assert (drawn.mode, upload.media_type) == ("RGBA", PNG)
        assert drawn.getpixel((0, 0)) == (0, 80, 0, 0)
    assert b"someone" not in upload.content


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_of_forty_million_points_is_taken_and_made_smaller(kind: str) -> None:
    upload = accept("grande", picture(kind, (8000, 5000)))
    with Image.open(io.BytesIO(upload.content)) as drawn:
        assert max(drawn.size) == limits.IMAGE_SIDE
        assert drawn.size[0] / drawn.size[1] == pytest.approx(1.6, abs=0.01)


def test_a_picture_with_too_many_points_is_refused() -> None:
    small = picture("PNG")
    header = b"IHDR" + (20_000).to_bytes(4) + (20_000).to_bytes(4) + small[24:29]
    assert refusal(small[:12] + header + crc32(header).to_bytes(4) + small[33:]) == "pixels"


def test_a_signed_envelope_is_kept_as_it_came() -> None:
    upload = accept("patto.pdf.p7m", envelope())
    assert (upload.name, upload.media_type) == ("patto.pdf.p7m", P7M)
    assert upload.content == envelope()


def test_the_content_counts_and_not_the_name() -> None:
    assert accept("carta.pdf", picture("PNG")).name == "carta.png"
    assert refusal(b"<html><script>alert(1)</script>") == "kind"
    assert refusal(b"PK\x03\x04" + b"\0" * 100) == "kind"
    assert refusal(b"MZ\x90\0" + b"\0" * 100) == "kind"
    assert refusal(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "foto.jpg") == "kind"


def test_what_is_cut_short_is_refused() -> None:
    assert refusal(pdf()[:-80]) == "damaged"
    assert refusal(with_place()[:-200]) == "damaged"
    assert refusal(picture("PNG")[:60]) == "damaged"
    assert refusal(envelope()[:-1]) == "damaged"
    assert refusal(b"") == "empty"
    assert refusal(b"0") == "kind"
    assert refusal(b"%PDF-1.7") == "damaged"


def test_a_file_that_is_too_big_is_refused_before_it_is_opened() -> None:
    assert refusal(b"%PDF-1.7" + b"0" * limits.UPLOAD_BYTES) == "size"


def test_a_pdf_with_too_many_pages_is_refused() -> None:
    assert accept("libro.pdf", pdf(limits.PDF_PAGES)).pages == limits.PDF_PAGES
    assert refusal(pdf(limits.PDF_PAGES + 1)) == "pages"


@pytest.mark.parametrize("password", ["", "segreto"])
def test_a_pdf_under_a_password_is_refused(password: str) -> None:
    lock = pikepdf.Encryption(owner="padrone", user=password)
    assert refusal(pdf(encryption=lock)) == "encrypted"


def action(kind: str, **more: Any) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(S=pikepdf.Name(f"/{kind}"), **more)


def open_with_script(made: pikepdf.Pdf) -> None:
    made.Root.OpenAction = action("JavaScript", JS="app.alert(1)")


def hide_script_in_a_link(made: pikepdf.Pdf) -> None:
    link = pikepdf.Dictionary(Subtype=pikepdf.Name.Link, AA={"/E": action("JavaScript", JS="1")})
    made.pages[0].Annots = made.make_indirect(pikepdf.Array([link]))


def name_a_script(made: pikepdf.Pdf) -> None:
    scripts = pikepdf.Dictionary(Names=["x", action("JavaScript", JS="1")])
    made.Root.Names = pikepdf.Dictionary(JavaScript=scripts)


def launch(made: pikepdf.Pdf) -> None:
    made.Root.OpenAction = action("Launch", F="calc.exe")


def embed(made: pikepdf.Pdf) -> None:
    made.attachments["x.txt"] = b"inside"


def nest(made: pikepdf.Pdf) -> None:
    deep = pikepdf.Array([])
    for _ in range(limits.PDF_NESTING + 5):
        deep = pikepdf.Array([deep])
    made.Root.Deep = deep


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (open_with_script, "script"),
        (hide_script_in_a_link, "script"),
        (name_a_script, "script"),
        (launch, "launch"),
        (embed, "embedded"),
        (nest, "objects"),
    ],
)
@pytest.mark.parametrize("packed", [True, False])
def test_a_pdf_that_acts_is_refused(change: object, reason: str, packed: bool) -> None:
    streams = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
    assert refusal(changed_pdf(change, object_stream_mode=streams)) == reason


def test_a_pdf_that_only_opens_at_a_page_is_taken() -> None:
    def open_at_page(made: pikepdf.Pdf) -> None:
        made.Root.OpenAction = pikepdf.Array([made.pages[0].obj, pikepdf.Name.Fit])

    assert accept("carta.pdf", changed_pdf(open_at_page)).pages == 1


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Documenti\\verbale.pdf", "verbale.pdf"),
        ("verbale\r\nSet-Cookie: x.pdf", "verbaleSet-Cookie- x.pdf"),
        ("innocua\u202efdp.exe", "innocuafdp.exe.pdf"),
        ("foto.png", "foto.pdf"),
        ("", "document.pdf"),
        (".pdf", "document.pdf"),
        ("   ..  ", "document.pdf"),
        ("Verbale dell'assemblea, 10 gennaio.pdf", "Verbale dell'assemblea, 10 gennaio.pdf"),
        ("citta\u0300.pdf", "citt\u00e0.pdf"),
        ("a" * 300 + ".pdf", "a" * 116 + ".pdf"),
    ],
)
def test_a_name_is_kept_without_what_could_deceive(typed: str, kept: str) -> None:
    assert accept(typed, pdf()).name == kept
